// Beginnings that many words share have lists of their own, and these have the
// rows of all those words.

#include "engine/beginnings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "core/random.h"
#include "engine/word_gathering.h"

namespace waymark::engine {
namespace {

constexpr std::uint32_t kRows = 20'000;

WordIndex index_of_a_town() {
    Random random{8};
    WordGathering gathering;
    for (std::uint32_t row = 0; row < kRows; ++row) {
        std::string text = "street ";
        for (int word = 0; word < 4; ++word) {
            for (auto left = 1 + random.below(4); left > 0; --left)
                text.push_back(
                    static_cast<char>('a' + std::min(random.below(20), random.below(20))));
            text.push_back(' ');
        }
        gathering.add(row, text);
    }
    return std::move(gathering).finish(kRows);
}

std::vector<std::uint64_t> rows_of_words(const WordIndex& index, WordRange words) {
    std::vector<std::uint64_t> rows(kRows / kLeafRows + 1);
    for (auto word = words.first; word < words.last; ++word) {
        for (auto list = index.postings.list(word); list.at().leaf != kNoLeaf; list.next())
            rows[list.at().leaf] |= list.at().rows;
    }
    return rows;
}

TEST(Beginnings, HaveTheRowsOfAllTheirWords) {
    const auto index = index_of_a_town();
    ASSERT_GT(index.beginnings.words().size(), 10u);
    for (const auto& words : index.beginnings.words()) {
        std::vector<std::uint64_t> rows(kRows / kLeafRows + 1);
        auto list = index.beginnings.list(words);
        ASSERT_TRUE(list.has_value());
        for (; list->at().leaf != kNoLeaf; list->next())
            rows[list->at().leaf] = list->at().rows;
        EXPECT_EQ(rows, rows_of_words(index, words)) << index.vocabulary.word(words.first);
    }
}

TEST(Beginnings, WithoutAListAreCheapToGather) {
    const auto index = index_of_a_town();
    for (std::uint32_t word = 0; word < index.vocabulary.size(); ++word) {
        const auto text = index.vocabulary.word(word);
        for (std::size_t size = 1; size <= std::min<std::size_t>(text.size(), 3); ++size) {
            const auto words = index.vocabulary.beginning_with(text.substr(0, size));
            std::size_t rows = 0;
            for (auto each = words.first; each < words.last; ++each)
                rows += index.postings.list(each).row_count();
            const bool is_cheap = words.size() <= kListsWalked || rows < 2048;
            EXPECT_EQ(index.beginnings.list(words).has_value(), !is_cheap) << text.substr(0, size);
        }
    }
}

TEST(Beginnings, OfNothingAreNone) {
    EXPECT_FALSE(Beginnings{}.list({0, 9}).has_value());
    EXPECT_EQ(WordGathering{}.finish(0).beginnings.words().size(), 0u);
}

}  // namespace
}  // namespace waymark::engine
