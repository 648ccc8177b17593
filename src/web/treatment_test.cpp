// /treatment: what is found, in which words, and what is never said.

#include <gmock/gmock.h>

#include <regex>
#include <string>

#include "web/sample_site.h"

namespace waymark::web {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// The card of one place, from its heading to its source.
std::string card_of(const std::string& page, int id) {
    const auto start = page.find("id=\"p" + std::to_string(id) + "\"");
    if (start == page.npos) return {};
    return page.substr(start, page.find("</article>", start) - start);
}

struct Treatment : testing::Test {
    SampleSite site;
    std::string get(std::string_view address) const { return site.get(address).body; }
};

TEST_F(Treatment, BeforeASearchOffersTheFormAndOtherWays) {
    const std::string page = get("/treatment");
    EXPECT_THAT(page, HasSubstr("action=\"/treatment\""));
    EXPECT_THAT(page, HasSubstr("href=\"/setting\""));
    EXPECT_THAT(page, HasSubstr("href=\"/treatment/first-call\""));
    EXPECT_THAT(page, HasSubstr("tel:+18006624357"));
    EXPECT_THAT(page, HasSubstr("findtreatment.gov"));
    EXPECT_THAT(page, Not(HasSubstr("role=\"alert\"")));
}

TEST_F(Treatment, ACardSaysWhereWhatWhyAndWhoSaysSo) {
    const std::string card = card_of(get("/treatment?near=19104"), 201);
    EXPECT_THAT(card, HasSubstr("Clinic &lt;One&gt; &amp; Co"));
    EXPECT_THAT(card, HasSubstr("mi · 12 Main St, Philadelphia, PA, 19104"));
    EXPECT_THAT(card, HasSubstr("<a class=\"btn\" href=\"tel:2155550101,7\">"))
        << "intake comes first";
    for (const auto* chip : {"Methadone", "Buprenorphine", "Naltrexone", "All three medications",
                             "Accredited", "Naloxone and overdose training"}) {
        EXPECT_THAT(card, HasSubstr(std::string{"<span class=\"chip\">"} + chip)) << chip;
    }
    EXPECT_THAT(card, HasSubstr("Medicaid, Price by income"));
    EXPECT_THAT(card, HasSubstr("Gives methadone. Offers buprenorphine."));
    EXPECT_THAT(card, HasSubstr("Open now. Until: Tonight 8:00\u00a0PM"));
    EXPECT_THAT(card, HasSubstr("From SAMHSA’s FindTreatment list, read on November 18, 2026; "
                                "from SAMHSA’s list of opioid treatment programmes, read on "
                                "November 10, 2026."));
}

TEST_F(Treatment, SaysVerifiedOfNothingAndCheckedOnlyWhereAPersonDid) {
    const std::string page = get("/treatment?near=19104");
    EXPECT_THAT(page, Not(HasSubstr("erified")));
    EXPECT_THAT(card_of(page, 201), Not(HasSubstr("Checked by a person")));
    EXPECT_THAT(card_of(page, 203), HasSubstr("Checked by a person on November 1, 2026."));
}

TEST_F(Treatment, ADistanceFromTheMiddleOfAZipAreaSaysSo) {
    const std::string page = get("/treatment?near=19104");
    EXPECT_THAT(card_of(page, 203),
                testing::ContainsRegex("about [0-9.]+\\W+mi \\(middle of its ZIP area\\)"));
    EXPECT_THAT(card_of(page, 201), Not(HasSubstr("about")));
}

TEST_F(Treatment, WhatIsNotSaidIsAskedAndNeverANo) {
    const std::string strict = get("/treatment?near=19104&payment=medicaid");
    EXPECT_EQ(card_of(strict, 203), "");
    EXPECT_THAT(strict, HasSubstr("do not say whether they have what you asked for"));
    EXPECT_THAT(strict, HasSubstr("/treatment?near=19104&amp;payment=medicaid&amp;unknown=show"));
    const std::string wide = get("/treatment?near=19104&payment=medicaid&unknown=show");
    EXPECT_THAT(card_of(wide, 203), HasSubstr("<span class=\"chip ask\">Ask: Medicaid?</span>"));
    EXPECT_THAT(wide, HasSubstr("Hide places that do not say"));
}

TEST_F(Treatment, WarnsOfWhatHasNoEvidenceAndPutsItLast) {
    const std::string page = get("/treatment?near=19104");
    EXPECT_THAT(card_of(page, 205), HasSubstr("there is no good evidence for this programme"));
    EXPECT_GT(page.find("id=\"p205\""), page.find("id=\"p207\""));
}

TEST_F(Treatment, HidesWhatIsOnlyForDriversUnlessAsked) {
    EXPECT_EQ(card_of(get("/treatment?near=19104"), 206), "");
    EXPECT_NE(card_of(get("/treatment?near=19104&dui=show"), 206), "");
}

TEST_F(Treatment, NarrowsByWhatSomeOfThemHave) {
    const std::string page = get("/treatment?near=19104");
    EXPECT_THAT(page, HasSubstr("href=\"/treatment?near=19104&amp;setting=residential\""));
    const std::string more = get("/treatment?near=19104&setting=residential");
    EXPECT_EQ(card_of(more, 201), "");
    EXPECT_NE(card_of(more, 203), "");
}

TEST_F(Treatment, APresetWithoutAPlaceFillsTheFormAndAsksWhere) {
    const auto response =
        site.get("/treatment?medication=methadone,buprenorphine&payment=medicaid");
    EXPECT_EQ(response.status, 200);
    EXPECT_THAT(response.body, HasSubstr("Type where you are, and press Search."));
    EXPECT_THAT(response.body, HasSubstr("value=\"methadone,buprenorphine\" selected"));
    EXPECT_THAT(response.body, HasSubstr("value=\"medicaid\" selected"));
}

TEST_F(Treatment, AChoiceThatThereIsNotIsRefusedBesideItsField) {
    const auto response = site.get("/treatment?near=19104&payment=gold");
    EXPECT_EQ(response.status, 400);
    EXPECT_THAT(response.body, HasSubstr("Choose one of those in the list."));
}

TEST_F(Treatment, WhereNothingIsListedOffersALineAndTheOfficialList) {
    const std::string page = get("/treatment?near=Honolulu");
    EXPECT_THAT(page, HasSubstr("This server has no list of treatment places for this area yet."));
    EXPECT_THAT(page, HasSubstr("tel:+18006624357"));
    EXPECT_LT(page.find("findtreatment.gov"), page.find("id=\"results\""));
}

TEST_F(Treatment, APrecisePlaceIsAnsweredDirectlyAndRoundedInEveryLink) {
    const auto response = site.post("/treatment", "at=39.961234,-75.191234");
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.keep, http::Keep::never);
    EXPECT_THAT(response.body, HasSubstr("Places near you"));
    EXPECT_THAT(response.body, HasSubstr("near=39.96"));
    const std::regex precise{R"re((?:href|name="back" value)="[^"]*39\.9612)re"};
    EXPECT_FALSE(std::regex_search(response.body, precise));
}

TEST_F(Treatment, FromHomeAreOnlyThoseThatSayThatTheyHelpFromAfar) {
    EXPECT_THAT(get("/treatment?near=19104"), Not(HasSubstr("id=\"from-home\"")))
        << "all of them stand in the list";
    const std::string page = get("/treatment?near=19104&limit=1&unknown=show");
    ASSERT_THAT(page, HasSubstr("id=\"from-home\""));
    const std::string section = page.substr(page.find("id=\"from-home\""));
    EXPECT_NE(card_of(section, 207), "");
    EXPECT_EQ(card_of(section, 203), "");
}

TEST_F(Treatment, SpeaksSpanish) {
    const std::string page = site.get("/treatment?near=19104", "es").body;
    EXPECT_THAT(card_of(page, 201), AllOf(HasSubstr("Metadona"), HasSubstr("Guardar"),
                                          HasSubstr("leída el 18 de noviembre de 2026")));
}

}  // namespace
}  // namespace waymark::web
