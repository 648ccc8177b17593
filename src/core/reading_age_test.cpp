// Counts by hand, and texts whose difference everybody sees.

#include "core/reading_age.h"

#include <gtest/gtest.h>

namespace waymark {
namespace {

TEST(ReadingAge, CountsSentencesWordsAndSyllables) {
    const auto english = count_text({"You can sit and listen. It is free."}, "en");
    EXPECT_EQ(english.sentences, 2);
    EXPECT_EQ(english.words, 8);
    EXPECT_EQ(english.syllables, 9);  // lis-ten; the last e of "free" is one group with its e.

    // Tu dí-a em-pie-za a-quí; le-er a-yu-da.
    const auto spanish = count_text({"Tu día empieza aquí; leer ayuda."}, "es");
    EXPECT_EQ(spanish.sentences, 2);
    EXPECT_EQ(spanish.words, 6);
    EXPECT_EQ(spanish.syllables, 13);
}

TEST(ReadingAge, TakesAFigureForNoEndOfASentence) {
    EXPECT_EQ(count_text({"About 11.3 people in a thousand, on average"}, "en").sentences, 1);
    EXPECT_EQ(count_text({"Where", "When"}, "en").sentences, 2);
    EXPECT_EQ(count_text({"", "  "}, "en").sentences, 0);
}

TEST(ReadingAge, TellsPlainFromDense) {
    EXPECT_LT(reading_age({"You can sit and listen. It is free."}, "en"), 9);
    EXPECT_GT(reading_age({"Pharmacological interventions necessitate comprehensive "
                           "multidisciplinary evaluation."},
                          "en"),
              17);
    EXPECT_LT(reading_age({"Puedes sentarte y escuchar. Es gratis."}, "es"), 10);
    EXPECT_GT(reading_age({"Las intervenciones farmacológicas requieren evaluaciones "
                           "multidisciplinarias exhaustivas e individualizadas."},
                          "es"),
              17);
}

TEST(ReadingAge, OfNothingIsTheAgeBeforeSchool) {
    EXPECT_EQ(reading_age({}, "en"), 5);
    EXPECT_EQ(reading_age({"12 34"}, "es"), 5);
}

}  // namespace
}  // namespace waymark
