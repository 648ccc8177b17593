// How our content reads: plain enough for an eleven-year-old, and without a
// word that shames. Names of programmes are their own and are left out.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "content/helplines.h"
#include "content/programmes.h"
#include "core/text.h"
#include "embedded/content.h"
#include "json/parse.h"

namespace waymark::content {
namespace {

struct Counts {
    double sentences = 0, words = 0, syllables = 0;
};

bool is_vowel(char c) {
    return std::string_view{"aeiouy"}.find(c) != std::string_view::npos;
}

// Groups of vowels, a silent last e left out in English: the usual estimate.
int syllables_of(std::string_view word, bool is_english) {
    int groups = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1]))) ++groups;
    }
    if (is_english && word.size() > 2 && word.ends_with('e') && groups > 1) --groups;
    return std::max(groups, 1);
}

Counts count(const std::vector<std::string>& texts, bool is_english) {
    Counts counts;
    for (const auto& text : texts) {
        counts.sentences += static_cast<double>(std::max<std::ptrdiff_t>(
            1, std::ranges::count_if(
                   text, [](char c) { return c == '.' || c == ':' || c == '?' || c == ';'; })));
        const auto folded = fold(text);
        for (const auto word : words_of(folded)) {
            counts.words += 1;
            counts.syllables += syllables_of(word, is_english);
        }
    }
    return counts;
}

// Flesch-Kincaid grade (Kincaid et al. 1975): 6 is what an eleven-year-old reads.
double grade(const Counts& c) {
    return 0.39 * c.words / c.sentences + 11.8 * c.syllables / c.words - 15.59;
}

// Fernández Huerta (1959), with Law's correction (2011): 60 … 70 is "normal".
double ease_es(const Counts& c) {
    return 206.84 - 60 * c.syllables / c.words - 1.02 * c.words / c.sentences;
}

std::vector<std::string> texts_of(std::string_view language) {
    std::vector<std::string> texts;
    for (const auto& programme : programmes()) {
        const auto& words = programme.words(language);
        texts.insert(texts.end(), {words.what, words.whom, words.cost, words.medication,
                                   words.medication_short});
        texts.insert(texts.end(), words.first_visit.begin(), words.first_visit.end());
    }
    const Helplines lines;
    for (const auto& line : lines.all())
        texts.push_back(line.audience.in(language));
    return texts;
}

TEST(Words, TwelveProgrammesHaveACard) {
    EXPECT_EQ(programmes().size(), 12U);
    for (const auto& programme : programmes()) {
        const auto code = directory::info(programme.fellowship).code;
        EXPECT_TRUE(programme.finder_url.starts_with("https://")) << code;
        EXPECT_FALSE(programme.sources.empty()) << code;
        EXPECT_GE(programme.en.first_visit.size(), 3U) << code;
        EXPECT_EQ(programme.en.first_visit.size(), programme.es.first_visit.size()) << code;
    }
}

TEST(Words, ReadAtElevenOrYounger) {
    EXPECT_LE(grade(count(texts_of("en"), true)), 6.0);
    EXPECT_GE(ease_es(count(texts_of("es"), false)), 60.0);
}

TEST(Words, TheFormulaTellsPlainFromDense) {
    const std::vector<std::string> dense{
        "Pharmacological interventions necessitate comprehensive multidisciplinary evaluation."};
    EXPECT_GT(grade(count(dense, true)), 12.0);
    EXPECT_LT(grade(count({"You can sit and listen. It is free."}, true)), 4.0);
}

TEST(Words, NoneThatShames) {
    const auto list = json::parse(embedded::content("stigma.json"));
    ASSERT_TRUE(list);
    for (const auto* language : {"en", "es"}) {
        for (const auto& text : texts_of(language)) {
            const auto spaced = " " + fold(text) + " ";
            for (const auto& word : *list->find(language)->items()) {
                const auto banned = " " + fold(*word.string()) + " ";
                EXPECT_EQ(spaced.find(banned), std::string::npos) << banned << "in: " << text;
            }
        }
    }
}

}  // namespace
}  // namespace waymark::content
