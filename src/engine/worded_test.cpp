// Rows that hold every word of a text, leaf by leaf. Sets of row numbers are the
// oracle.

#include "engine/worded.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/random.h"

namespace waymark::engine {
namespace {

using Rows = std::set<std::uint32_t>;

// Lists in one place, and the cursors over them.
class Lists {
  public:
    explicit Lists(const std::vector<Rows>& lists) {
        for (const auto& rows : lists) {
            GrowingList list;
            for (const auto row : rows)
                list.add(row);
            list.write_to(bytes_);
            ends_.push_back(bytes_.size());
        }
    }
    std::vector<PostingCursor> cursors() const {
        std::vector<PostingCursor> cursors;
        std::size_t begin = 0;
        for (const auto end : ends_) {
            cursors.emplace_back(bytes_.data() + begin, bytes_.data() + end);
            begin = end;
        }
        return cursors;
    }

  private:
    std::vector<std::uint8_t> bytes_;
    std::vector<std::size_t> ends_;
};

Rows rows_of(Worded& worded) {
    Rows rows;
    std::uint32_t last = 0;
    worded.each_leaf([&](const LeafRows& found) {
        EXPECT_TRUE(rows.empty() || found.leaf > last);
        last = found.leaf;
        for (std::uint32_t i = 0; i < kLeafRows; ++i) {
            if ((found.rows >> i & 1) != 0) rows.insert(found.leaf * kLeafRows + i);
        }
    });
    return rows;
}

Rows by_asking_each(Worded& worded, std::uint32_t rows, Random& random) {
    std::vector<std::uint32_t> leaves;
    for (std::uint32_t leaf = 0; leaf * kLeafRows < rows + 2 * kLeafRows; ++leaf)
        leaves.insert(leaves.begin() + static_cast<std::ptrdiff_t>(random.below(leaf + 1)), leaf);
    Rows found;
    for (const auto leaf : leaves) {
        const auto bits = worded.rows_in(leaf);
        for (std::uint32_t i = 0; i < kLeafRows; ++i) {
            if ((bits >> i & 1) != 0) found.insert(leaf * kLeafRows + i);
        }
    }
    return found;
}

TEST(Worded, AnEmptyTextHasEveryRow) {
    Worded all{70};
    EXPECT_TRUE(all.is_all());
    EXPECT_EQ(all.at_most(), 70u);
    EXPECT_EQ(rows_of(all).size(), 70u);
    EXPECT_EQ(all.rows_in(1), 0b111111u);
    EXPECT_EQ(all.rows_in(2), 0u);
    EXPECT_TRUE(Worded{0}.is_empty());
}

TEST(Worded, AWordThatIsNowhereLeavesNothing) {
    Worded none{70};
    none.also({});
    EXPECT_TRUE(none.is_empty());
    EXPECT_EQ(rows_of(none), Rows{});
}

TEST(Worded, EveryWordMustBeThereAndAnyOfItsMeaningsWillDo) {
    const Lists candle{{{1, 2, 200}, {2, 69}}};
    const Lists light{{{2, 3, 69, 199}}};
    Worded worded{201};
    worded.also(candle.cursors());
    worded.also(light.cursors());
    EXPECT_FALSE(worded.is_all());
    EXPECT_EQ(worded.at_most(), 4u);
    EXPECT_EQ(rows_of(worded), (Rows{2, 69}));
    EXPECT_EQ(worded.from(1), (LeafRows{1, 1u << 5}));
    EXPECT_EQ(worded.from(2), LeafRows{});
}

TEST(Worded, FindsWhatSetsOfRowsFind) {
    Random random{5};
    for (int town = 0; town < 25; ++town) {
        const auto rows = static_cast<std::uint32_t>(1 + random.below(9'000));
        std::vector<Lists> words;
        Rows right;
        for (std::uint32_t row = 0; row < rows; ++row)
            right.insert(row);
        for (auto word = 1 + random.below(3); word > 0; --word) {
            std::vector<Rows> lists(1 + random.below(20));
            Rows any;
            for (auto& list : lists) {
                for (auto left = 1 + random.below(rows); left > 0; left -= left / 2 + 1)
                    list.insert(static_cast<std::uint32_t>(random.below(rows)));
                if (random.chance(0.3)) {
                    for (std::uint32_t row = 0; row < rows / 2; ++row)
                        list.insert(row);
                }
                any.insert(list.begin(), list.end());
            }
            std::erase_if(right, [&](std::uint32_t row) { return !any.contains(row); });
            words.emplace_back(lists);
        }
        Worded worded{rows};
        for (const auto& lists : words)
            worded.also(lists.cursors());
        EXPECT_GE(worded.at_most(), right.size());
        ASSERT_EQ(by_asking_each(worded, rows, random), right);
        ASSERT_EQ(rows_of(worded), right);
    }
}

}  // namespace
}  // namespace waymark::engine
