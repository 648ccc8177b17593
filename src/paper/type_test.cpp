// Lines, told by the texts that stand in them.

#include "paper/type.h"

#include <gtest/gtest.h>

#include "paper/pdf.h"

namespace waymark::paper {
namespace {

constexpr Lettering kPlain{.face = Face::serif, .size = 10};
constexpr Lettering kBold{.face = Face::serif_bold, .size = 10};

std::vector<std::string> lines(const std::vector<TextSpan>& spans, double width) {
    std::vector<std::string> all;
    for (const auto& line : set_lines(spans, width)) {
        EXPECT_LE(line.width, width + 0.001);
        std::string text;
        for (const auto& part : line.texts)
            text += (text.empty() ? "" : "|") + part.span.ansi;
        all.push_back(text);
    }
    return all;
}

using Lines = std::vector<std::string>;

TEST(Type, MeasuresWithTheFontsOwnWidths) {
    EXPECT_NEAR(width_of(kPlain, "A"), 7.22, 0.001);  // Adobe's metrics of Times-Roman.
    EXPECT_NEAR(width_of({.face = Face::mono, .size = 10}, "abc"), 18, 0.001);
}

TEST(Type, BreaksAtSpaces) {
    const double two = width_of(kPlain, "one two");
    EXPECT_EQ(lines({{"one two three", kPlain}}, two), (Lines{"one two", "three"}));
    EXPECT_EQ(lines({{"one two three", kPlain}}, 1000), (Lines{"one two three"}));
    EXPECT_EQ(lines({{"  one   two ", kPlain}}, 1000), (Lines{"one two"}));
    EXPECT_EQ(lines({}, 1000), Lines{});
    EXPECT_EQ(lines({{" ", kPlain}}, 1000), Lines{});
}

TEST(Type, KeepsOneWordOfTwoLetteringsTogether) {
    const double room = width_of(kPlain, "one tw");
    EXPECT_EQ(lines({{"one ", kPlain}, {"two", kBold}, {"!", kPlain}}, room),
              (Lines{"one", "two|!"}));
}

TEST(Type, PutsTheSpaceOfTheFirstLetteringBetweenTwo) {
    const auto set = set_lines({{"one ", kPlain}, {"two", kBold}}, 1000);
    ASSERT_EQ(set.size(), 1U);
    EXPECT_NEAR(set[0].texts[1].x, width_of(kPlain, "one "), 0.001);
}

TEST(Type, BreaksALongAddressAfterItsMarks) {
    const double room = width_of(kPlain, "example.org/ab");
    ASSERT_LE(width_of(kPlain, "abcdefg"), room);
    EXPECT_EQ(lines({{"example.org/abcdefg", kPlain}}, room), (Lines{"example.org/", "abcdefg"}));
    EXPECT_GT(lines({{std::string(200, 'm'), kPlain}}, 30).size(), 10U);
}

TEST(Type, EndsALineWhereTheTextSaysSo) {
    EXPECT_EQ(lines({{"one\ntwo", kPlain}}, 1000), (Lines{"one", "two"}));
}

TEST(Type, KnowsTheNarrowestAndTheWidest) {
    const auto widths = widths_of({{"one three", kPlain}});
    EXPECT_NEAR(widths.narrowest, width_of(kPlain, "three"), 0.001);
    EXPECT_NEAR(widths.widest, width_of(kPlain, "one three"), 0.001);
}

}  // namespace
}  // namespace waymark::paper
