// The vocabulary: what a beginning and a typo may mean. A look at every word is
// the oracle.

#include "engine/vocabulary.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "core/random.h"
#include "core/text.h"

namespace waymark::engine {
namespace {

using Words = std::vector<std::string>;

Vocabulary vocabulary_of(const std::set<std::string>& words) {
    std::vector<char> letters;
    std::vector<std::uint32_t> begins{0};
    for (const auto& word : words) {
        letters.insert(letters.end(), word.begin(), word.end());
        begins.push_back(static_cast<std::uint32_t>(letters.size()));
    }
    return {std::move(letters), std::move(begins)};
}

Words beginning_with(const Vocabulary& vocabulary, std::string_view typed) {
    const auto range = vocabulary.beginning_with(typed);
    Words words;
    for (auto number = range.first; number < range.last; ++number)
        words.emplace_back(vocabulary.word(number));
    return words;
}

Words near(const Vocabulary& vocabulary, std::string_view typed) {
    Words words;
    for (const auto number : vocabulary.within_one_typo(typed))
        words.emplace_back(vocabulary.word(number));
    return words;
}

const Vocabulary kTown = vocabulary_of(
    {"grace", "graces", "grate", "great", "race", "serene", "serenity", "st", "são", "thursday"});

TEST(Vocabulary, KnowsWhatAWordMayBeginWith) {
    EXPECT_EQ(beginning_with(kTown, "gra"), (Words{"grace", "graces", "grate"}));
    EXPECT_EQ(beginning_with(kTown, "serenity"), Words{"serenity"});
    EXPECT_EQ(beginning_with(kTown, "s\xc3"), Words{"são"});  // Half a letter is a beginning too.
    EXPECT_EQ(beginning_with(kTown, "z"), Words{});
    EXPECT_EQ(kTown.beginning_with("").size(), kTown.size());
}

TEST(Vocabulary, KnowsWordsOneTypoAway) {
    EXPECT_EQ(near(kTown, "grcae"), Words{"grace"});               // Two swapped in the middle.
    EXPECT_EQ(near(kTown, "race"), (Words{"grace", "race"}));      // One missing at the front.
    EXPECT_EQ(near(kTown, "gracez"), (Words{"grace", "graces"}));  // One too many, or another.
    EXPECT_EQ(near(kTown, "thrusday"), Words{"thursday"});
    EXPECT_EQ(near(kTown, "xserenityx"), Words{});
    EXPECT_EQ(near(Vocabulary{}, "grace"), Words{});
    EXPECT_EQ(beginning_with(Vocabulary{}, "grace"), Words{});
}

TEST(Vocabulary, FindsTheTyposThatALookAtEveryWordFinds) {
    Random random{4};
    const auto random_word = [&] {
        std::string word;
        for (auto left = 1 + random.below(7); left > 0; --left)
            word.push_back(static_cast<char>("ab\xc3\xa9z"[random.below(5)]));
        return word;
    };
    for (int town = 0; town < 20; ++town) {
        std::set<std::string> words;
        for (auto left = random.below(600); left > 0; --left)
            words.insert(random_word());
        const auto vocabulary = vocabulary_of(words);
        for (int turn = 0; turn < 200; ++turn) {
            const auto typed = random_word();
            Words begun;
            Words meant;
            for (const auto& word : words) {
                if (word.starts_with(typed)) begun.push_back(word);
                if (waymark::within_one_typo(typed, word)) meant.push_back(word);
            }
            ASSERT_EQ(beginning_with(vocabulary, typed), begun) << typed;
            ASSERT_EQ(near(vocabulary, typed), meant) << typed;
        }
    }
}

}  // namespace
}  // namespace waymark::engine
