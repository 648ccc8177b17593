#include "core/phrase.h"

#include <gtest/gtest.h>

namespace waymark {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

std::string filled(Phrase::Value value, LengthUnit unit = LengthUnit::miles) {
    return in_english(phrase("{it}", {{"it", std::move(value)}}), unit);
}

TEST(Phrase, FillsItsHolesByName) {
    const auto said = phrase("{b} before {a}, {b} again", {{"a", "one"}, {"b", std::int64_t{2}}});
    EXPECT_EQ(in_english(said), "2 before one, 2 again");
}

TEST(Phrase, LeavesWhatNothingFills) {
    EXPECT_EQ(in_english(phrase("a {hole} and a { brace")), "a {hole} and a { brace");
    EXPECT_EQ(filled("{it}"), "{it}");  // What goes in is not read again.
}

TEST(Phrase, SaysLengthsAsTheCountryMeasures) {
    EXPECT_EQ(filled(miles(1.26)), "1.3 mi");
    EXPECT_EQ(filled(miles(2)), "2 mi");
    EXPECT_EQ(filled(miles(31.4)), "31 mi");
    EXPECT_EQ(filled(Kilometers{1.25}, LengthUnit::kilometers), "1.3 km");
    EXPECT_EQ(filled(Kilometers{9.96}, LengthUnit::kilometers), "10 km");
}

TEST(Phrase, SaysTimesOfDay) {
    EXPECT_EQ(filled(TimeOfDay{minutes{0}}), "midnight");
    EXPECT_EQ(filled(TimeOfDay{hours{24}}), "midnight");
    EXPECT_EQ(filled(TimeOfDay{hours{12}}), "noon");
    EXPECT_EQ(filled(TimeOfDay{minutes{12 * 60 + 5}}), "12:05 PM");
    EXPECT_EQ(filled(TimeOfDay{minutes{30}}), "12:30 AM");
    EXPECT_EQ(filled(TimeOfDay{hours{19}}), "7 PM");
}

TEST(Phrase, SaysSpans) {
    EXPECT_EQ(filled(Span{minutes{0}}), "0 min");
    EXPECT_EQ(filled(Span{minutes{-3}}), "0 min");
    EXPECT_EQ(filled(Span{minutes{42}}), "42 min");
    EXPECT_EQ(filled(Span{hours{1}}), "1 hour");
    EXPECT_EQ(filled(Span{minutes{80}}), "1 h 20 min");
    EXPECT_EQ(filled(Span{hours{24}}), "24 hours");
    EXPECT_EQ(filled(Span{hours{71}}), "2 days");
}

}  // namespace
}  // namespace waymark
