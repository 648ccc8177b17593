// One place, several side by side, the reader's list and the first call.

#include <gmock/gmock.h>

#include <regex>
#include <string>
#include <vector>

#include "web/sample_site.h"

namespace waymark::web {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Key;
using testing::Not;
using testing::Pair;

struct Places : testing::Test {
    SampleSite site;
    std::string get(std::string_view address) const { return site.get(address).body; }
    std::string with_list(std::string_view address, std::string_view kept) const {
        return site.get(address, "en", {{"cookie", "kept=" + std::string{kept}}}).body;
    }
};
using PlacePage = Places;
using Compare = Places;
using FirstCall = Places;
using Shortlist = Places;

// The answer beside a main question.
std::string answer_to(const std::string& page, const std::string& question) {
    const auto at = page.find("<dt>" + question + "</dt>");
    return at == page.npos ? "" : page.substr(at, page.find("</dd>", at) - at);
}

TEST_F(PlacePage, AnswersTheMainQuestionsWithYesNoOrNotSaid) {
    const std::string clinic = get("/places/201");
    EXPECT_THAT(answer_to(clinic, "Methadone"), HasSubstr("<b>Yes</b>"));
    EXPECT_THAT(answer_to(clinic, "Wheelchair access"), HasSubstr("Not said: ask"));
    EXPECT_THAT(answer_to(get("/places/207"), "Buprenorphine"), HasSubstr("<b>No</b>"));
}

TEST_F(PlacePage, EveryFactNamesItsListAndItsDate) {
    const std::string clinic = get("/places/201");
    EXPECT_THAT(answer_to(clinic, "Methadone"),
                HasSubstr("From SAMHSA’s list of opioid treatment programmes, read on November "
                          "10, 2026."));
    EXPECT_THAT(answer_to(clinic, "Medicaid"),
                HasSubstr("From SAMHSA’s FindTreatment list, read on November 18, 2026."));
    EXPECT_THAT(clinic, HasSubstr("Several lists name this place."));

    const std::regex known{R"re(<dd><b>(?:Yes|No)</b>(.*?)</dd>)re"};
    for (std::sregex_iterator at{clinic.begin(), clinic.end(), known}, end; at != end; ++at)
        EXPECT_THAT((*at)[1].str(), HasSubstr("read on"));
    // Of one list, it is said once above the answers.
    const std::string single = get("/places/207");
    const auto questions = single.find("The main questions");
    EXPECT_LT(single.find("read on November 18, 2026.", questions), single.find("<dt>", questions));
}

TEST_F(PlacePage, TheNumberOfAnotherListFindsThePlaceItWasJoinedTo) {
    EXPECT_THAT(get("/places/202"), HasSubstr("Clinic &lt;One&gt; &amp; Co"));
}

TEST_F(PlacePage, ShowsPhonesHoursLanguagesAndTheAgeOfFreeBeds) {
    const std::string page = get("/places/201");
    EXPECT_THAT(page, HasSubstr("href=\"tel:2155550101,7\""));
    EXPECT_THAT(page, HasSubstr("215-555-0101, extension 7"));
    EXPECT_THAT(page, Not(HasSubstr("tel:2155550102"))) << "nobody answers a fax";
    EXPECT_THAT(page, HasSubstr("Every day: 8:00\u00a0AM to 8:00\u00a0PM"));
    EXPECT_THAT(page, HasSubstr("New York time"));
    EXPECT_THAT(page, HasSubstr("English, Spanish"));
    EXPECT_THAT(page, HasSubstr("beds: 3 of 12 free, 2 days ago."));
    EXPECT_THAT(page, HasSubstr("call first"));
    EXPECT_THAT(page, HasSubstr("href=\"geo:39.96000,-75.19000"));
}

TEST_F(PlacePage, OnlyADoorThatIsKnownIsAPointOnAMap) {
    EXPECT_THAT(get("/places/203"), Not(HasSubstr("href=\"geo:")));
}

TEST_F(PlacePage, WhatIsTickedIsLikelyAndNeverALevel) {
    const std::string page = get("/places/203");
    EXPECT_THAT(page, HasSubstr("Likely offers: Living there (residential) (self-reported"));
    EXPECT_THAT(page, Not(HasSubstr("ASAM")));
    EXPECT_THAT(page, Not(HasSubstr("Certified level of care")));
}

TEST_F(PlacePage, ThatIsGoneSaysSoKindlyAndLeadsOn) {
    const auto response = site.get("/places/299");
    EXPECT_EQ(response.status, 410);
    EXPECT_THAT(response.body, HasSubstr("Closed &amp; Gone was taken off its list on October 1"));
    EXPECT_THAT(response.body, HasSubstr("href=\"/treatment\""));
    for (const auto* address : {"/places/9999", "/places/abc", "/places/-1"})
        EXPECT_EQ(site.get(address).status, 404) << address;
}

TEST_F(Places, APrivateAddressStandsOnNoPage) {
    for (const auto* address :
         {"/treatment?near=19104", "/treatment?text=secretive", "/treatment?near=19104&text=hidden",
          "/places/204", "/treatment/compare?ids=204,201", "/treatment/first-call?id=204",
          "/shortlist"}) {
        const std::string page = with_list(address, "204");
        EXPECT_THAT(page, Not(HasSubstr("77 Secretive"))) << address;
        EXPECT_THAT(page, Not(HasSubstr("Hidden House"))) << address;
        EXPECT_THAT(page, Not(HasSubstr("geo:"))) << address;
    }
    EXPECT_THAT(get("/places/204"), AllOf(HasSubstr("Address kept private: call first"),
                                          HasSubstr("the address stands nowhere on this site")));
    EXPECT_THAT(get("/treatment?text=secretive"), Not(HasSubstr("id=\"p204\"")));
}

TEST_F(Compare, SetsUpToFourSideBySide) {
    const std::string page = get("/treatment/compare?ids=201,203&ids=207");
    EXPECT_THAT(page, HasSubstr("<th scope=\"row\">Methadone</th>"));
    EXPECT_THAT(page, HasSubstr("<b class=\"who\">Center of the ZIP</b> <span class=\"soft\">Not "
                                "said: ask</span>"));
    EXPECT_THAT(page, HasSubstr("href=\"tel:2155550103\""));
    EXPECT_THAT(page, HasSubstr("read on November 18, 2026"));
    EXPECT_THAT(page, HasSubstr("<span class=\"chip ask\">Wheelchair access</span>"))
        << "what nobody says is asked once, not in a row of its own";
    const std::string five = get("/treatment/compare?ids=201,203,204,205,207");
    EXPECT_THAT(five, HasSubstr("These are the first four."));
    EXPECT_THAT(five, Not(HasSubstr("href=\"/places/207\"")));
}

TEST_F(Compare, PassesOverWhatIsNoPlace) {
    const auto response = site.get("/treatment/compare?ids=201,x,999,0,201");
    EXPECT_EQ(response.status, 200);
    EXPECT_THAT(response.body, HasSubstr("1 place of your list is no longer listed."));
    EXPECT_EQ(site.get("/treatment/compare").status, 200);
}

TEST_F(FirstCall, StandsUnderTheNameAndNumberOfThePlace) {
    const std::string page = get("/treatment/first-call?id=201");
    EXPECT_THAT(page, HasSubstr("Clinic &lt;One&gt; &amp; Co"));
    EXPECT_THAT(page, HasSubstr("href=\"tel:2155550101,7\""));
    EXPECT_THAT(page, HasSubstr("The list says: Yes. Ask anyway."));
    EXPECT_THAT(page, HasSubstr("If they say you must stop your medication"));
    EXPECT_THAT(get("/treatment/first-call"), Not(HasSubstr("The list says")));
}

std::string cookie_of(const http::Response& response) {
    for (const auto& [name, value] : response.headers) {
        if (name == "Set-Cookie") return value;
    }
    return {};
}

TEST_F(Shortlist, IsOneCookieWithTheNumbersOfPlacesAndNothingElse) {
    const auto first = site.post("/shortlist", "keep=201&back=%2Fplaces%2F201");
    EXPECT_EQ(first.status, 303);
    EXPECT_THAT(first.headers, Contains(Pair("Location", "/places/201")));
    EXPECT_THAT(cookie_of(first), testing::StartsWith("kept=201; Max-Age=7776000;"));
    EXPECT_THAT(cookie_of(first), HasSubstr("HttpOnly"));
    const auto second = site.post("/shortlist", "keep=203", {{"cookie", "kept=201"}});
    EXPECT_THAT(cookie_of(second), testing::StartsWith("kept=201-203;"));
    const auto taken = site.post("/shortlist", "remove=201", {{"cookie", "kept=201-203"}});
    EXPECT_THAT(cookie_of(taken), testing::StartsWith("kept=203;"));
    const auto emptied = site.post("/shortlist", "clear=1", {{"cookie", "kept=201-203"}});
    EXPECT_THAT(cookie_of(emptied), testing::StartsWith("kept=; Max-Age=0"));
    const auto odd = site.post("/shortlist", "keep=999&back=https%3A%2F%2Fevil.example",
                               {{"cookie", "kept=<script>-12-abc"}});
    EXPECT_THAT(odd.headers, Contains(Pair("Location", "/")));
    EXPECT_THAT(cookie_of(odd), testing::StartsWith("kept=12;"));
}

TEST_F(Shortlist, OnlyAButtonChangesIt) {
    for (const auto* address : {"/shortlist?keep=201", "/shortlist", "/treatment?near=19104",
                                "/places/201", "/treatment/compare?ids=201"}) {
        EXPECT_THAT(site.get(address).headers, Not(Contains(Key("Set-Cookie")))) << address;
    }
}

TEST_F(Shortlist, ShowsWhatIsKeptWithItsNumberAndOffersToCompare) {
    const std::string page = with_list("/shortlist", "203-201-299");
    EXPECT_LT(page.find("id=\"p203\""), page.find("id=\"p201\"")) << "in the order kept";
    EXPECT_THAT(page, HasSubstr("href=\"tel:2155550103\""));
    EXPECT_THAT(page, HasSubstr("name=\"ids\" value=\"201\" checked"));
    EXPECT_THAT(page, HasSubstr("Remove from my list"));
    EXPECT_THAT(page, HasSubstr("1 place of your list is no longer listed."));
    EXPECT_THAT(with_list("/treatment", "203-201"), HasSubstr("My list: 2 places"));
    EXPECT_THAT(get("/shortlist"), HasSubstr("Nothing is on your list yet."));
}

TEST_F(Shortlist, IsForgottenOnLeaving) {
    const auto response = site.get("/exit", "en", {{"cookie", "kept=201"}});
    EXPECT_THAT(response.headers,
                Contains(Pair("Set-Cookie", testing::StartsWith("kept=; Max-Age=0"))));
}

}  // namespace
}  // namespace waymark::web
