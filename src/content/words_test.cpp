// How our content reads: plain enough for an eleven-year-old, and without a
// word that shames. Names of programmes are their own and are left out.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "content/helplines.h"
#include "content/programmes.h"
#include "core/reading_age.h"
#include "core/text.h"
#include "embedded/content.h"
#include "json/parse.h"

namespace waymark::content {
namespace {

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
    EXPECT_LE(reading_age(texts_of("en"), "en"), 11);
    EXPECT_LE(reading_age(texts_of("es"), "es"), 11);
    EXPECT_GE(fernandez_huerta_ease(count_text(texts_of("es"), "es")), 60);
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
