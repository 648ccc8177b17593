#include "core/lookalike.h"

#include <gtest/gtest.h>

namespace waymark {
namespace {

TEST(Lookalike, AWordInLettersOfTwoScriptsIsSeen) {
    EXPECT_TRUE(mixes_scripts("Gr\u0430ce Church"));    // Cyrillic a.
    EXPECT_TRUE(mixes_scripts("\u0391lpha House"));     // Greek Alpha.
    EXPECT_TRUE(mixes_scripts("Serenity Gr\u043eup"));  // Cyrillic o.
    EXPECT_FALSE(mixes_scripts("Grace Church"));
    EXPECT_FALSE(mixes_scripts("Café São Paulo"));
}

TEST(Lookalike, WordsOfSeveralScriptsSideBySideAreNothingOdd) {
    EXPECT_FALSE(mixes_scripts("Русская группа (Russian group)"));
    EXPECT_FALSE(mixes_scripts("NA 東京グループ"));
    EXPECT_FALSE(mixes_scripts("АА-24"));
    EXPECT_FALSE(mixes_scripts(""));
}

TEST(Lookalike, AHostIsShownInTheLettersThatAreSent) {
    EXPECT_EQ(ascii_host("Bücher.example"), "xn--bcher-kva.example");
    EXPECT_EQ(ascii_host("z\u043e\u043em.us"), "xn--zm-fmca.us");  // Cyrillic o, twice.
    EXPECT_EQ(ascii_host("Example.ORG"), "example.org");
    EXPECT_EQ(ascii_host("a..b"), std::nullopt);
    EXPECT_EQ(ascii_host(std::string(300, 'a') + ".org"), std::nullopt);
}

}  // namespace
}  // namespace waymark
