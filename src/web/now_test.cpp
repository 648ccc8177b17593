// The page for danger to life: all of it there, small, and never guessed from
// where a request comes from.

#include <gmock/gmock.h>

#include <regex>
#include <string>
#include <vector>

#include "content/helplines.h"
#include "http/encoding.h"
#include "web/assets.h"
#include "web/sample_site.h"

namespace waymark::web {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::size_t kSmallBytes = 14'000;

std::string style_sheet() {
    const std::string& href = asset_href("site.css");
    return asset(href.substr(href.rfind('/') + 1)).body;
}

// What stands between two marks of a page.
std::string between(const std::string& text, std::string_view from, std::string_view to) {
    const auto start = text.find(from);
    if (start == text.npos) return {};
    return text.substr(start, text.find(to, start) - start);
}

std::string section(const std::string& page, std::string_view id) {
    return between(page, "<section id=\"" + std::string{id} + '"', "</section>");
}

struct NowIn : testing::TestWithParam<const char*> {
    SampleSite site;
    std::string now(std::string_view query = "") const {
        return site.get("/now" + std::string{query}, GetParam()).body;
    }
};

TEST_P(NowIn, AnswersFourNeedsOnOnePage) {
    const std::string page = now();
    for (const auto* id : {"wake", "using", "sick", "die", "numbers"}) {
        EXPECT_THAT(page, HasSubstr("<section id=\"" + std::string{id} + '"'));
    }
    for (const auto* id : {"wake", "using", "sick", "die"}) {
        EXPECT_THAT(page, HasSubstr("href=\"#" + std::string{id} + '"'));
    }
}

TEST_P(NowIn, StandsFirstWithACallAndNeedsNoScript) {
    const std::string page = now();
    const std::string body = between(page, "<main", "</main>");
    EXPECT_THAT(body, Not(HasSubstr("<script")));
    // What a script may add stays hidden until it does: keeping the page offline.
    const auto offered = body.find("<section class=\"offline noprint\" hidden");
    ASSERT_NE(offered, body.npos);
    EXPECT_THAT(body.substr(0, offered), Not(HasSubstr("data-")));
    EXPECT_LT(body.find("tel:911"), body.find("id=\"wake\""));
}

TEST_P(NowIn, FitsInFourteenKilobytesWithItsStyleSheet) {
    const std::size_t style = http::gzip(style_sheet(), 6).size();
    for (const auto& number : content::emergency_numbers()) {
        const std::size_t page = http::gzip(now("?country=" + number.country), 6).size();
        EXPECT_LE(page + style, kSmallBytes) << number.country;
    }
}

TEST_P(NowIn, ShowsTheHostsCountryUntilTheReaderPicksAnother) {
    const std::string usual = section(now(), "numbers");
    EXPECT_LT(usual.find("tel:988"), usual.find("tel:116123"));
    const std::string british = now("?country=gb");
    EXPECT_THAT(section(british, "wake"), HasSubstr("tel:999"));
    EXPECT_THAT(section(british, "die"), HasSubstr("tel:116123"));
    EXPECT_EQ(section(now("?country=ZZ"), "numbers"), usual) << "a country we do not know";
}

TEST_P(NowIn, NeverGuessesACountryFromTheRequest) {
    const std::string from_there =
        site.get("/now", GetParam(), {{"x-forwarded-for", "81.2.69.142"}, {"cf-ipcountry", "GB"}})
            .body;
    EXPECT_EQ(from_there, now());
}

TEST_P(NowIn, ListsEveryHelplineOfEveryCountry) {
    const std::string page = now();
    const content::Helplines lines;
    for (const auto& line : lines.all()) {
        EXPECT_TRUE(line.dial.empty() || page.find("tel:" + line.dial) != page.npos) << line.id;
        EXPECT_TRUE(line.text_to.empty() || page.find("sms:" + line.text_to) != page.npos)
            << line.id;
    }
    for (const auto& number : content::emergency_numbers()) {
        EXPECT_THAT(page, HasSubstr("<option value=\"" + number.country + '"'));
    }
}

TEST_P(NowIn, OffersALineThatStaysWithAPersonAboutToUse) {
    EXPECT_THAT(section(now(), "using"), HasSubstr("tel:+18776961996"));
    EXPECT_THAT(section(now("?country=CA"), "using"), HasSubstr("tel:+18886886677"));
    EXPECT_THAT(section(now(), "using"), Not(HasSubstr("tel:988\"")));
}

TEST_P(NowIn, SendsNobodyInCrisisToALineForTheYoungOnly) {
    EXPECT_THAT(section(now("?country=CA"), "die"), Not(HasSubstr("tel:+18006686868")));
}

TEST_P(NowIn, NamesNoDose) {
    const std::regex dose{R"(\d+([.,]\d+)?\s*(mg|mcg|µg|ml|milligram|miligramo)\b)"};
    EXPECT_FALSE(std::regex_search(now(), dose));
}

INSTANTIATE_TEST_SUITE_P(Now, NowIn, testing::Values("en", "es"),
                         [](const auto& language) { return std::string{language.param}; });

TEST(NowStyle, BreathesEveryFiveSecondsAndCountsThreeMinutesWithoutAScript) {
    const std::string css = style_sheet();
    EXPECT_THAT(css, HasSubstr("[open] > .beat i { animation: beat 5s"));
    EXPECT_THAT(css, HasSubstr("[open] > .three i { animation: count 180s linear forwards; }"));
}

TEST(NowStyle, KeepsStillForThoseWhoAskForIt) {
    const std::string still = between(style_sheet(), "@media (prefers-reduced-motion", "\n}");
    EXPECT_THAT(still, HasSubstr(".beat i"));
    EXPECT_THAT(still, HasSubstr(".three i"));
    EXPECT_THAT(still, HasSubstr("steps(3)"));
}

TEST(CrisisLine, IsOfTheHostsCountry) {
    SampleSite site;
    EXPECT_THAT(site.get("/").body, HasSubstr("tel:911"));
    EXPECT_THAT(site.get("/").body, HasSubstr("tel:988"));
}

}  // namespace
}  // namespace waymark::web
