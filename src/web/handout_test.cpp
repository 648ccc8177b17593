// Paper to hand over: the page of notes, what stands in its address, the cards
// and the pack for the first week.

#include "web/handout.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>

#include "html/escape.h"
#include "web/sample_site.h"
#include "web/wallet_cards.h"

namespace waymark::web {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string kChoice =
    "meetings=1,3&places=201&lines=us-988,us-samhsa&articles=first-days,sleep";

std::string location_of(const http::Response& response) {
    for (const auto& [name, value] : response.headers) {
        if (name == "Location") return value;
    }
    return {};
}

HandoutAsked read(std::string_view query) {
    http::Request request;
    request.query = http::parse_form(query);
    return read_handout(request);
}

TEST(HandoutAddress, HoldsListsAndTicksAlikeEachOnce) {
    const auto asked = read("meetings=1,2&meetings=7&meetings=2&lines=us-988&articles=");
    EXPECT_FALSE(asked.wrong.has_value());
    EXPECT_EQ(asked.picked.meetings, (std::vector<std::string>{"1", "2", "7"}));
    EXPECT_EQ(asked.picked.lines, std::vector<std::string>{"us-988"});
    EXPECT_TRUE(asked.picked.articles.empty());
    EXPECT_EQ(handout_address("/handout", asked.picked), "/handout?meetings=1,2,7&lines=us-988");
}

TEST(HandoutAddress, TakesNothingThatIsNoId) {
    for (const auto* query : {"meetings=0", "meetings=-1", "meetings=1x", "places=%2B3",
                              "lines=Call%20me", "articles=..%2Fetc", "articles=%3Cb%3E"}) {
        const auto asked = read(query);
        EXPECT_TRUE(asked.wrong.has_value()) << query;
        EXPECT_TRUE(asked.picked.is_empty()) << query;
    }
}

TEST(HandoutAddress, TakesAtMostSixOfEach) {
    EXPECT_FALSE(read("meetings=1,2,3,4,5,6").wrong.has_value());
    const auto asked = read("meetings=1,2,3,4,5,6,7");
    ASSERT_TRUE(asked.wrong.has_value());
    EXPECT_EQ(asked.wrong->field, "meetings");
    EXPECT_EQ(read("places=1,2,3,4,5,6,7").wrong->field, "places");
    std::string endless = "meetings=1";
    for (int id = 2; id < 500; ++id)
        endless += "," + std::to_string(id);
    EXPECT_LE(read(endless).picked.meetings.size(), 40u);
}

struct OnPaper : testing::TestWithParam<const char*> {
    SampleSite site;
    http::Response get(const std::string& address) const { return site.get(address, GetParam()); }
};

TEST_P(OnPaper, APlaceOffersMeetingsAndHelpAroundItToTick) {
    const auto empty = get("/handout").body;
    EXPECT_THAT(empty, Not(HasSubstr("name=\"meetings\"")));
    EXPECT_THAT(empty, HasSubstr("name=\"lines\" value=\"us-988\""));
    EXPECT_THAT(empty, HasSubstr("name=\"articles\" value=\"first-days\""));
    const auto page = get("/handout?near=19104");
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("name=\"meetings\" value=\"1\""));
    EXPECT_THAT(page.body, HasSubstr("name=\"places\" value=\"2"));
    EXPECT_THAT(page.body, Not(HasSubstr("id=\"chosen\"")));
}

TEST_P(OnPaper, WhatWasTickedStaysTickedAndIsOfferedOnce) {
    const auto page = get("/handout?near=19104&" + kChoice).body;
    for (const auto* value :
         {"name=\"meetings\" value=\"1\" checked", "name=\"places\" value=\"201\" checked",
          "name=\"lines\" value=\"us-samhsa\" checked",
          "name=\"articles\" value=\"sleep\" checked"}) {
        EXPECT_THAT(page, HasSubstr(value));
    }
    const std::string once = "name=\"meetings\" value=\"1\"";
    EXPECT_EQ(page.find(once), page.rfind(once));
}

TEST_P(OnPaper, MakingThePageLeavesTheSearchBehind) {
    const auto answer = get("/handout?near=19104&meetings=1&meetings=3&places=201&make=es");
    EXPECT_EQ(answer.status, 303);
    EXPECT_EQ(location_of(answer), "/handout/sheet?meetings=1,3&places=201&language=es");
    EXPECT_EQ(answer.keep, http::Keep::never);
}

TEST_P(OnPaper, ThePageOfNotesHasWhatWasChosenInFull) {
    const auto page = get("/handout/sheet?" + kChoice);
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(page.keep, http::Keep::never);
    for (const auto* text : {"Keep &lt;It&gt; Simple &amp; &quot;Calm&quot;",
                             "12 Main St, Philadelphia, PA", "+1 215 555 0100 ext 7", "988",
                             "1-800-662-HELP", "href=\"/learn/sleep\"", "911", "<svg xmlns"}) {
        EXPECT_THAT(page.body, HasSubstr(text));
    }
    EXPECT_THAT(page.body, Not(HasSubstr("video.example.org"))) << "a link is nothing on paper";
    EXPECT_THAT(page.body, HasSubstr("href=\"/handout?meetings=1,3&amp;places=201&amp;"))
        << "the way back to the choice";
}

TEST_P(OnPaper, WhatIsGoneIsSaid) {
    const auto page = get("/handout/sheet?meetings=1,999&places=888&lines=xx-none&articles=none");
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("role=\"status\">4 "));
    EXPECT_THAT(get("/handout?places=888").body, HasSubstr("role=\"status\">1 "));
}

TEST_P(OnPaper, WhatCannotBeTakenIsToldInOneSentence) {
    for (const auto* address : {"/handout/sheet?meetings=x", "/handout?meetings=1,2,3,4,5,6,7",
                                "/handout/sheet?lines=a,b,c,d,e,f,g", "/handout?near=Qqqqzzzz",
                                "/handout?meetings=x&make=en"}) {
        const auto page = get(address);
        EXPECT_EQ(page.status, 400) << address;
        EXPECT_THAT(page.body, HasSubstr("role=\"alert\"")) << address;
        EXPECT_THAT(page.body, HasSubstr("id=\"near\"")) << address;
    }
}

TEST_P(OnPaper, PagesAreLaidOutForTheSheetThatIsAskedFor) {
    for (const std::string path : {"/handout/sheet", "/cards", "/handbook/first-week"}) {
        EXPECT_THAT(get(path).body, HasSubstr("on-letter")) << path << ": the usual one in the US";
        EXPECT_THAT(get(path + "?size=a4").body, HasSubstr("on-a4")) << path;
        EXPECT_THAT(get(path + "?country=GB").body, HasSubstr("on-a4")) << path;
        EXPECT_THAT(get(path + "?size=huge").body, HasSubstr("on-letter")) << path;
    }
}

TEST_P(OnPaper, CardsAndThePackAskForNothing) {
    for (const auto* path : {"/cards", "/handbook/first-week", "/handout/sheet"}) {
        const auto body = get(path).body;
        EXPECT_THAT(body, Not(HasSubstr("<input"))) << path;
        EXPECT_THAT(body, Not(HasSubstr("<form"))) << path;
    }
}

TEST_P(OnPaper, TheyNameNoDose) {
    for (const auto* path : {"/cards", "/handbook/first-week"}) {
        const auto body = get(path).body;
        for (const auto* unit : {" mg", "milligram", "miligramo"})
            EXPECT_THAT(body, Not(HasSubstr(unit))) << path;
    }
}

TEST_P(OnPaper, TheFirstWeekHasSevenDaysAndItsArticles) {
    const auto body = get("/handbook/first-week").body;
    std::size_t days = 0;
    for (auto at = body.find("scope=\"row\""); at != body.npos;
         at = body.find("scope=\"row\"", at + 1))
        ++days;
    EXPECT_EQ(days, 7u);
    for (const auto* slug : {"first-days", "first-dose", "day-to-day", "triggers", "after-a-break",
                             "emergency-spray", "first-visit", "sleep"}) {
        EXPECT_THAT(body, HasSubstr("href=\"/learn/" + std::string{slug} + "\""));
    }
    EXPECT_THAT(body, HasSubstr("href=\"/handbook.pdf?articles=first-days,first-dose,"));
}

TEST_P(OnPaper, TheCardsSayTheSameOnThePageAndInThePdf) {
    http::Request request;
    request.query = {{"language", GetParam()}};
    const auto here = visit(site.site(), request);
    const auto page = get("/cards").body;
    const auto printed = cards_on_paper(here);
    for (const auto& card : wallet_cards(here)) {
        EXPECT_THAT(page, HasSubstr(card.title));
        EXPECT_TRUE(std::ranges::any_of(
            printed, [&](const paper::Card& other) { return other.title == card.title; }));
        for (const auto& line : card.lines)
            EXPECT_THAT(page, HasSubstr(">" + html::escape(line.text) + "</p>"));
    }
    EXPECT_EQ(printed.size(), wallet_cards(here).size() + 2) << "and the two sides of the steps";
    const auto file = get("/cards.pdf?size=a4");
    EXPECT_EQ(file.content_type, "application/pdf");
    EXPECT_THAT(file.body, testing::StartsWith("%PDF-"));
    EXPECT_EQ(file.body, get("/cards.pdf?size=a4").body);
    EXPECT_NE(file.body, get("/cards.pdf?size=letter").body);
}

INSTANTIATE_TEST_SUITE_P(Pages, OnPaper, testing::Values("en", "es"));

}  // namespace
}  // namespace waymark::web
