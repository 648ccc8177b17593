// What content/match/weights.json must be, and how its mistakes are named.

#include "finder/match/weights.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "core/text.h"
#include "embedded/content.h"

namespace waymark::finder::match {
namespace {

std::string own_text() {
    return std::string{embedded::content("match/weights.json")};
}

// What is said of our own file after one change.
std::string said_of(std::string_view from, std::string_view to) {
    std::string text = own_text();
    const auto place = text.find(from);
    if (place == text.npos) return "nothing to change";
    text.replace(place, from.size(), to);
    const auto weights = Weights::parse(text, "weights.json");
    return weights ? "" : weights.error().message;
}

bool mentions(const std::string& text, std::string_view part) {
    return text.find(part) != text.npos;
}

TEST(Weights, AskEightToTwelveQuestionsForTenFactors) {
    const Weights& weights = Weights::own();
    EXPECT_GE(weights.questions.size(), 8U);
    EXPECT_LE(weights.questions.size(), 12U);
    EXPECT_EQ(weights.factors.size(), 10U);
    for (const auto* factor : {"format", "dynamics", "philosophy", "accessibility", "resources",
                               "language", "schedule", "medication", "audience", "first-timer"}) {
        EXPECT_NE(std::ranges::find(weights.factors, factor, &Factor::id), weights.factors.end())
            << factor;
    }
}

TEST(Weights, NeutralIsExactlyHalfOfEveryWeight) {
    for (const auto& factor : Weights::own().factors)
        EXPECT_EQ(factor.weight % 2, 0) << factor.id;
}

TEST(Weights, RefuseAMistakeWithOneSentenceThatNamesIt) {
    EXPECT_TRUE(mentions(said_of("\"weight\": 16", "\"weight\": 17"), "add up to 100"));
    EXPECT_TRUE(mentions(said_of("\"weight\": 16", "\"weight\": 0"), "from 1 to 100"));
    EXPECT_TRUE(mentions(said_of("feature:speaker", "feature:loud"), "feature:loud"));
    EXPECT_TRUE(mentions(said_of("within:2", "within:far"), "within:far"));
    EXPECT_TRUE(mentions(said_of("\"fit\": 100", "\"fit\": 101"), "from 0 to 100"));
    EXPECT_TRUE(mentions(said_of("\"factor\": \"schedule\"", "\"factor\": \"mood\""), "mood"));
    EXPECT_TRUE(mentions(said_of("\"joins\": \"any\"", "\"joins\": \"some\""), "any, each or one"));
    EXPECT_TRUE(mentions(said_of("\"id\": \"bus\"", "\"id\": \"foot\""), "twice"));
    EXPECT_TRUE(mentions(said_of("\"hint\"", "\"tip\""), "hint"));
    EXPECT_TRUE(mentions(said_of("{", "["), "weights.json"));
    EXPECT_EQ(said_of("\"version\": 1", "\"version\": 2"), "");
}

TEST(Weights, NeedWordsForWhatCanStayOpen) {
    const auto text = own_text();
    const auto from = text.find("\"open\": {");
    const auto end = text.find('}', from);
    EXPECT_TRUE(mentions(said_of(text.substr(from, end + 1 - from), "\"open\": null"),
                         "must say what to ask"));
}

TEST(Facts, AreNoneThatIsNotThere) {
    for (const auto* code : {"", "x", "venue:moon", "family:", "time:noonish", "within:0",
                             "within:500", "door:women", "language:spanish", "concern:shoes"}) {
        EXPECT_FALSE(Fact::of_code(code)) << code;
    }
    EXPECT_FALSE(condition_of("day:weekend+x"));
    EXPECT_EQ(condition_of("day:weekend+time:morning")->size(), 2U);
}

}  // namespace
}  // namespace waymark::finder::match
