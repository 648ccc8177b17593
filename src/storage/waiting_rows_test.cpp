// Rows that wait: they come back as they were put, however many.

#include "storage/waiting_rows.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "testing/temporary_folder.h"

namespace waymark::storage {
namespace {

using directory::Change;
using testing::TemporaryFolder;

struct Given {
    std::int64_t id = 0;
    Change change{};
    bool is_published = false;
    ContentHash hash{};
    std::string source_key{}, record{};
    friend bool operator==(const Given&, const Given&) = default;
};

Given row(int number, std::size_t bytes) {
    Given given{.id = number,
                .change = number % 2 == 0 ? Change::added : Change::changed,
                .is_published = number % 3 == 0,
                .source_key = "key-" + std::to_string(number),
                .record = std::string(bytes, static_cast<char>('a' + number % 26))};
    given.hash.fill(static_cast<char>(number));
    return given;
}

void put(WaitingRows& rows, const Given& given) {
    rows.add({.id = given.id,
              .change = given.change,
              .is_published = given.is_published,
              .hash = given.hash,
              .source_key = given.source_key,
              .record = given.record});
}

std::vector<Given> all_of(const WaitingRows& rows) {
    std::vector<Given> all;
    rows.each([&](const WaitingRow& row) {
        all.push_back({row.id, row.change, row.is_published, row.hash, std::string{row.source_key},
                       std::string{row.record}});
    });
    return all;
}

TEST(WaitingRows, AreNoneAtFirst) {
    const TemporaryFolder folder;
    EXPECT_TRUE(all_of(WaitingRows{folder.path()}).empty());
}

TEST(WaitingRows, ComeBackInOrderAndWhole) {
    // Lengths around what is kept in memory, so that rows are cut at every place.
    for (const std::size_t bytes : {std::size_t{0}, std::size_t{1}, std::size_t{1000},
                                    std::size_t{300'007}, WaitingRows::kBytesInMemory + 1}) {
        const TemporaryFolder folder;
        WaitingRows rows{folder.path()};
        std::vector<Given> given;
        const int count = bytes > 1000 ? 20 : 5000;
        for (int i = 0; i < count; ++i)
            put(rows, given.emplace_back(row(i, bytes + static_cast<std::size_t>(i % 7))));
        EXPECT_EQ(all_of(rows), given) << bytes;
        EXPECT_EQ(all_of(rows), given) << "a second time";
    }
}

TEST(WaitingRows, LeaveNoFileThatOthersCouldOpen) {
    const TemporaryFolder folder;
    WaitingRows rows{folder.path()};
    for (int i = 0; i < 3; ++i)
        put(rows, row(i, WaitingRows::kBytesInMemory));
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(WaitingRows, WaitInMemoryWhereNoFileCanBeMade) {
    WaitingRows rows{"/nonexistent"};
    std::vector<Given> given;
    for (int i = 0; i < 5; ++i)
        put(rows, given.emplace_back(row(i, WaitingRows::kBytesInMemory / 2)));
    EXPECT_EQ(all_of(rows), given);
}

}  // namespace
}  // namespace waymark::storage
