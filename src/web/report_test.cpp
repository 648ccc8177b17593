// "Report a mistake": from the link on a listing to the host's queue.

#include <gmock/gmock.h>

#include <string>
#include <variant>

#include "web/sample_site.h"

namespace waymark::web {
namespace {

using directory::Mistake;
using testing::HasSubstr;
using testing::Not;

struct ReportPage : testing::Test {
    SampleSite site;

    std::vector<directory::MistakeReport> queue() { return site.reports().open(); }
    static std::string location(const http::Response& response) {
        for (const auto& [name, value] : response.headers) {
            if (name == "Location") return value;
        }
        return {};
    }
};

TEST_F(ReportPage, IsLinkedFromEveryListing) {
    EXPECT_THAT(site.get("/meetings/1").body, HasSubstr("href=\"/meetings/1/report\""));
    EXPECT_THAT(site.get("/places/201").body, HasSubstr("href=\"/places/201/report\""));
    EXPECT_THAT(site.get("/meetings/1/report").body, HasSubstr("Keep &lt;It&gt; Simple"));
    EXPECT_THAT(site.get("/places/201/report").body, HasSubstr("action=\"/places/201/report\""));
}

TEST_F(ReportPage, NeedsNoScriptAndAsksForNothingAboutTheSender) {
    const std::string page = site.get("/meetings/1/report").body;
    EXPECT_THAT(page, HasSubstr("method=\"post\""));
    EXPECT_THAT(page, HasSubstr("No names, please, and nothing about yourself."));
    EXPECT_THAT(page, Not(HasSubstr("type=\"text\"")));
    EXPECT_THAT(page, HasSubstr("href=\"/now\">I need help now"));
}

TEST_F(ReportPage, KeepsWhatWasSaidAndLeadsToAPageThatSendsNothingAgain) {
    const auto response = site.post("/meetings/1/report", "mistake=time&words=It+starts+at+8.");
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(location(response), "/meetings/1/report/sent");
    EXPECT_THAT(site.get("/meetings/1/report/sent").body, HasSubstr("<h1>Thank you</h1>"));
    ASSERT_EQ(queue().size(), 1U);
    EXPECT_EQ(std::get<directory::MeetingId>(queue()[0].about).value, 1);
    EXPECT_EQ(queue()[0].mistake, Mistake::time);
    EXPECT_EQ(queue()[0].words, "It starts at 8.");
}

TEST_F(ReportPage, KeepsNothingOfWhoSentItAndTheHourOnly) {
    site.clock().set(parse_instant("2026-11-21T18:42:17Z").value());
    site.post("/places/201/report", "mistake=gone",
              {{"user-agent", "Quetzal"}, {"cookie", "lang=es; kept=201"}});
    ASSERT_EQ(queue().size(), 1U);
    const directory::MistakeReport kept{.id = 1,
                                        .about = directory::FacilityId{201},
                                        .mistake = Mistake::gone,
                                        .words = "",
                                        .at = parse_instant("2026-11-21T18:00:00Z").value()};
    EXPECT_EQ(queue()[0], kept) << "this is all there is";
}

TEST_F(ReportPage, TakesOutWhatHidesOrSteers) {
    site.post("/meetings/1/report",
              "mistake=other&words=%1B%5B2JNow%E2%80%AE+at+8%E2%80%8B%0D%0ASide+door%07+");
    ASSERT_EQ(queue().size(), 1U);
    EXPECT_EQ(queue()[0].words, "[2JNow at 8\nSide door");
}

TEST_F(ReportPage, SaysWhatIsMissingAndLosesNothing) {
    const auto no_choice = site.post("/meetings/1/report", "words=Closed+%3Cb%3E");
    EXPECT_EQ(no_choice.status, 400);
    EXPECT_THAT(no_choice.body, HasSubstr("Choose what is wrong."));
    EXPECT_THAT(no_choice.body, HasSubstr("Closed &lt;b&gt;</textarea>"));

    const auto no_words = site.post("/meetings/1/report", "mistake=other&words=+");
    EXPECT_EQ(no_words.status, 400);
    EXPECT_THAT(no_words.body, HasSubstr("Say in a few words what is wrong."));
    EXPECT_THAT(no_words.body, HasSubstr("value=\"other\" checked"));

    const std::string long_words(directory::kReportWordsMax + 1, 'x');
    const auto too_long = site.post("/meetings/1/report", "mistake=time&words=" + long_words);
    EXPECT_EQ(too_long.status, 400);
    EXPECT_THAT(too_long.body, HasSubstr(long_words + "</textarea>"));
    EXPECT_EQ(site.post("/meetings/1/report", "mistake=%3Cscript%3E").status, 400);
    EXPECT_TRUE(queue().empty());
}

TEST_F(ReportPage, SaysSoKindlyWhenNoMoreAreTaken) {
    site.reports().make_room_for(0);
    const auto full = site.post("/meetings/1/report", "mistake=gone&words=Moved");
    EXPECT_EQ(full.status, 503);
    EXPECT_THAT(full.body, HasSubstr("Many reports wait here already"));
    EXPECT_THAT(full.body, HasSubstr("Moved</textarea>"));
}

TEST_F(ReportPage, SaysSoWhenOneNetworkSendsTooMany) {
    http::Request request;
    request.method = http::Method::post;
    request.path = "/meetings/1/report";
    request.form = http::parse_form("mistake=gone&words=Moved");
    const auto often = refusal(site.site(), 429, request);
    EXPECT_EQ(often.status, 429);
    EXPECT_THAT(often.body, HasSubstr("We take five reports an hour from one network."));
    EXPECT_THAT(often.body, HasSubstr("Moved</textarea>"));
    request.path = "/meetings/999/report";
    EXPECT_THAT(refusal(site.site(), 429, request).body, HasSubstr("tel:911"));
}

TEST_F(ReportPage, IsThereForListingsOnly) {
    for (const char* address : {"/meetings/999/report", "/meetings/x/report", "/places/1/report",
                                "/meetings/999/report/sent", "/places/999/report/sent"}) {
        EXPECT_EQ(site.get(address).status, 404) << address;
    }
    EXPECT_EQ(site.post("/places/999/report", "mistake=gone").status, 404);
}

TEST_F(ReportPage, IsNotThereOnASiteThatTakesNoReports) {
    site.take_no_reports();
    EXPECT_EQ(site.get("/meetings/1/report").status, 404);
    EXPECT_EQ(site.post("/meetings/1/report", "mistake=gone").status, 404);
    EXPECT_THAT(site.get("/meetings/1").body, Not(HasSubstr("/report")));
}

}  // namespace
}  // namespace waymark::web
