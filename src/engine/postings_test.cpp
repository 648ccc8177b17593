// Postings: what goes in comes out, from any place one looks for it.

#include "engine/postings.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/random.h"

namespace waymark::engine {
namespace {

using Rows = std::vector<std::uint32_t>;

std::vector<std::uint8_t> written(const Rows& rows) {
    GrowingList list;
    for (const auto row : rows)
        list.add(row);
    std::vector<std::uint8_t> bytes;
    list.write_to(bytes);
    return bytes;
}

PostingCursor cursor(const std::vector<std::uint8_t>& bytes) {
    return PostingCursor{bytes.data(), bytes.data() + bytes.size()};
}

std::vector<LeafRows> leaves_of(const Rows& rows) {
    std::vector<LeafRows> leaves;
    for (const auto row : rows) {
        if (leaves.empty() || leaves.back().leaf != row / kLeafRows)
            leaves.push_back({row / kLeafRows, 0});
        leaves.back().rows |= std::uint64_t{1} << (row % kLeafRows);
    }
    return leaves;
}

void expect_read_back(const Rows& rows) {
    const auto bytes = written(rows);
    auto list = cursor(bytes);
    EXPECT_EQ(list.row_count(), rows.size());
    std::vector<LeafRows> read;
    for (; list.at().leaf != kNoLeaf; list.next())
        read.push_back(list.at());
    EXPECT_EQ(read, leaves_of(rows));
    EXPECT_EQ(list.leaf_count(), read.size());
}

// About `share` of all rows, in clusters as towns are if `run` is above one.
Rows random_rows(Random& random, std::uint32_t end, double share, std::uint32_t run) {
    Rows rows;
    for (std::uint32_t row = 0; row < end; row += run) {
        if (!random.chance(share)) continue;
        for (auto next = row; next < std::min(row + run, end); ++next) {
            if (run == 1 || random.chance(0.8)) rows.push_back(next);
        }
    }
    return rows;
}

TEST(Postings, GiveBackTheRowsOfAWord) {
    expect_read_back({0});
    expect_read_back({63, 64});
    expect_read_back({5, 6, 7, 63, 127, 128, 191});
    expect_read_back({64 * 256, 64 * 257 + 1, 64 * 515, 64 * 1000 + 63});  // Gaps of each length.
    expect_read_back({4'294'967'167});  // The last leaf but one that a number can name.
}

TEST(Postings, GiveBackAnyRows) {
    Random random{1};
    for (const double share : {0.0003, 0.004, 0.03, 0.2, 0.6, 1.0}) {
        for (const std::uint32_t run : {1u, 7u, 100u})
            expect_read_back(random_rows(random, 50'000, share, run));
    }
}

TEST(Postings, AddingARowTwiceChangesNothing) {
    EXPECT_EQ(written({3, 3, 200, 200}), written({3, 200}));
}

TEST(Postings, FindTheFirstLeafThatIsNotBeforeAnother) {
    Random random{2};
    for (const double share : {0.0003, 0.01, 0.5}) {
        const auto rows = random_rows(random, 200'000, share, 1);
        const auto leaves = leaves_of(rows);
        const auto bytes = written(rows);
        auto list = cursor(bytes);
        for (int turn = 0; turn < 5'000; ++turn) {
            // Mostly a little ahead, sometimes anywhere.
            const auto near = list.at().leaf == kNoLeaf ? 0 : list.at().leaf;
            const auto wanted = static_cast<std::uint32_t>(
                random.chance(0.7) ? near + random.below(20) : random.below(3'300));
            list.seek(wanted);
            const auto right = std::ranges::lower_bound(leaves, wanted, {}, &LeafRows::leaf);
            ASSERT_EQ(list.at(), right == leaves.end() ? LeafRows{} : *right) << wanted;
            if (random.chance(0.2) && list.at().leaf != kNoLeaf) list.next();
        }
    }
}

TEST(Postings, SpendAboutAByteOnARow) {
    Random random{3};
    const auto bytes_a_row = [&](double share, std::uint32_t run) {
        const auto rows = random_rows(random, 1'000'000, share, run);
        return static_cast<double>(written(rows).size()) / static_cast<double>(rows.size());
    };
    EXPECT_LT(bytes_a_row(0.5, 1), 0.3);
    EXPECT_LT(bytes_a_row(0.1, 1), 1.1);
    EXPECT_LT(bytes_a_row(0.01, 1), 2.0);
    EXPECT_LT(bytes_a_row(0.001, 1), 2.4);
    EXPECT_LT(bytes_a_row(0.001, 300), 0.3);  // A town, where rows are ordered by place.
}

}  // namespace
}  // namespace waymark::engine
