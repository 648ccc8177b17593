// The find page: what it says for what is asked, told over the sample site
// (sample_site.h), where it is Saturday, 18:00, in Philadelphia.

#include <gmock/gmock.h>

#include "content/programmes.h"
#include "html/escape.h"
#include "web/sample_site.h"

namespace waymark::web {
namespace {

using testing::HasSubstr;
using testing::Not;

struct FindPage : testing::Test {
    SampleSite site;
    std::string page(std::string_view query, std::string_view language = "en") {
        return site.get("/find?" + std::string{query}, language).body;
    }
};

TEST_F(FindPage, ShowsACardWithEverythingNeededToDecide) {
    const std::string html = page("near=19104&when=now");
    EXPECT_THAT(html, HasSubstr("Meetings near Philadelphia, PA"));
    EXPECT_THAT(html, HasSubstr("Tonight 7:30\u00a0PM"));
    EXPECT_THAT(html, HasSubstr("starts in 1 h 30"));
    EXPECT_THAT(html, HasSubstr("Keep &lt;It&gt; Simple &amp; &quot;Calm&quot;"));
    EXPECT_THAT(html, HasSubstr("Narcotics Anonymous"));
    EXPECT_THAT(html, HasSubstr("open to anyone · in person"));
    EXPECT_THAT(html, HasSubstr("Grace Church, 12 Main St, Philadelphia, PA"));
    EXPECT_THAT(html, HasSubstr("Welcomes people on medication."));
    EXPECT_THAT(html, HasSubstr("From the list “philadelphia” · list read 3 days ago"));
    EXPECT_THAT(html, HasSubstr("Not kept on this server."));
}

TEST_F(FindPage, SaysOnceForAProgrammeWhatItHasPublishedOnMedication) {
    const std::string html = page("near=19104&when=week");
    const auto count = [&](std::string_view words) {
        std::size_t found = 0;
        for (auto at = html.find(words); at != html.npos; at = html.find(words, at + 1))
            ++found;
        return found;
    };
    EXPECT_EQ(count("What their programmes say about medication"), 1U);
    EXPECT_GT(count("Medication: not said, ask this group."), 5U);
    const auto* na = content::programme(directory::Fellowship::na);
    ASSERT_NE(na, nullptr);
    EXPECT_EQ(count(html::escape(na->words("en").medication_short)), 1U);
}

TEST_F(FindPage, SpeaksTheLanguageOfTheReaderAndTheMannersOfThePlace) {
    const std::string spanish = page("near=19104&when=now", "es");
    EXPECT_THAT(spanish, HasSubstr("Reuniones cerca de Philadelphia, PA"));
    EXPECT_THAT(spanish, HasSubstr("Esta noche 7:30\u00a0p.\u00a0m."));
    EXPECT_THAT(spanish, HasSubstr("Narcóticos Anónimos"));
    EXPECT_THAT(page("near=Toronto&venue=in-person&when=week"), HasSubstr("km"));
}

TEST_F(FindPage, TellsHowThePlaceWasUnderstoodAndWhatElseItCouldBe) {
    const std::string html = page("near=London&when=week");
    EXPECT_THAT(html, HasSubstr("Measured from the middle of London"));
    EXPECT_THAT(html, HasSubstr("Other places called that:"));
    EXPECT_THAT(html, HasSubstr("/find?near=London%2C%20ON&amp;when=week"));
}

TEST_F(FindPage, KeepsAPrecisePlaceOutOfEveryLink) {
    const std::string html = site.post("/find", "at=39.953111,-75.165222&when=week").body;
    EXPECT_THAT(html, HasSubstr("Meetings near you"));
    EXPECT_THAT(html, HasSubstr("method=\"post\""));
    EXPECT_THAT(html, HasSubstr("name=\"at\" value=\"39.953111,-75.165222\""));
    EXPECT_THAT(html, HasSubstr("near=39.95%2C-75.17"));
    std::string without_field = html;
    const auto at = without_field.find("value=\"39.953111");
    without_field.erase(at, 40);
    EXPECT_THAT(without_field, Not(HasSubstr("39.953")));
    EXPECT_THAT(html, HasSubstr("back=%2Ffind\"")) << "Not into the language link either.";
}

TEST_F(FindPage, PointsOutTheFieldThatIsWrongAndKeepsTheRest) {
    const auto response = site.get("/find?near=19104&radius=far&need=wheelchair");
    EXPECT_EQ(response.status, 400);
    EXPECT_THAT(response.body, HasSubstr("aria-invalid=\"true\""));
    EXPECT_THAT(response.body, HasSubstr("value=\"19104\""));
    EXPECT_THAT(response.body, HasSubstr("value=\"wheelchair\" checked"));
    EXPECT_THAT(response.body, HasSubstr("tel:911"));
}

TEST_F(FindPage, OffersTheNextPageAndTheWayBack) {
    const std::string first = page("near=19104&when=week");
    EXPECT_THAT(first, HasSubstr("Meetings 1 to 20 of 33"));
    EXPECT_THAT(first, HasSubstr("Show 13 more"));
    EXPECT_THAT(first, HasSubstr("/find?near=19104&amp;when=week&amp;page=2"));
    const std::string second = page("near=19104&when=week&page=2");
    EXPECT_THAT(second, HasSubstr("Meetings 21 to 33 of 33"));
    EXPECT_THAT(second, HasSubstr("href=\"/find?near=19104&amp;when=week\""));
    EXPECT_THAT(second, Not(HasSubstr("rel=\"nofollow next\"")));
}

TEST_F(FindPage, NarrowsByWhatWouldMakeTheListShorter) {
    const std::string html = page("near=19104&when=week");
    EXPECT_THAT(html, HasSubstr("fellowship=ha"));
    EXPECT_THAT(html, HasSubstr("Heroin Anonymous (1)"));
}

TEST_F(FindPage, NamesTheZoneWhenItIsNotThatOfThePlaceSearched) {
    EXPECT_THAT(page("near=19104&when=now"), Not(HasSubstr("New York time")));
    EXPECT_THAT(page("venue=online&when=now"), HasSubstr("New York time"));
    EXPECT_THAT(page("near=Chicago&venue=online&when=now"),
                HasSubstr("New York time; where you searched it is Tonight 7:00\u00a0PM"));
}

TEST_F(FindPage, SaysOfAProgrammeWithoutAListWhereToAsk) {
    const std::string html = page("near=19104&fellowship=lifering");
    EXPECT_THAT(html, HasSubstr("LifeRing Secular Recovery"));
    EXPECT_THAT(html, HasSubstr("https://meetings.lifering.org"));
    EXPECT_THAT(html, Not(HasSubstr("No LifeRing")));
}

TEST_F(FindPage, DrawsWhereTheMeetingsAreOnlyWhenAPlaceIsKnown) {
    EXPECT_THAT(page("near=19104&when=now"), HasSubstr("<svg class=\"sketch\""));
    EXPECT_THAT(page("venue=online&when=now"), Not(HasSubstr("<svg class=\"sketch\"")));
}

TEST_F(FindPage, KeepsWhatWasAskedInTheForm) {
    const std::string html = page("near=19104&when=tonight&fellowship=smart&door=open");
    EXPECT_THAT(html, HasSubstr("<option value=\"tonight\" selected>"));
    EXPECT_THAT(html, HasSubstr("<option value=\"smart\" selected>"));
    EXPECT_THAT(html, HasSubstr("<option value=\"open\" selected>"));
    EXPECT_THAT(page("near=19104&fellowship=na,ha"),
                HasSubstr("<option value=\"na,ha\" selected>"));
}

TEST_F(FindPage, IsNeverStoredByABrowserOrAProxy) {
    EXPECT_EQ(site.get("/find?near=19104").keep, http::Keep::never);
    EXPECT_EQ(site.post("/find", "at=39.95,-75.16").keep, http::Keep::never);
}

}  // namespace
}  // namespace waymark::web
