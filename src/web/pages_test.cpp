// Every page, whole, in both languages, without a server.

#include <gmock/gmock.h>

#include <regex>
#include <set>
#include <string>
#include <vector>

#include "embedded/web.h"
#include "html/escape.h"
#include "http/encoding.h"
#include "locale/catalogue.h"
#include "web/assets.h"
#include "web/pages/pages.h"
#include "web/sample_site.h"

namespace waymark::web {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::vector<std::string> kPages{
    "/",
    "/find",
    "/find?near=19104&when=now",
    "/find?near=19104&page=2",
    "/find?near=London&when=week",
    "/find?near=nowhere+at+all+xyzzy",
    "/find?venue=online&when=now",
    "/find?near=19104&venue=in-person&need=wheelchair&radius=1mi",
    "/find?when=now",
    "/find?near=19104&radius=9000mi",
    "/meetings/1",
    "/meetings/3",
    "/meetings/4",
    "/meetings/5",
    "/meetings/1/report",
    "/meetings/1/report/sent",
    "/places/201/report",
    "/meetings/999",
    "/about",
    "/offline",
    "/about/sources",
    "/helplines",
    "/helplines?country=DE&need=alone&zone=Europe/Berlin",
    "/number",
    "/now/card",
    "/handout",
    "/handout?near=19104&meetings=1&lines=us-988&articles=sleep",
    "/handout/sheet?meetings=1,3&places=201&lines=us-988&articles=sleep",
    "/handbook/first-week",
    "/cards",
    "/learn",
    "/learn?q=sleep",
    "/learn/evidence",
    "/medication",
    "/family",
    "/handbook",
    "/treatment",
    "/treatment?near=19104",
    "/treatment?near=19104&medication=buprenorphine&payment=medicaid&unknown=show",
    "/treatment?near=Honolulu",
    "/treatment?near=19104&payment=gold",
    "/treatment/compare?ids=201,203,204",
    "/treatment/first-call?id=201",
    "/places/201",
    "/places/204",
    "/places/207",
    "/shortlist",
    "/no/such/page",
};

std::size_t count_of(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) {
        ++count;
    }
    return count;
}

std::vector<std::string> matches_of(const std::string& text, const char* pattern) {
    std::vector<std::string> found;
    const std::regex regex{pattern};
    for (std::sregex_iterator at{text.begin(), text.end(), regex}, end; at != end; ++at) {
        found.push_back((*at)[1].str());
    }
    return found;
}

std::string unescaped(std::string text) {
    for (auto at = text.find("&amp;"); at != text.npos; at = text.find("&amp;", at + 1)) {
        text.replace(at, 5, "&");
    }
    return text;
}

// Drawings have titles of their own.
std::string head_of(const std::string& page) {
    return page.substr(0, page.find("</head>"));
}

struct InLanguage : testing::TestWithParam<const char*> {
    SampleSite site{Listed::fictional};
};

TEST_P(InLanguage, EveryPageIsWholeAndSaysItsLanguage) {
    for (const auto& address : kPages) {
        SCOPED_TRACE(address);
        const std::string page = site.get(address, GetParam()).body;
        EXPECT_THAT(page, HasSubstr("<html lang=\"" + std::string{GetParam()} + "\">"));
        EXPECT_EQ(count_of(page, "<h1>"), 1u);
        EXPECT_EQ(count_of(page, "<main"), 1u);
        EXPECT_EQ(count_of(head_of(page), "<title>"), 1u);
        EXPECT_THAT(page, Not(HasSubstr("<title></title>")));
        EXPECT_THAT(page, HasSubstr("</html>"));
    }
}

TEST_P(InLanguage, EveryPageCarriesTheCrisisLineTheWayOutAndTheBannerOfMadeUpData) {
    for (const auto& address : kPages) {
        SCOPED_TRACE(address);
        const std::string page = site.get(address, GetParam()).body;
        EXPECT_THAT(page, HasSubstr("href=\"tel:911\""));
        EXPECT_THAT(page, HasSubstr("href=\"/exit\""));
        EXPECT_THAT(page, HasSubstr("class=\"banner\""));
        EXPECT_LT(page.find("href=\"/exit\""), page.find("href=\"#main\"")) << "Leave is first";
    }
}

TEST_P(InLanguage, NoPageHasWhatTheSecurityPolicyForbids) {
    for (const auto& address : kPages) {
        SCOPED_TRACE(address);
        const std::string page = site.get(address, GetParam()).body;
        EXPECT_THAT(page, Not(HasSubstr(" style=")));
        EXPECT_THAT(page, Not(HasSubstr("<style")));
        EXPECT_THAT(page, Not(HasSubstr("<script>")));
        EXPECT_THAT(matches_of(page, R"(\s(on[a-z]+)=")"), testing::IsEmpty());
        EXPECT_THAT(matches_of(page, R"re((?:src|action)="(https?:)?//)re"), testing::IsEmpty());
        EXPECT_THAT(matches_of(page, R"re(<link [^>]*href="((?:https?:)?//))re"),
                    testing::IsEmpty());
    }
}

TEST_P(InLanguage, LinksToOtherSitesDoNotTellThemWhereTheReaderCameFrom) {
    for (const auto& address : kPages) {
        const std::string page = site.get(address, GetParam()).body;
        for (const auto& link : matches_of(page, R"re((<a [^>]*href="https?:[^>]*>))re")) {
            EXPECT_THAT(link, HasSubstr("noreferrer")) << address;
        }
    }
}

TEST_P(InLanguage, EveryLinkInsideLeadsToAPageThatIsThere) {
    std::set<std::string> links;
    for (const auto& address : kPages) {
        const std::string page = site.get(address, GetParam()).body;
        for (const auto& link : matches_of(page, R"re(href="(/[^"#]*))re")) {
            links.insert(unescaped(link));
        }
    }
    ASSERT_GT(links.size(), 20u);
    for (const auto& link : links) {
        EXPECT_LT(site.get(link, GetParam()).status, 400) << link;
    }
}

TEST_P(InLanguage, EveryAnchorOnAPageHasItsPlace) {
    for (const auto& address : kPages) {
        const std::string page = site.get(address, GetParam()).body;
        for (const auto& anchor : matches_of(page, R"re(href="#([^"]*))re")) {
            EXPECT_THAT(page, HasSubstr("id=\"" + anchor + "\"")) << address;
        }
        const auto ids = matches_of(page, R"re( id="([^"]*))re");
        EXPECT_EQ(std::set(ids.begin(), ids.end()).size(), ids.size()) << address;
    }
}

TEST_P(InLanguage, EveryPageIsSmallEnoughForABadLine) {
    constexpr std::size_t kFirstViewBytes = 60'000;
    const auto asset_bytes = [](std::string_view file) {
        const std::string& href = asset_href(file);
        return http::gzip(asset(href.substr(href.rfind('/') + 1)).body, 6).size();
    };
    const std::size_t assets =
        asset_bytes("site.css") + asset_bytes("site.js") + asset_bytes("mark.svg");
    EXPECT_LT(asset_bytes("site.css"), 7'000u);
    EXPECT_LT(asset_bytes("site.js"), 3'000u);
    for (const auto& address : kPages) {
        const std::string page = site.get(address, GetParam()).body;
        EXPECT_LT(assets + http::gzip(page, 6).size(), kFirstViewBytes) << address;
    }
}

TEST_P(InLanguage, TitlesNeverSayWhatTheSiteIsAbout) {
    for (const auto& address : kPages) {
        const auto title =
            matches_of(head_of(site.get(address, GetParam()).body), "<title>([^<]*)");
        ASSERT_EQ(title.size(), 1u) << address;
        EXPECT_THAT((std::vector<std::string>{"Waymark", "Find", "Buscar", "About", "Acerca de",
                                              "Details", "Detalles", "Read", "Leer", "Notes",
                                              "Notas", "On paper", "En papel"}),
                    testing::Contains(title[0]));
    }
}

INSTANTIATE_TEST_SUITE_P(Pages, InLanguage, testing::Values("en", "es"),
                         [](const auto& language) { return std::string{language.param}; });

TEST(Templates, HaveASpanishSentenceForEveryEnglishOne) {
    const auto& spanish = locale::catalogue(locale::Language::spanish);
    for (const auto& file : embedded::web_files()) {
        const std::string text{file.bytes};
        for (std::string sentence : matches_of(text, R"(\{\{#t\}\}([\s\S]*?)\{\{/t\}\})")) {
            EXPECT_TRUE(spanish.has(sentence)) << file.path << ": " << sentence;
        }
    }
}

TEST(ErrorPage, SaysWhatHappenedForEveryStatusAndKeepsIt) {
    const SampleSite site;
    for (const int status : {400, 403, 404, 405, 408, 413, 414, 429, 500, 503, 418, 599}) {
        http::Request request;
        request.path = "/";
        const auto response = refusal(site.site(), status, request);
        EXPECT_EQ(response.status, status);
        EXPECT_THAT(response.body, HasSubstr("tel:911"));
        EXPECT_THAT(response.body, HasSubstr("<h1>"));
    }
}

TEST(ErrorPage, CarriesEmergencyNumbersEvenWhenNothingElseWorks) {
    const Site broken{.snapshot = []() -> finder::SnapshotPtr { throw std::bad_alloc{}; },
                      .clock = nullptr,
                      .views = site_views()};
    const auto response = refusal(broken, 500, {});
    EXPECT_EQ(response.status, 500);
    EXPECT_THAT(response.body, HasSubstr("911"));
    EXPECT_THAT(response.body, HasSubstr("112"));
}

TEST(Home, IsShownWithoutABannerWhenTheListsAreReal) {
    EXPECT_THAT(SampleSite{}.get("/").body, Not(HasSubstr("class=\"banner\"")));
}

TEST(MeetingPage, ShowsWhatIsKnownAndEscapesIt) {
    const SampleSite site;
    const std::string page = site.get("/meetings/1").body;
    EXPECT_THAT(page, HasSubstr("Keep &lt;It&gt; Simple &amp; &quot;Calm&quot;"));
    EXPECT_THAT(page, HasSubstr("Narcotics Anonymous · open to anyone · in person"));
    EXPECT_THAT(page, HasSubstr("Every week: Saturday, 7:30\u00a0PM to 8:30\u00a0PM"));
    EXPECT_THAT(page, HasSubstr("Tonight 7:30\u00a0PM · starts in 1 h 30"));
    EXPECT_THAT(page, HasSubstr("12 Main St, Philadelphia, PA"));
    EXPECT_THAT(page, HasSubstr("geo:39.96000,-75.19000"));
    EXPECT_THAT(page, HasSubstr("Wheelchair access"));
    EXPECT_THAT(page, HasSubstr("English, Spanish"));
    EXPECT_THAT(page, HasSubstr("list read 3 days ago"));
}

TEST(MeetingPage, OffersTheWaysToJoin) {
    const std::string page = SampleSite{}.get("/meetings/3").body;
    EXPECT_THAT(page, HasSubstr("href=\"https://video.example.org/j/123\""));
    EXPECT_THAT(page, HasSubstr("href=\"tel:+12155550100\""));
    EXPECT_THAT(page, HasSubstr("AA is about alcohol."));
}

TEST(MeetingPage, SaysWhenAGroupIsNotMeeting) {
    const std::string page = SampleSite{}.get("/meetings/5").body;
    EXPECT_THAT(page, HasSubstr("This group is not meeting for now."));
    EXPECT_THAT(page, HasSubstr("not meeting for now, until December 31, 2026"));
}

TEST(MeetingPage, WarnsWhenNobodyHasVouchedForTheListingForAMonth) {
    SampleSite site;
    EXPECT_THAT(site.get("/meetings/1").body, Not(HasSubstr("has not been checked lately")));
    site.clock().set(parse_instant("2026-12-25T00:00:00Z").value());
    EXPECT_THAT(site.get("/meetings/1").body, HasSubstr("has not been checked lately"));
}

TEST(MeetingPage, IsAKindPageWhenTheMeetingIsGone) {
    for (const char* address : {"/meetings/999", "/meetings/abc", "/meetings/-1"}) {
        const auto response = SampleSite{}.get(address);
        EXPECT_EQ(response.status, 404) << address;
        EXPECT_THAT(response.body, HasSubstr("may no longer be listed"));
    }
}

TEST(Beside, ShowsADozenOthersOfTheSameBuildingAndWhereToFindMore) {
    const SampleSite site;
    const std::string page = site.get("/meetings/100").body;
    const std::string here = page.substr(page.find("Other meetings here"));
    EXPECT_EQ(page.find("Other meetings of this group"), page.npos) << "it names no group";
    EXPECT_THAT(here, HasSubstr("<a href=\"/meetings/101\">Noon 101</a>"));
    EXPECT_THAT(here, HasSubstr("Every week: Monday, 12 noon to"));
    EXPECT_THAT(here, HasSubstr("Grace Church · in person"));
    EXPECT_THAT(here, HasSubstr("href=\"/meetings/112\""));
    EXPECT_THAT(here, Not(HasSubstr("href=\"/meetings/113\"")));
    EXPECT_THAT(here, Not(HasSubstr("href=\"/meetings/100\"")));
    EXPECT_THAT(here, HasSubstr("href=\"/find?near=39.95,-75.16\""));
    EXPECT_THAT(site.get("/meetings/4").body, Not(HasSubstr("Other meetings"))) << "it is online";
}

TEST(Beside, ShowsTheMeetingsOfAGroupApartAndOnce) {
    auto meetings = sample_meetings();
    for (auto& meeting : meetings) {
        if (meeting.id.value == 2 || (meeting.id.value >= 128 && meeting.id.value < 130)) {
            meeting.group = "Hope";
        }
    }
    const SampleSite site{Listed::real, meetings};
    const std::string page = site.get("/meetings/128").body;
    const auto here = page.find("Other meetings here");
    const std::string of_group = page.substr(0, here);
    EXPECT_THAT(of_group, HasSubstr("Other meetings of this group"));
    EXPECT_LT(of_group.find("/meetings/2\""), of_group.find("/meetings/129\"")) << "soonest first";
    EXPECT_THAT(page.substr(here), Not(HasSubstr("/meetings/129\"")));
    EXPECT_THAT(site.get("/meetings/128", "es").body, HasSubstr("Otras reuniones de este grupo"));
}

TEST(About, ListsEverySourceWithItsCountAndAge) {
    const SampleSite site;
    EXPECT_THAT(site.get("/about").body,
                HasSubstr("35 meetings and 6 places of help, from 3 lists."));
    const std::string page = site.get("/about/sources").body;
    EXPECT_THAT(page, HasSubstr("philadelphia"));
    EXPECT_THAT(page, HasSubstr("3 days ago"));
}

TEST(Leave, ForgetsAndGoesSomewherePlain) {
    const auto response = SampleSite{}.get("/exit");
    EXPECT_EQ(response.status, 303);
    const http::Fields& headers = response.headers;
    EXPECT_THAT(headers, testing::Contains(testing::Pair("Location", HasSubstr("https://"))));
    EXPECT_THAT(headers, testing::Contains(
                             testing::Pair("Clear-Site-Data", R"("cache", "cookies", "storage")")));
    EXPECT_THAT(headers, testing::Contains(testing::Pair("Set-Cookie", HasSubstr("Max-Age=0"))));
}

TEST(LanguageChoice, SetsACookieAndGoesBackOnlyWithinTheSite) {
    const SampleSite site;
    const auto location = [&](std::string_view address) {
        for (const auto& [name, value] : site.get(address).headers) {
            if (name == "Location") return value;
        }
        return std::string{};
    };
    EXPECT_THAT(site.get("/language?to=es&back=%2Fabout").headers,
                testing::Contains(testing::Pair("Set-Cookie", testing::StartsWith("lang=es;"))));
    EXPECT_EQ(location("/language?to=es&back=%2Ffind%3Fnear%3D19104"), "/find?near=19104");
    for (const char* elsewhere : {"%2F%2Fevil.example", "https%3A%2F%2Fevil.example",
                                  "%2F%5Cevil.example", "%2Fa%0D%0AX%3A1", ""}) {
        EXPECT_EQ(location(std::string{"/language?to=es&back="} + elsewhere), "/") << elsewhere;
    }
    EXPECT_THAT(site.get("/language?to=xx").headers,
                Not(testing::Contains(testing::Key("Set-Cookie"))));
}

TEST(LanguageChoice, IsNeverMadeForTheReader) {
    const SampleSite site;
    for (const auto& address : kPages) {
        EXPECT_THAT(site.get(address, "es").headers,
                    Not(testing::Contains(testing::Key("Set-Cookie"))))
            << address;
    }
    EXPECT_THAT(site.get("/", "en", {{"cookie", "lang=es"}}).body, HasSubstr("lang=\"es\""));
    EXPECT_THAT(site.get("/?language=es", "en").body, HasSubstr("<html lang=\"es\">"));
}

TEST(Assets, MayBeKeptForEverUnderTheirFingerprint) {
    const SampleSite site;
    const auto response = site.get(asset_href("site.css"));
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.keep, http::Keep::forever);
    EXPECT_EQ(response.content_type, "text/css; charset=utf-8");
    EXPECT_EQ(site.get("/assets/site.css").status, 404);
    EXPECT_EQ(site.get("/assets/site.000000000000.css").status, 404);
}

}  // namespace
}  // namespace waymark::web
