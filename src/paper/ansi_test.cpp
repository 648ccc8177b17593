#include "paper/ansi.h"

#include <gtest/gtest.h>

namespace waymark::paper {
namespace {

TEST(Ansi, KeepsTheLettersOfEnglishAndSpanish) {
    EXPECT_EQ(to_ansi("plain"), "plain");
    EXPECT_EQ(to_ansi("¿Qué año? «Sí»"), "\xbfQu\xe9 a\xf1o? \xabS\xed\xbb");
    EXPECT_EQ(to_ansi("“so” – it’s… €"), "\x93so\x94 \x96 it\x92s\x85 \x80");
}

TEST(Ansi, PutsAQuestionMarkForWhatItLacks) {
    EXPECT_EQ(to_ansi("≤ 3 α"), "? 3 ?");
    EXPECT_EQ(to_ansi("\xf0\x9f\x98\x80!"), "?!");
}

TEST(Ansi, TakesTheCommonSpacesAndHyphensForPlainOnes) {
    EXPECT_EQ(to_ansi("a\u2011b \u2212 c\u2009d\te"), "a-b - c d e");
    EXPECT_EQ(to_ansi("10\u202f000"),
              "10\xa0"
              "000");
}

TEST(Ansi, DropsWhatIsUnseenAndKeepsTheEndOfALine) {
    EXPECT_EQ(to_ansi("soft\u00adhyphen\u200b\x01\nnext"), "softhyphen\nnext");
}

TEST(Ansi, SurvivesBrokenText) {
    EXPECT_EQ(to_ansi("a\xff\xc3"), "a??");
    EXPECT_EQ(to_ansi("\xe2\x80"), "??");
}

}  // namespace
}  // namespace waymark::paper
