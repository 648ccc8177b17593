#include "core/text.h"

#include <gtest/gtest.h>

namespace waymark {
namespace {

using Words = std::vector<std::string_view>;

TEST(Text, FoldsForComparing) {
    EXPECT_EQ(fold("Café  São-Paulo"), "cafe sao paulo");
    EXPECT_EQ(fold("  Upper & LOWER, 12:30! "), "upper lower 12 30");
    EXPECT_EQ(fold("St. Mary's"), "st marys");
    EXPECT_EQ(fold("St. Mary’s"), "st marys");
    EXPECT_EQ(fold("Straße"), "strasse");
    EXPECT_EQ(fold("ＦＵＬＬ ﬁt"), "full fit");
    EXPECT_EQ(fold("Москва"), fold("МОСКВА"));
    EXPECT_EQ(fold("…“”!"), "");
    EXPECT_EQ(fold(""), "");
}

TEST(Text, FoldsToTheSameWhatIsWrittenInTwoWays) {
    EXPECT_EQ(fold("é"), fold("e\u0301"));
    EXPECT_EQ(fold("Crème brûlée"), fold(fold("Crème brûlée")));
}

TEST(Text, SplitsIntoWordsAndParts) {
    EXPECT_EQ(words_of("cafe sao paulo"), (Words{"cafe", "sao", "paulo"}));
    EXPECT_EQ(words_of(""), Words{});
    EXPECT_EQ(split("a,,b,", ','), (Words{"a", "", "b", ""}));
    EXPECT_EQ(split("", ','), Words{""});
    EXPECT_EQ(joined({"a", "b"}, ", "), "a, b");
    EXPECT_EQ(joined({}, ", "), "");
}

TEST(Text, TrimsSpacesOfEveryKind) {
    EXPECT_EQ(trimmed(" \t\u00a0 a b \u00a0\r\n"), "a b");
    EXPECT_EQ(trimmed("\u00a0"), "");
}

TEST(Text, KnowsUtf8) {
    EXPECT_TRUE(is_utf8("São Paulo ☀ 😀"));
    for (const auto text : {"\xff", "\xc3", "\xc0\x80", "\xed\xa0\x80", "a\x80"}) {
        EXPECT_FALSE(is_utf8(text));
    }
}

TEST(Text, TakesOutWhatIsHidden) {
    std::size_t removed = 0;
    EXPECT_EQ(without_hidden("a\u202eb\u200bc\x01\n\td\u00ad", &removed), "abc\n\td");
    EXPECT_EQ(removed, 4u);
    EXPECT_EQ(without_hidden("كَتَبَ é"), "كَتَبَ é");
}

TEST(Text, ForgivesOneTypo) {
    for (const auto* typed : {"serenity", "serenit", "xserenity", "serenitx", "seernity", "erenity",
                              "sereniyt", "serrenity"}) {
        EXPECT_TRUE(within_one_typo(typed, "serenity")) << typed;
    }
    for (const auto* typed : {"seren", "sereenty", "esernity1", "sernetiy", "", "serenityab"}) {
        EXPECT_FALSE(within_one_typo(typed, "serenity")) << typed;
    }
    EXPECT_TRUE(within_one_typo("", "a"));
    EXPECT_TRUE(within_one_typo("", ""));
}

TEST(Text, ChangesTheCaseOfAsciiOnly) {
    EXPECT_EQ(ascii_lower("ÀbC-9"), "Àbc-9");
    EXPECT_EQ(ascii_upper("àbC-9"), "àBC-9");
}

}  // namespace
}  // namespace waymark
