// "Which kind of place fits?", told as cases: tests/golden/setting/CASE holds
// the answers somebody gives and where they lead. WAYMARK_WRITE_GOLDEN=1 writes
// the latter anew, for a person to read.

#include "finder/setting.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "json/write.h"

namespace waymark::finder::setting {
namespace {

using json::Value;

const std::filesystem::path kCases{WAYMARK_SOURCE_DIR "/tests/golden/setting"};

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

Outcome lead(std::string_view answers) {
    const auto& rules = Rulebook::own();
    const auto read = read_answers(rules, answers);
    EXPECT_TRUE(read) << read.error().field << ' ' << read.error().message;
    return outcome_of(rules, *read);
}

std::vector<std::string> kinds(const Outcome& outcome) {
    std::vector<std::string> ids;
    for (const auto& suggestion : outcome.suggestions)
        ids.push_back(suggestion.kind->id);
    return ids;
}

// The outcome without its sentences, which a translator may change.
std::string bones(const Outcome& outcome) {
    auto value = Value::object();
    value.set("outcome", outcome.is_emergency ? "emergency" : "settings");
    value.set("urgency", code_of(outcome.urgency));
    auto settings = Value::object();
    for (const auto& suggestion : outcome.suggestions) {
        settings.set(suggestion.kind->id,
                     outcome.is_emergency ? Value{} : Value{search_address(suggestion)});
    }
    value.set("settings", std::move(settings));
    auto reasons = Value::object();
    for (const auto& reason : outcome.reasons) {
        auto answers = Value::array();
        for (const auto& given : reason.answers)
            answers.push(given.question->id + '=' + given.answer->id);
        reasons.set(reason.rule->id, std::move(answers));
    }
    value.set("rules", std::move(reasons));
    auto ask = Value::array();
    for (const auto* question : outcome.ask)
        ask.push(question->id);
    value.set("ask", std::move(ask));
    return json::write_indented(value);
}

std::string trimmed_end(std::string text) {
    while (!text.empty() && text.back() == '\n')
        text.pop_back();
    return text;
}

TEST(Setting, LeadsEveryGoldenCaseWhereItSays) {
    std::set<std::string> fired;
    for (const auto& folder : std::filesystem::directory_iterator{kCases}) {
        SCOPED_TRACE(folder.path().filename());
        const auto outcome = lead(text_of(folder.path() / "answers.json"));
        if (std::getenv("WAYMARK_WRITE_GOLDEN") != nullptr) {
            std::ofstream{folder.path() / "outcome.json"} << bones(outcome) << '\n';
        }
        EXPECT_EQ(trimmed_end(bones(outcome)),
                  trimmed_end(text_of(folder.path() / "outcome.json")));
        for (const auto& reason : outcome.reasons)
            fired.insert(reason.rule->id);
    }
    for (const auto& rule : Rulebook::own().rules)
        EXPECT_TRUE(fired.contains(rule.id)) << rule.id << " has no golden case";
}

TEST(Setting, AnEmergencyStopsEverythingElse) {
    const auto outcome = lead(R"({"now": ["overdose"], "opioids": "daily", "home": "none"})");
    EXPECT_TRUE(outcome.is_emergency);
    EXPECT_EQ(outcome.urgency, Urgency::now);
    EXPECT_EQ(kinds(outcome), std::vector<std::string>{"emergency"});
    EXPECT_TRUE(outcome.suggestions.front().search.empty());
    ASSERT_EQ(outcome.reasons.size(), 1U);
    EXPECT_EQ(outcome.reasons.front().rule->id, "G1-breathing");
}

TEST(Setting, SaysEveryDangerThatWasTicked) {
    const auto outcome = lead(R"({"now": ["overdose", "harm", "chest-pain"]})");
    EXPECT_EQ(outcome.reasons.size(), 3U);
    EXPECT_EQ(outcome.suggestions.size(), 1U);
}

TEST(Setting, NothingAnsweredStillLeadsSomewhere) {
    EXPECT_EQ(kinds(lead("{}")), std::vector<std::string>{"outpatient"});
    EXPECT_EQ(kinds(lead(R"({"opioids": null, "home": "not-sure"})")),
              std::vector<std::string>{"outpatient"});
}

TEST(Setting, SaysWhichAnswersLedToARule) {
    const auto outcome = lead(R"({"health": ["withdrawal-fit", "pain"], "sedatives": "daily"})");
    const auto& fit = outcome.reasons.front();
    EXPECT_EQ(fit.rule->id, "G2-fit");
    ASSERT_EQ(fit.answers.size(), 1U);
    EXPECT_EQ(fit.answers.front().answer->id, "withdrawal-fit");
}

TEST(Setting, RefusesAnswersItDoesNotKnow) {
    const auto& rules = Rulebook::own();
    const auto field = [&](std::string_view text) {
        return read_answers(rules, text).error().field;
    };
    EXPECT_EQ(field(R"({"shoe_size": "42"})"), "shoe_size");
    EXPECT_EQ(field(R"({"shoe_size": null})"), "shoe_size");
    EXPECT_EQ(field(R"({"opioids": "weekly"})"), "opioids");
    EXPECT_EQ(field(R"({"opioids": ["daily", "no"]})"), "opioids") << "takes one answer";
    EXPECT_EQ(field(R"({"pay": 7})"), "pay");
    EXPECT_EQ(field(R"({"pay": [7]})"), "pay");
    EXPECT_FALSE(read_answers(rules, "[]"));
    EXPECT_FALSE(read_answers(rules, "what?"));
}

TEST(Setting, TheSameAnswerTwiceIsOneAnswer) {
    EXPECT_TRUE(read_answers(Rulebook::own(), R"({"opioids": ["daily", "daily"]})"));
}

TEST(Setting, NarrowsAllSearchesByWhatHoldsForAllAndOneByItsOwnRule) {
    const auto outcome = lead(R"({"opioids": "daily", "sedatives": "daily", "pay": ["medicaid"]})");
    ASSERT_EQ(kinds(outcome), (std::vector<std::string>{"detox", "outpatient"}));
    EXPECT_EQ(search_address(outcome.suggestions[0]),
              "/treatment?setting=detox&quality=keeps-medication&payment=medicaid");
    EXPECT_EQ(search_address(outcome.suggestions[1]),
              "/treatment?kind=treatment&medication=methadone,buprenorphine"
              "&quality=keeps-medication&payment=medicaid");
}

TEST(Setting, JoinsCodesOfOneParameterAndKeepsTheFirstDistance) {
    const auto outcome = lead(R"({"pay": ["medicaid", "cash"], "ease": ["near", "far"]})");
    const auto address = search_address(outcome.suggestions.front());
    EXPECT_NE(address.find("payment=medicaid,cash"), address.npos) << address;
    EXPECT_NE(address.find("radius=10mi"), address.npos) << address;
    EXPECT_EQ(address.find("100mi"), address.npos) << address;
}

TEST(Setting, SpeaksBothLanguages) {
    const auto& rules = Rulebook::own();
    const auto outcome = lead(R"({"sedatives": "daily"})");
    const auto said = [&](std::string_view language) {
        return std::string{
            to_json(rules, outcome, language).find("settings")->items()->front().text_or("name")};
    };
    EXPECT_EQ(said("en"), "Medical detox, day and night");
    EXPECT_EQ(said("es"), "Desintoxicación médica, día y noche");
}

}  // namespace
}  // namespace waymark::finder::setting
