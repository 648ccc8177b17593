// The fast ways to medication, and where naloxone is.

#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

#include "directory/trait_sources.h"
#include "web/sample_site.h"

namespace waymark::web {
namespace {

using testing::HasSubstr;
using testing::Not;

struct InBothLanguages : testing::TestWithParam<const char*> {
    SampleSite site;
    http::Response get(const std::string& address) const { return site.get(address, GetParam()); }
};

TEST_P(InBothLanguages, StartTodayNamesTheWaysInTheOrderOfSpeed) {
    const auto page = get("/start-today");
    EXPECT_EQ(page.status, 200);
    std::size_t last = 0;
    for (const auto* way : {"id=\"way1\"", "id=\"way2\"", "id=\"way3\"", "id=\"way4\""}) {
        const auto at = page.body.find(way);
        ASSERT_NE(at, page.body.npos) << way;
        EXPECT_GT(at, last);
        last = at;
    }
    EXPECT_THAT(page.body, HasSubstr("href=\"tel:911\""));
    EXPECT_THAT(page.body, HasSubstr("tel:+18006624357"));
    EXPECT_THAT(page.body, HasSubstr("href=\"/start-today/sheet\""));
}

TEST_P(InBothLanguages, TheyGiveNoDose) {
    for (const auto* address : {"/start-today", "/start-today/sheet", "/naloxone"}) {
        const auto body = get(address).body;
        for (const auto* unit : {" mg", "milligram", "miligramo"})
            EXPECT_THAT(body, Not(HasSubstr(unit))) << address;
    }
}

TEST_P(InBothLanguages, APlaceThatCannotBeFoundIsSaidAtTheField) {
    for (const auto* address : {"/start-today?near=Qqqqzzzz", "/naloxone?near=Qqqqzzzz"}) {
        const auto page = get(address);
        EXPECT_EQ(page.status, 400);
        EXPECT_THAT(page.body, HasSubstr("id=\"near-wrong\""));
        EXPECT_THAT(page.body, HasSubstr("value=\"Qqqqzzzz\""));
    }
}

TEST_P(InBothLanguages, WhereNothingIsListedTheOtherWaysAreTold) {
    const auto page = get("/naloxone?near=19107&state=PA");
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("id=\"ways\""));
    EXPECT_THAT(page.body, HasSubstr("id=\"access\""));
    EXPECT_THAT(page.body, HasSubstr("role=\"status\""));
}

INSTANTIATE_TEST_SUITE_P(Pages, InBothLanguages, testing::Values("en", "es"));

TEST(StartToday, OffersFromAfarOnlyWhatStartsBuprenorphineFromAfar) {
    std::vector<directory::Facility> places;
    for (const auto& [name, codes] :
         {std::pair{"Screen Start", "SA UB"}, {"Screen Block", "SA UN"}}) {
        places.push_back(sample_place(300 + static_cast<std::int64_t>(places.size()), name, codes));
        places.back().attributes.push_back(
            directory::attribute_of(directory::Trait::telehealth_medication));
    }
    const SampleSite site{Listed::real, {}, places};
    const auto page = site.get("/start-today?near=19104").body;
    EXPECT_THAT(page, HasSubstr("Screen Start"));
    EXPECT_THAT(page, Not(HasSubstr("Screen Block")));
}

TEST(EmergencySheet, SpeaksOfTheLawOfTheReadersCountryOnly) {
    const SampleSite site;
    EXPECT_THAT(site.get("/start-today/sheet").body, HasSubstr("1306.07(b)"));
    const auto abroad = site.get("/start-today/sheet", "en", {{"cookie", "country=GB"}});
    EXPECT_THAT(abroad.body, Not(HasSubstr("1306.07(b)")));
}

}  // namespace
}  // namespace waymark::web
