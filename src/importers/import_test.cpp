#include "importers/import.h"

#include <gmock/gmock.h>

#include "importers/bytes.h"
#include "testing/memory_store.h"

namespace waymark::importers {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::MemoryStore;

class Import : public ::testing::Test {
  protected:
    Result<ImportReport> read(const std::string& feed) {
        return import_records(bytes_of_text(feed), options, store, clock);
    }
    std::string complaint(const std::string& feed) {
        const auto report = read(feed);
        return report ? "" : report.error().message;
    }
    std::vector<std::string> keys() const {
        std::vector<std::string> list;
        for (const auto& meeting : store.meetings()) list.push_back(meeting.source_key);
        return list;
    }

    ImportOptions options{.format = "meeting-guide", .source = "town", .timezone = "Europe/Paris"};
    MemoryStore store;
    FixedClock clock{Instant{std::chrono::seconds{1'790'000'000}}};
};

std::string row(const std::string& slug, int day, const std::string& time,
                const std::string& name = "Home group") {
    return R"({"slug":")" + slug + R"(","name":")" + name + R"(","day":)" + std::to_string(day) +
           R"(,"time":")" + time + R"("})";
}

TEST_F(Import, TakesRowsAndCountsThem) {
    const auto report = read("[" + row("a", 1, "19:00") + "," + row("b", 2, "25:00") + "]");
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->rows, 2);
    EXPECT_EQ(report->added, 1);
    EXPECT_EQ(report->refused, 1);
    EXPECT_EQ(report->refusals[0], (Refusal{2, "time", "A time is written as 19:00."}));
    EXPECT_THAT(keys(), ElementsAre("a"));
}

}  // namespace
}  // namespace waymark::importers
