// From texts to an index: each word of each row, folded as everywhere.

#include "engine/word_gathering.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "core/random.h"
#include "core/text.h"

namespace waymark::engine {
namespace {

using Index = std::map<std::string, std::set<std::uint32_t>>;

Index index_of(const std::vector<std::string>& texts) {
    WordGathering gathering;
    for (std::uint32_t row = 0; row < texts.size(); ++row)
        gathering.add(row, texts[row]);
    const auto [vocabulary, postings, beginnings] = std::move(gathering).finish(3'000);
    EXPECT_EQ(vocabulary.size(), postings.size());
    Index index;
    for (std::uint32_t number = 0; number < vocabulary.size(); ++number) {
        auto& rows = index[std::string{vocabulary.word(number)}];
        for (auto list = postings.list(number); list.at().leaf != kNoLeaf; list.next()) {
            for (std::uint32_t i = 0; i < kLeafRows; ++i) {
                if ((list.at().rows >> i & 1) != 0) rows.insert(list.at().leaf * kLeafRows + i);
            }
        }
    }
    return index;
}

TEST(WordGathering, FoldsAndSplitsAsCoreTextDoes) {
    EXPECT_EQ(index_of({"St. Mary's  Hall\nO'Brien", "", "Café São-Paulo, HALL 2b", "'.,"}),
              (Index{{"st", {0}},
                     {"marys", {0}},
                     {"hall", {0, 2}},
                     {"obrien", {0}},
                     {"cafe", {2}},
                     {"sao", {2}},
                     {"paulo", {2}},
                     {"2b", {2}}}));
    EXPECT_EQ(index_of({}), Index{});
}

TEST(WordGathering, TakesARowInParts) {
    WordGathering gathering;
    gathering.add(7, "New York");
    gathering.add(7, "York");
    const auto index = std::move(gathering).finish(3'000);
    EXPECT_EQ(index.vocabulary.size(), 2u);
    EXPECT_EQ(index.postings.list(1).row_count(), 1u);
}

TEST(WordGathering, FindsTheWordsOfAnyText) {
    Random random{6};
    constexpr std::string_view kPieces[] = {
        "a",        "B",  "step", "'",  "\xe2\x80\x99", "-",           " ",        "\n",
        "\xc3\xa9", "\t", "\xff", "7",  "ab",           ".",           "\xc2\xa0", "Ring",
        "Serenity", " ",  " ",    "\r", "\xef\xac\x81", "\xe0\xa4\xb9"};
    std::vector<std::string> texts;
    Index right;
    for (std::uint32_t row = 0; row < 3'000; ++row) {
        auto& text = texts.emplace_back();
        for (auto left = random.below(20); left > 0; --left)
            text += kPieces[random.below(std::size(kPieces))];
        if (random.chance(0.5)) text += " w" + std::to_string(random.below(3'000));
        const auto folded = fold(text);
        for (const auto word : words_of(folded))
            right[std::string{word}].insert(row);
    }
    EXPECT_EQ(index_of(texts), right);
}

}  // namespace
}  // namespace waymark::engine
