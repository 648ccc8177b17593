// "Which kind of place fits?" on the web: danger first, answers kept nowhere,
// an outcome with its reasons whatever was said.

#include <gmock/gmock.h>

#include <string>

#include "web/sample_site.h"

namespace waymark::web {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// What is said between <main> and its end.
std::string body_of(const http::Response& response) {
    const auto start = response.body.find("<main");
    return response.body.substr(start, response.body.find("</main>") - start);
}

struct SettingPage : testing::Test {
    SampleSite site;
    std::string answer(std::string_view form) const { return body_of(site.post("/setting", form)); }
};

TEST_F(SettingPage, AsksOfDangerFirstAndOfNothingThatMustBeAnswered) {
    const std::string page = body_of(site.get("/setting"));
    const auto& questions = site.site().setting_rules.questions;
    std::size_t last = 0;
    for (const auto& question : questions) {
        const auto at = page.find("name=\"" + question.id + '"');
        ASSERT_NE(at, page.npos) << question.id;
        EXPECT_GT(at, last) << question.id;
        last = at;
    }
    EXPECT_THAT(page, Not(HasSubstr("required")));
    EXPECT_THAT(page, Not(HasSubstr("\" checked")));
    EXPECT_THAT(page, HasSubstr("method=\"post\""));
}

TEST_F(SettingPage, AnEmergencyIsACallAndNothingStandsBeforeIt) {
    const auto response = site.post("/setting", "now=overdose&opioids=daily&home=none");
    const std::string page = body_of(response);
    const auto call = page.find("tel:911");
    ASSERT_NE(call, page.npos);
    EXPECT_EQ(page.find("<a "), page.rfind("<a ", call)) << "the first link is the call";
    EXPECT_LT(call, page.find("/now#wake"));
    EXPECT_LT(call, page.find("/now#die"));
    EXPECT_THAT(page, HasSubstr("tel:988"));
    EXPECT_THAT(page, HasSubstr("An overdose can stop the breath."));
    EXPECT_THAT(page, Not(HasSubstr("/treatment")));
    EXPECT_THAT(page, Not(HasSubstr("recovery house")));
    EXPECT_THAT(response.body, Not(HasSubstr("class=\"line\""))) << "this page is the crisis line";
}

TEST_F(SettingPage, AnEmergencyCallsTheNumberOfTheReadersCountry) {
    http::Request request;
    request.method = http::Method::post;
    request.path = "/setting";
    request.form = {{"now", "harm"}};
    request.headers = {{"cookie", "country=GB"}};
    const http::Router router{routes(site.site()), [this](int status, const http::Request& asked) {
                                  return refusal(site.site(), status, asked);
                              }};
    EXPECT_THAT(body_of(router.answer(request)), HasSubstr("tel:999"));
}

TEST_F(SettingPage, SaysWhatFitsWhyAndWhatToAsk) {
    const std::string page = answer("opioids=daily&sedatives=daily&pay=medicaid");
    EXPECT_LT(page.find("Medical detox"), page.find("Visits, with medication"));
    EXPECT_THAT(page, HasSubstr("stopping at once can be deadly"));
    EXPECT_THAT(page, HasSubstr("How often do you drink alcohol"));
    EXPECT_THAT(page, HasSubstr("Every day, or almost"));
    EXPECT_THAT(page, HasSubstr("SAMHSA, TIP 45"));
    EXPECT_THAT(page, HasSubstr("Is a nurse there day and night?"));
    EXPECT_THAT(page, HasSubstr("A clinician decides the level of care."));
    EXPECT_THAT(page, HasSubstr("places that take Medicaid"));
}

TEST_F(SettingPage, NothingSaidStillHasAnOutcome) {
    EXPECT_THAT(answer(""), AllOf(HasSubstr("What may fit"), HasSubstr("A first visit")));
}

TEST_F(SettingPage, KeepsAnswersOutOfEveryAddressAndEveryCache) {
    const auto response = site.post("/setting", "opioids=daily&home=none");
    EXPECT_EQ(response.keep, http::Keep::never);
    EXPECT_THAT(response.headers, Not(testing::Contains(testing::Pair("Set-Cookie", testing::_))));
    EXPECT_THAT(response.body, Not(HasSubstr("/setting?opioids")));
    EXPECT_THAT(response.body, Not(HasSubstr("back=%2Fsetting%3F")));
    EXPECT_THAT(response.body, HasSubstr("back=%2Fsetting")) << "the language link";
    EXPECT_THAT(body_of(site.get("/setting?opioids=daily&home=none")), Not(HasSubstr("\" checked")))
        << "an address never answers";
}

TEST_F(SettingPage, ChangesAnswersWithoutLosingThem) {
    const std::string page = answer("opioids=daily&pay=medicaid&pay=cash&again=1");
    const auto ticked = [&](const std::string& name, const std::string& value) {
        return page.find("name=\"" + name + "\" value=\"" + value + "\" checked") != page.npos;
    };
    EXPECT_TRUE(ticked("opioids", "daily"));
    EXPECT_TRUE(ticked("pay", "medicaid"));
    EXPECT_TRUE(ticked("pay", "cash"));
    EXPECT_FALSE(ticked("pay", "private"));
}

TEST_F(SettingPage, RefusesAnAnswerItNeverOffered) {
    const std::string page = answer("opioids=%3Cscript%3E");
    EXPECT_THAT(page, HasSubstr("This is not one of the answers to that question."));
    EXPECT_THAT(page, Not(HasSubstr("script")));
    EXPECT_THAT(answer("sauce=red"), HasSubstr("What may fit")) << "what it never asked it ignores";
}

TEST_F(SettingPage, SpeaksSpanish) {
    const std::string page = body_of(site.get("/setting", "es"));
    EXPECT_THAT(page, HasSubstr("¿Qué tipo de lugar te conviene?"));
    EXPECT_THAT(page, HasSubstr("¿Estás en embarazo?"));
    EXPECT_THAT(page, Not(HasSubstr("Are you")));
}

TEST_F(SettingPage, ThreeQuestionsLeadToADoor) {
    const auto door = [&](std::string_view form) {
        const auto response = site.post("/door", form);
        EXPECT_EQ(response.status, 303);
        for (const auto& [name, value] : response.headers) {
            if (name == "Location") return value;
        }
        return std::string{};
    };
    EXPECT_EQ(door("danger=yes&who=me&wish=people"), "/now") << "danger goes first";
    EXPECT_EQ(door("danger=no&who=other&wish=place"), "/family");
    EXPECT_EQ(door("danger=no&who=me&wish=people"), "/find");
    EXPECT_EQ(door("danger=no&who=me&wish=place"), "/setting");
    EXPECT_EQ(door("danger=no&who=me&wish=medication"), "/start-today");
    EXPECT_EQ(door("danger=no&who=me&wish=unsure"), "/setting");
    EXPECT_EQ(door(""), "/setting") << "nothing answered";
}

}  // namespace
}  // namespace waymark::web
