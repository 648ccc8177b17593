// What a host's own rules must be, and what they are told when they are not.

#include "finder/setting_rules.h"

#include <gmock/gmock.h>

#include "core/text.h"
#include "embedded/content.h"
#include "json/parse.h"

namespace waymark::finder::setting {
namespace {

using testing::AllOf;
using testing::HasSubstr;

const std::string kOwn{embedded::content("setting/rules.json")};

// The rules with one piece of text in place of another, and what is said of it.
std::string complaint(std::string_view from, std::string_view to) {
    std::string text = kOwn;
    const auto start = text.find(from);
    EXPECT_NE(start, text.npos) << from;
    text.replace(start, from.size(), to);
    const auto rules = Rulebook::parse(text, "setting.json");
    return rules ? "taken" : rules.error().message;
}

TEST(SettingRules, OursAreTaken) {
    const auto& rules = Rulebook::own();
    EXPECT_GE(rules.questions.size(), 10U);
    EXPECT_LE(rules.questions.size(), 14U);
    EXPECT_EQ(rules.kinds.size(), 7U);
    EXPECT_EQ(rules.version, 1);
    EXPECT_EQ(rules.questions.front().id, "now") << "danger is asked first";
}

TEST(SettingRules, ARuleThatIsWrongIsNamed) {
    EXPECT_THAT(complaint(R"("sedatives", "is": ["daily"])", R"("sedatives", "is": ["often"])"),
                AllOf(HasSubstr("setting.json, rule G2-daily"), HasSubstr("often")));
    EXPECT_THAT(complaint(R"({"question": "pregnant", "is": ["yes"]})",
                          R"({"question": "pregnancy", "is": ["yes"]})"),
                AllOf(HasSubstr("rule G3-pregnant"), HasSubstr("pregnancy")));
    EXPECT_THAT(complaint(R"("setting": "hospital", "min)", R"("setting": "spa", "min)"),
                AllOf(HasSubstr("rule G4-body"), HasSubstr("spa")));
    EXPECT_THAT(complaint(R"("serves", "codes": ["pain"])", R"("serves", "codes": ["cats"])"),
                AllOf(HasSubstr("rule search-pain"), HasSubstr("serves=cats")));
    EXPECT_THAT(complaint(R"("parameter": "approach")", R"("parameter": "price")"),
                AllOf(HasSubstr("rule stimulants"), HasSubstr("price=cm")));
    EXPECT_THAT(complaint(R"("radius", "codes": ["10mi"])", R"("radius", "codes": ["near"])"),
                AllOf(HasSubstr("rule search-near"), HasSubstr("radius=near")));
    EXPECT_THAT(complaint(R"("is_not": ["no"]})", R"("is_no": ["no"]})"), HasSubstr("rule G2-fit"));
    EXPECT_THAT(complaint(R"("min_urgency": "today")", R"("min_urgency": "soon")"),
                HasSubstr("rule G2-fit"));
    EXPECT_THAT(complaint(R"("ask": ["keep"])", R"("ask": ["keeps"])"),
                AllOf(HasSubstr("rule medication-keep"), HasSubstr("keeps")));
}

TEST(SettingRules, EveryRuleSaysWhyAndFromWhereInBothLanguages) {
    EXPECT_THAT(complaint(R"("because": {"en": "If it happened once)", R"("becaus": {"en": "If)"),
                AllOf(HasSubstr("rule G2-fit"), HasSubstr("because")));
    EXPECT_THAT(complaint(R"("because": {"en": "It is your choice.)", R"("because": {"fr": "It)"),
                HasSubstr("rule medication-later"));
    EXPECT_THAT(complaint(R"("source": {"name": {"en": "45 CFR 96.126)",
                          R"("sources": {"name": {"en": "4)"),
                AllOf(HasSubstr("rule R7-waiting"), HasSubstr("source")));
    EXPECT_THAT(complaint("https://www.ecfr.gov", "http://www.ecfr.gov"),
                AllOf(HasSubstr("rule R7-waiting"), HasSubstr("https")));
    EXPECT_THAT(complaint(R"("ask": {"en": "Are you pregnant?")", R"("ask": {"nl": "Zwanger?")"),
                HasSubstr("question pregnant"));
    EXPECT_THAT(complaint(R"("cost": {"en": "Mostly rent)", R"("costs": {"en": "Mostly rent)"),
                HasSubstr("kind housing"));
}

TEST(SettingRules, EveryRuleCanFire) {
    EXPECT_EQ(
        complaint(
            R"([{"question": "ease", "is": ["near"]}])",
            R"([{"question": "ease", "is": ["near"]}, {"question": "ease", "is_not": ["near"]}])"),
        "setting.json, rule search-near: can never fire");
    EXPECT_EQ(
        complaint(
            R"([{"question": "home", "is": ["unsafe"]}])",
            R"([{"question": "home", "is": ["unsafe"]}, {"question": "home", "is": ["none"]}])"),
        "setting.json, rule search-unsafe: can never fire")
        << "one answer cannot be two";
    EXPECT_EQ(
        complaint(R"([{"question": "ease", "is": ["ride"]}])",
                  R"([{"question": "ease", "is": ["ride"]}, {"question": "now", "is": ["harm"]}])"),
        "setting.json, rule search-ride: can never fire")
        << "an emergency comes first";
    EXPECT_EQ(complaint(R"([{"question": "ease", "is": ["ride"]}])",
                        R"([{"question": "ease", "is": ["ride"]}, {"nothing_yet": true}])"),
              "setting.json, rule search-ride: can never fire")
        << "all have somewhere to go by then";
    EXPECT_EQ(
        complaint(
            R"([{"question": "ease", "is": ["ride"]}])",
            R"([{"question": "ease", "is": ["ride"]}, {"question": "ease", "is": ["near"]}])"),
        "taken")
        << "many may be ticked";
}

TEST(SettingRules, EmergenciesStandFirstAndSomethingCatchesTheRest) {
    EXPECT_THAT(complaint(R"("setting": "hospital", "min)", R"("setting": "emergency", "min)"),
                HasSubstr("rule G4-body: emergencies must stand before"));
    EXPECT_THAT(
        complaint(R"("when": [{"nothing_yet": true}])",
                  R"("when": [{"nothing_yet": true}, {"question": "home", "is": ["safe"]}])"),
        HasSubstr("one must catch those for whom no other fires"));
}

TEST(SettingRules, TheFileIsWhole) {
    EXPECT_THAT(complaint(R"("version": 1,)", ""), HasSubstr("version"));
    EXPECT_THAT(complaint(R"("version": 1,)", R"("version": "one",)"), HasSubstr("version"));
    EXPECT_THAT(complaint(R"("id": "G2-daily")", R"("id": "G2-fit")"),
                AllOf(HasSubstr("rule G2-fit"), HasSubstr("twice")));
    EXPECT_THAT(complaint(R"({"id": "some-days")", R"({"id": "daily")"),
                AllOf(HasSubstr("question opioids"), HasSubstr("twice")));
    EXPECT_FALSE(Rulebook::parse("{", "setting.json"));
    EXPECT_FALSE(Rulebook::parse("[]", "setting.json"));
    EXPECT_FALSE(Rulebook::parse("{}", "setting.json"));
}

// ASAM by name only: no level, no score, no dimension of its books.
TEST(SettingRules, ComputesNoLevelOfCare) {
    const std::string text = fold(kOwn);
    EXPECT_EQ(text.find("level 3"), text.npos);
    EXPECT_EQ(text.find("your level"), text.npos);
    EXPECT_EQ(text.find("score"), text.npos);
    EXPECT_NE(text.find("asam assessment"), text.npos);
}

}  // namespace
}  // namespace waymark::finder::setting
