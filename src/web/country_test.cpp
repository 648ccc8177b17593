// The country whose numbers a reader sees: the host's until they choose
// another, which their browser then remembers.

#include <gmock/gmock.h>

#include <string>

#include "web/sample_site.h"

namespace waymark::web {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Key;
using testing::Not;
using testing::Pair;
using testing::StartsWith;

// The host's country is the United States.
struct CountryChoice : testing::Test {
    SampleSite site;

    std::string cookie(std::string_view address) const {
        for (const auto& [name, value] : site.get(address).headers) {
            if (name == "Set-Cookie") return value;
        }
        return {};
    }
    std::string page(std::string_view address, const std::string& chosen) const {
        return site.get(address, "en", {{"cookie", "country=" + chosen}}).body;
    }
};

TEST_F(CountryChoice, RemembersTheCountryInOneSmallCookie) {
    EXPECT_EQ(cookie("/country?to=GB"),
              "country=GB; Max-Age=31536000; Path=/; SameSite=Lax; HttpOnly");
    EXPECT_THAT(cookie("/country?to=gb"), StartsWith("country=GB;"));
    EXPECT_THAT(site.get("/country?to=GB&back=%2Fnow%23numbers").headers,
                Contains(Pair("Location", "/now#numbers")));
    EXPECT_THAT(site.get("/country?to=GB&back=%2F%2Fevil.example").headers,
                Contains(Pair("Location", "/")));
}

TEST_F(CountryChoice, TakesOnlyACountryWithANumber) {
    for (const char* to : {"ZZ", "", "GBR", "G%0AB", "911"}) {
        EXPECT_EQ(cookie(std::string{"/country?to="} + to), "") << to;
    }
}

TEST_F(CountryChoice, ShowsItsNumbersOnEveryPage) {
    for (const char* address : {"/", "/find?near=19104", "/meetings/1", "/about", "/no-such-page",
                                "/find?near=xyzzy+nowhere"}) {
        const std::string british = page(address, "GB");
        EXPECT_THAT(british, HasSubstr("tel:999")) << address;
        EXPECT_THAT(british, Not(HasSubstr("tel:911"))) << address;
        EXPECT_THAT(page(address, "ZZ"), HasSubstr("tel:911")) << address;
    }
    EXPECT_THAT(page("/now", "GB"), HasSubstr("Numbers for United Kingdom"));
}

TEST_F(CountryChoice, AnAddressThatNamesACountryCountsForItsPageOnly) {
    const std::string french = page("/now?country=FR", "GB");
    EXPECT_THAT(french, HasSubstr("Numbers for France"));
    EXPECT_THAT(french, HasSubstr("href=\"/country?to=FR&amp;back=%2Fnow%23numbers\""));
    EXPECT_THAT(site.get("/now?country=FR").headers, Not(Contains(Key("Set-Cookie"))));
    EXPECT_THAT(page("/?country=FR", "GB"), HasSubstr("tel:999"));
}

TEST_F(CountryChoice, LeadsBackToTheHostsCountry) {
    const std::string back = "href=\"/country?to=US&amp;back=%2Fnow%23numbers\"";
    EXPECT_THAT(page("/now", "GB"), HasSubstr(back));
    EXPECT_THAT(page("/now?country=US", "GB"), HasSubstr(back));
    EXPECT_THAT(site.get("/now").body, Not(HasSubstr(back)));
    EXPECT_THAT(cookie("/country?to=US"), StartsWith("country=; Max-Age=0;"));
}

TEST_F(CountryChoice, IsForgottenOnLeaving) {
    EXPECT_THAT(site.get("/exit").headers,
                Contains(Pair("Set-Cookie", StartsWith("country=; Max-Age=0;"))));
    EXPECT_THAT(site.get("/exit").headers,
                Contains(Pair("Set-Cookie", StartsWith("lang=; Max-Age=0;"))));
}

}  // namespace
}  // namespace waymark::web
