// "Which group suits me?" on the web: nothing must be answered, nothing is
// kept, and every point that counts is told.

#include <gmock/gmock.h>

#include <string>

#include "finder/match/weights.h"
#include "web/sample_site.h"

namespace waymark::web {
namespace {

using finder::match::Question;
using finder::match::Weights;
using testing::HasSubstr;
using testing::Not;

std::string body_of(const http::Response& response) {
    const auto start = response.body.find("<main");
    return response.body.substr(start, response.body.find("</main>") - start);
}

struct MatchPage : testing::Test {
    SampleSite site;
    std::string answer(std::string_view form) const { return body_of(site.post("/match", form)); }
};

TEST_F(MatchPage, AsksEveryQuestionOfTheWeightsAndNothingThatMustBeAnswered) {
    const std::string page = body_of(site.get("/match"));
    for (const auto& question : Weights::own().questions) {
        EXPECT_THAT(page, HasSubstr("name=\"" + question.id + '"'));
        for (const auto& answer : question.answers)
            EXPECT_THAT(page, HasSubstr("value=\"" + answer.id + '"'));
    }
    EXPECT_THAT(page, Not(HasSubstr("required")));
    EXPECT_THAT(page, HasSubstr("method=\"post\""));
}

TEST_F(MatchPage, ShowsEachGroupWithItsPointsAndReasons) {
    const std::string page =
        answer("near=19104&belief=steps&belief=tools&medicine=yes&travel=car&about=opioids");
    EXPECT_THAT(page, HasSubstr("Keep &lt;It&gt; Simple &amp; &quot;Calm&quot;"));
    EXPECT_THAT(page, HasSubstr("of 50 points"));
    EXPECT_THAT(page, HasSubstr("What it believes.</b> 16 of 16 points"));
    EXPECT_THAT(page, HasSubstr("It uses the 12 Steps."));
    EXPECT_THAT(page, HasSubstr("The group says that people on medication are welcome."));
    EXPECT_THAT(page, HasSubstr("<span class=\"chip ask\">ask</span> The group has not said."));
    EXPECT_THAT(page, HasSubstr("Not counted, as you skipped it: How it runs"));
    EXPECT_THAT(page, Not(HasSubstr("Evening Star"))) << "in London, and suspended";
}

TEST_F(MatchPage, AHardNeedLeavesOut) {
    const std::string page = answer("near=19104&must=wheelchair&belief=steps");
    EXPECT_THAT(page, HasSubstr("A way in with a wheelchair:</b> The list says so."));
    EXPECT_THAT(page, Not(HasSubstr("Hope in the Basement")));
    EXPECT_THAT(answer("must=sign"), HasSubstr("Take back one thing that must be there"));
}

TEST_F(MatchPage, NothingSaidStillShowsGroups) {
    const std::string page = answer("");
    EXPECT_THAT(page, HasSubstr("You gave no place"));
    EXPECT_THAT(page, HasSubstr("Tools for Tonight"));
    EXPECT_THAT(page, HasSubstr("You answered nothing that can be counted"));
}

TEST_F(MatchPage, APlaceItDoesNotKnowIsSaidBesideTheFieldAndNothingIsLost) {
    const auto response = site.post("/match", "near=Xqzzyplugh&belief=steps");
    EXPECT_EQ(response.status, 400);
    EXPECT_THAT(response.body, HasSubstr("aria-errormessage=\"near-wrong\""));
    EXPECT_THAT(response.body, HasSubstr("value=\"Xqzzyplugh\""));
    EXPECT_THAT(response.body, HasSubstr("name=\"belief\" value=\"steps\" checked"));
}

TEST_F(MatchPage, RefusesAnAnswerItNeverOffered) {
    const auto response = site.post("/match", "about=%3Cscript%3E");
    EXPECT_EQ(response.status, 400);
    EXPECT_THAT(body_of(response), HasSubstr("This is not one of the answers to that question."));
    EXPECT_THAT(body_of(response), Not(HasSubstr("script")));
    EXPECT_EQ(site.post("/match", "sauce=red").status, 200) << "what it never asked it ignores";
    EXPECT_EQ(site.post("/match", "only=%3Cb%3E").status, 400);
}

TEST_F(MatchPage, KeepsAnswersOutOfEveryAddressAndEveryCache) {
    const auto response = site.post("/match", "near=19104&about=opioids&medicine=yes");
    EXPECT_EQ(response.keep, http::Keep::never);
    EXPECT_THAT(response.headers, Not(testing::Contains(testing::Pair("Set-Cookie", testing::_))));
    EXPECT_THAT(response.body, Not(HasSubstr("?near")));
    EXPECT_THAT(response.body, Not(HasSubstr("opioids&")));
    EXPECT_THAT(response.body, HasSubstr("back=%2Fmatch\"")) << "the language link";
    EXPECT_THAT(body_of(site.get("/match?about=opioids")),
                Not(HasSubstr("value=\"opioids\" checked")))
        << "an address never answers";
}

TEST_F(MatchPage, ChangesAnswersWithoutLosingThem) {
    const std::string page = answer("near=19104&only=na&belief=steps&belief=tools&again=1");
    EXPECT_THAT(page, HasSubstr("name=\"belief\" value=\"steps\" checked"));
    EXPECT_THAT(page, HasSubstr("name=\"belief\" value=\"tools\" checked"));
    EXPECT_THAT(page, Not(HasSubstr("name=\"belief\" value=\"faith\" checked")));
    EXPECT_THAT(page, HasSubstr("value=\"19104\""));
    EXPECT_THAT(page, HasSubstr("name=\"only\" value=\"na\""));
}

TEST_F(MatchPage, OneProgrammeOnlyWhenAsked) {
    const std::string page = answer("near=19104&only=ha");
    EXPECT_THAT(page, HasSubstr("Hope in the Basement"));
    EXPECT_THAT(page, Not(HasSubstr("Tools for Tonight")));
    EXPECT_THAT(page, HasSubstr("<option value=\"ha\" selected>"));
}

TEST_F(MatchPage, ThreeToTryComeWithASheetForEach) {
    const std::string page = body_of(site.post("/match/three", "near=19104&belief=steps"));
    for (const auto* number : {"1", "2", "3"}) {
        EXPECT_THAT(page, HasSubstr("id=\"visit-" + std::string{number} + '"'));
        EXPECT_THAT(page, HasSubstr("name=\"philosophy-" + std::string{number} + '"'));
    }
    EXPECT_THAT(page, HasSubstr("/meetings/"));
    EXPECT_THAT(page, Not(HasSubstr("<form"))) << "what is written there is sent nowhere";
    const std::string blank = body_of(site.get("/match/three"));
    EXPECT_THAT(blank, HasSubstr("id=\"visit-3\""));
    EXPECT_THAT(blank, Not(HasSubstr("/meetings/")));
}

TEST_F(MatchPage, HowItIsDoneIsTheWholeOfTheWeights) {
    const std::string page = body_of(site.get("/match/how"));
    for (const auto& factor : Weights::own().factors) {
        EXPECT_THAT(page, HasSubstr(factor.name.en + "</th><td>" + std::to_string(factor.weight)));
    }
    for (const auto& question : Weights::own().questions)
        EXPECT_THAT(page, HasSubstr("<summary>" + question.asked.en));
    EXPECT_THAT(page, HasSubstr("Nobody can pay to stand higher."));
}

TEST_F(MatchPage, SpeaksSpanish) {
    EXPECT_THAT(body_of(site.get("/match", "es")), HasSubstr("¿Qué grupo me conviene?"));
    EXPECT_THAT(body_of(site.get("/match/how", "es")), HasSubstr("Los pesos"));
    const auto page = body_of(site.post("/match", "belief=tools", {{"accept-language", "es"}}));
    EXPECT_THAT(page, HasSubstr("Enseña herramientas para las ideas y las ganas."));
    EXPECT_THAT(page, Not(HasSubstr("points")));
}

TEST_F(MatchPage, IsLinkedFromWherePeopleLookForGroups) {
    for (const auto* address : {"/", "/find", "/programmes", "/learn/choosing-a-group"})
        EXPECT_THAT(body_of(site.get(address)), HasSubstr("href=\"/match\"")) << address;
}

}  // namespace
}  // namespace waymark::web
