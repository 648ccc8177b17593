// Someone to talk to, whose number it is, where all is from, the card, and
// getting naloxone: what these pages say, and what they do not.

#include <gmock/gmock.h>

#include <regex>
#include <string>

#include "content/often_wrong.h"
#include "html/escape.h"
#include "web/naloxone_access.h"
#include "web/overdose_card.h"
#include "web/sample_site.h"

namespace waymark::web {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string between(const std::string& text, std::string_view from, std::string_view to) {
    const auto start = text.find(from);
    if (start == text.npos) return {};
    return text.substr(start, text.find(to, start) - start);
}

std::string own(const std::string& page) {
    return between(page, "aria-labelledby=\"own\"", "</section>");
}

std::string row(const std::string& page, std::string_view id) {
    return between(page, "id=\"" + std::string{id} + '"', "</li>");
}

TEST(HelplinesPage, ListsEveryLineOnceTheReadersCountryFirst) {
    const SampleSite site;
    const std::string page = site.get("/helplines?country=CA").body;
    for (const auto& line : site.site().helplines.all()) {
        EXPECT_THAT(page, HasSubstr("id=\"" + line.id + '"'));
    }
    EXPECT_THAT(own(page), HasSubstr("id=\"ca-988\""));
    EXPECT_THAT(own(page), Not(HasSubstr("id=\"us-988\"")));
    EXPECT_THAT(own(page), HasSubstr("tel:911"));
}

TEST(HelplinesPage, SaysWhatIsKnownOfALine) {
    const std::string page = SampleSite{}.get("/helplines").body;
    const std::string samhsa = row(page, "us-samhsa");
    EXPECT_THAT(samhsa, HasSubstr("tel:+18006624357"));
    EXPECT_THAT(samhsa, HasSubstr("TTY, for the deaf: 1-800-487-4889."));
    EXPECT_THAT(samhsa, HasSubstr("Languages: English, Spanish."));
    EXPECT_THAT(samhsa, HasSubstr("Seen in a public source on November 21, 2026."));
    EXPECT_THAT(row(page, "us-ctl"), HasSubstr("sms:741741?&amp;body=HOME"));
    EXPECT_THAT(row(page, "us-988"), HasSubstr("https://988lifeline.org"));
    EXPECT_THAT(row(page, "ca-khp"), HasSubstr("for the young"));
}

TEST(HelplinesPage, TellsOpenAndClosedOnTheReadersClock) {
    SampleSite site;
    EXPECT_THAT(row(site.get("/helplines").body, "us-988"), HasSubstr("open now"));
    const std::string saturday = row(site.get("/helplines").body, "us-mha-text");
    EXPECT_THAT(saturday, HasSubstr("closed now"));
    EXPECT_THAT(saturday, HasSubstr("Opens: Monday 10:00\u00a0AM, New York time."));
    EXPECT_THAT(row(site.get("/helplines?zone=America/Los_Angeles").body, "us-mha-text"),
                HasSubstr("Opens: Monday 7:00\u00a0AM, Los Angeles time."));
    site.clock().set(parse_instant("2026-11-23T12:00:00-05:00").value());
    EXPECT_THAT(row(site.get("/helplines").body, "us-mha-text"), HasSubstr("open now"));
}

TEST(HelplinesPage, SaysNothingOfHoursNobodyKnows) {
    const std::string office = row(SampleSite{}.get("/helplines?country=IE").body, "ie-hse");
    EXPECT_THAT(office, HasSubstr("office hours"));
    EXPECT_THAT(office, Not(HasSubstr("open now")));
    EXPECT_THAT(office, Not(HasSubstr("closed now")));
}

TEST(HelplinesPage, NamesItsClockAndTakesNoUnknownOne) {
    const SampleSite site;
    EXPECT_THAT(site.get("/helplines").body,
                HasSubstr("Hours are told in New York time. There it is 6:00\u00a0PM now."));
    EXPECT_THAT(site.get("/helplines?country=GB").body, HasSubstr("in London time"));
    const std::string odd = site.get("/helplines?zone=Mars/Olympus").body;
    EXPECT_THAT(odd, HasSubstr("We do not know that time zone"));
    EXPECT_THAT(odd, HasSubstr("in New York time"));
    const http::Fields from_there{{"x-forwarded-for", "81.2.69.142"}, {"cf-ipcountry", "GB"}};
    EXPECT_EQ(site.get("/helplines", "en", from_there).body, site.get("/helplines").body);
}

TEST(HelplinesPage, NarrowsByNeedLanguageTextAndHours) {
    const SampleSite site;
    const auto shown = [&](std::string_view query) {
        return own(site.get("/helplines?" + std::string{query}).body);
    };
    EXPECT_THAT(shown("need=alone"), HasSubstr("us-nua"));
    EXPECT_THAT(shown("need=alone"), Not(HasSubstr("us-988")));
    EXPECT_THAT(shown("need=treatment"), HasSubstr("us-samhsa"));
    EXPECT_THAT(shown("need=youth&country=CA"), HasSubstr("ca-khp"));
    EXPECT_THAT(shown("need=youth&country=CA"), Not(HasSubstr("ca-988")));
    EXPECT_THAT(shown("need=family&country=AU"), HasSubstr("au-fds"));
    EXPECT_THAT(shown("lang=fr&country=CA"), Not(HasSubstr("ca-bc")));
    EXPECT_THAT(shown("text=yes"), Not(HasSubstr("us-samhsa")));
    EXPECT_THAT(shown("text=yes"), HasSubstr("us-ctl"));
    EXPECT_THAT(shown("open=now"), Not(HasSubstr("us-mha-text")));
    EXPECT_THAT(shown("need=nonsense"), HasSubstr("us-988"))
        << "a need we do not know is no filter";
}

TEST(HelplinesPage, PutsNobodyElsesNumberInTheEmptyPlace) {
    const SampleSite site;
    const std::string german = own(site.get("/helplines?country=DE").body);
    EXPECT_THAT(german, HasSubstr("This server holds no helpline for Germany."));
    EXPECT_THAT(german, HasSubstr("tel:112"));
    EXPECT_THAT(german, Not(HasSubstr("class=\"helpline\"")));
    const std::string none = own(site.get("/helplines?country=NZ&need=alone").body);
    EXPECT_THAT(none, HasSubstr("None of the lines we hold for New Zealand fits"));
    EXPECT_THAT(none, Not(HasSubstr("class=\"helpline\"")));
}

std::string asked(std::string_view number, std::string_view country = "US") {
    return SampleSite{}
        .post("/number", http::write_form(
                             {{"number", std::string{number}}, {"country", std::string{country}}}))
        .body;
}

TEST(NumberPage, NamesTheOwnerWithItsSourceAndDay) {
    const std::string page = asked("1-800-662-HELP (4357)");
    EXPECT_THAT(page, HasSubstr("SAMHSA National Helpline"));
    EXPECT_THAT(page, HasSubstr("seen on November 21, 2026."));
    EXPECT_THAT(page, Not(HasSubstr("It is on no list we hold.")));
    EXPECT_THAT(asked("818 773 9999"), HasSubstr("Narcotics Anonymous"));
    EXPECT_THAT(asked("(215) 555-0100"), HasSubstr("Sunrise")) << "to join a meeting by phone";
    EXPECT_THAT(asked("116 123", "GB"), HasSubstr("Samaritans"));
}

TEST(NumberPage, SaysWhatToDoWithANumberOnNoList) {
    const std::string page = asked("1-800-555-0199");
    EXPECT_THAT(page, HasSubstr("It is on no list we hold."));
    EXPECT_THAT(page, HasSubstr("June 5, 2025"));
    EXPECT_THAT(page, HasSubstr("tel:+18006624357")) << "a line to call instead";
    EXPECT_THAT(asked("0300 555 019", "GB"), Not(HasSubstr("tel:+18006624357")))
        << "another country's line is no help";
}

TEST(NumberPage, KnowsNumbersOftenCopiedWrongly) {
    EXPECT_THAT(asked("1-800-668-6868", "CA"), HasSubstr("for children and young people"));
    const std::string iwk = asked("1-902-470-8888", "CA");
    EXPECT_THAT(iwk, HasSubstr("IWK"));
    EXPECT_THAT(iwk, HasSubstr("not confirmed"));
    EXPECT_THAT(asked("HEP4U"), HasSubstr("435748"));
    EXPECT_THAT(asked("1-833-555-0199"), HasSubstr("often a sales line"));
}

TEST(NumberPage, TakesANumberOnlyFromAFormAndLinksItNowhere) {
    const SampleSite site;
    const std::string opened = site.get("/number?number=1-800-662-4357").body;
    EXPECT_THAT(opened, Not(HasSubstr("SAMHSA")));
    const auto answer = site.post("/number", "number=1-800-555-0199&country=US");
    EXPECT_EQ(answer.keep, http::Keep::never);
    const std::regex link{R"re((?:href|action)="([^"]*)")re"};
    for (std::sregex_iterator at{answer.body.begin(), answer.body.end(), link}, end; at != end;
         ++at) {
        EXPECT_THAT((*at)[1].str(), Not(HasSubstr("555")));
    }
}

TEST(NumberPage, RefusesWhatIsNoNumberBesideItsField) {
    const auto answer = SampleSite{}.post("/number", "number=hello%20there%20my%20friend");
    EXPECT_EQ(answer.status, 400);
    EXPECT_THAT(answer.body, HasSubstr("aria-errormessage=\"number-wrong\""));
    EXPECT_THAT(asked(""), HasSubstr("Type a phone number first."));
    EXPECT_THAT(asked("<b>1"), Not(HasSubstr("<b>1")));
}

TEST(SourcesPage, NamesEveryListLineAndOftenWrongNumber) {
    const SampleSite site;
    const std::string page = site.get("/about/sources").body;
    EXPECT_THAT(page, HasSubstr("philadelphia"));
    EXPECT_THAT(page, HasSubstr("3 days ago"));
    for (const auto& line : site.site().helplines.all())
        EXPECT_THAT(page, HasSubstr(html::escape(line.source)));
    for (const auto& item : content::often_wrong())
        EXPECT_THAT(page, HasSubstr(html::escape(item.shown)));
    EXPECT_THAT(page, HasSubstr("narcan.delivery"));
}

// The words of a drawing: its texts, without markup.
std::string words_of_card(const std::string& svg) {
    return std::regex_replace(std::regex_replace(svg, std::regex{"<[^>]*>"}, " "),
                              std::regex{"\\s+"}, " ");
}

TEST(OverdoseCard, SaysTheStepsOfThePageForDangerInEveryLanguage) {
    const SampleSite site;
    for (const char* language : {"en", "es"}) {
        const std::string now = site.get("/now", language).body;
        const locale::Speaker speak{*locale::language_of_code(language)};
        std::string card;
        for (const auto side : {CardSide::front, CardSide::back})
            card += words_of_card(overdose_card(speak, "911", side).markup());
        const std::regex step{R"(<li><b>(?:<a[^>]*>)?([^<]*)(?:</a>)?</b> <span>([^<]*)</span>)"};
        int steps = 0;
        for (std::sregex_iterator at{now.begin(), now.end(), step}, end; at != end; ++at) {
            EXPECT_THAT(card, HasSubstr((*at)[1].str()));
            EXPECT_THAT(card, HasSubstr((*at)[2].str()));
            EXPECT_THAT(card, HasSubstr(std::to_string(++steps) + " "));
        }
        EXPECT_EQ(steps, 7) << language;
    }
}

TEST(OverdoseCard, StandsInEveryLanguageOnItsPageAndAsAFile) {
    const SampleSite site;
    const std::string page = site.get("/now/card").body;
    EXPECT_THAT(page, HasSubstr("height=\"54mm\" lang=\"en\""));
    EXPECT_THAT(page, HasSubstr("height=\"54mm\" lang=\"es\""));
    const auto file = site.get("/now/card.svg?language=es&country=ES&side=front");
    EXPECT_EQ(file.content_type, "image/svg+xml");
    EXPECT_THAT(file.body, HasSubstr("lang=\"es\""));
    EXPECT_THAT(file.body, HasSubstr("112"));
    EXPECT_THAT(file.body, Not(HasSubstr("911")));
}

std::string access_page(std::string_view query, const char* language = "en") {
    const SampleSite site;
    http::Request request;
    request.query = http::parse_form(query);
    request.headers.emplace_back("accept-language", language);
    const Visit here = visit(site.site(), request);
    return site.site().views.render(
        "parts/naloxone_access", language,
        naloxone_access(here, "/naloxone", {{"near", "19104"}, {"state", "PA"}}));
}

TEST(NaloxoneAccess, ShowsEachFactAsNotConfirmedWithItsDay) {
    const std::string page = access_page("state=wy");
    const std::regex chip{"not confirmed"};
    EXPECT_EQ(
        std::distance(std::sregex_iterator{page.begin(), page.end(), chip}, std::sregex_iterator{}),
        4);
    EXPECT_THAT(page, HasSubstr("Wyoming"));
    EXPECT_THAT(page, HasSubstr("updated on December"));
    EXPECT_THAT(page, HasSubstr("<dd>No "));
}

TEST(NaloxoneAccess, ShowsUnknownAsUnknown) {
    const std::string page = access_page("state=PR");
    EXPECT_THAT(page, HasSubstr("Not known"));
    EXPECT_THAT(page, Not(HasSubstr("not confirmed")));
    EXPECT_THAT(page, HasSubstr("says nothing of Puerto Rico"));
}

TEST(NaloxoneAccess, ChoosesByAFormThatKeepsTheSearch) {
    const std::string page = access_page("");
    EXPECT_THAT(page, HasSubstr("name=\"near\" value=\"19104\""));
    EXPECT_THAT(page, Not(HasSubstr("name=\"state\" value=")));
    EXPECT_THAT(page, HasSubstr("https://nextdistro.org"));
    EXPECT_THAT(page, HasSubstr("2023"));
    EXPECT_THAT(access_page("state=PA", "es"), HasSubstr("sin confirmar"));
}

}  // namespace
}  // namespace waymark::web
