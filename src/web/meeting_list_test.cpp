// A search on paper: day by day, with its legend, for print and for the pocket.

#include "web/meeting_list.h"

#include <gmock/gmock.h>

#include "web/sample_site.h"

namespace waymark::web {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(MeetingListPage, ListsEveryDayInTheOrderOfTheWeek) {
    const SampleSite site;
    const auto page = site.get("/find/list?near=19104&when=tonight").body;
    const auto monday = page.find("<h2>Monday</h2>");
    const auto saturday = page.find("<h2>Saturday</h2>");
    ASSERT_NE(monday, page.npos);
    ASSERT_NE(saturday, page.npos) << "whatever time was asked";
    EXPECT_LT(monday, saturday);
    EXPECT_LT(saturday, page.find("<h2>Sunday</h2>"));
    EXPECT_THAT(page, HasSubstr("Keep &lt;It&gt; Simple"));
    EXPECT_THAT(page, HasSubstr("7:30\u00a0PM"));
    EXPECT_THAT(page, HasSubstr("Grace Church, 12 Main St, Philadelphia, PA"));
    EXPECT_THAT(page, HasSubstr("By phone: +1 215 555 0100 ext 7"));
    EXPECT_THAT(page, HasSubstr("<dt>X</dt><dd>Wheelchair"));
    EXPECT_THAT(page, HasSubstr("In danger? Call 911."));
}

TEST(MeetingListPage, HoldsWhatTheSearchHoldsAndNothingElse) {
    const SampleSite site;
    const auto page = site.get("/find/list?near=19104&fellowship=ha").body;
    EXPECT_THAT(page, HasSubstr("Hope in the Basement"));
    EXPECT_THAT(page, Not(HasSubstr("Sunrise")));
    const auto none = site.get("/find/list?near=19104&radius=1mi&fellowship=rd").body;
    EXPECT_THAT(none, HasSubstr("Nothing found in the lists on this server"));
    EXPECT_THAT(none, Not(HasSubstr("<h2>Monday")));
}

TEST(MeetingListPage, IsOfferedByASearchThatFound) {
    const SampleSite site;
    EXPECT_THAT(site.get("/find?near=19104&fellowship=na&when=today").body,
                HasSubstr("href=\"/find/list?near=19104&amp;fellowship=na\""));
    EXPECT_THAT(site.get("/find").body, Not(HasSubstr("/find/list")));
}

TEST(MeetingListPage, FoldsForThePocketOnEitherSheet) {
    const SampleSite site;
    for (const auto* size : {"a4", "letter"}) {
        const auto pdf = site.get("/find/pocket.pdf?near=19104&size=" + std::string{size});
        EXPECT_EQ(pdf.status, 200);
        EXPECT_EQ(pdf.content_type, "application/pdf");
        EXPECT_TRUE(pdf.body.starts_with("%PDF-"));
    }
    EXPECT_EQ(site.get("/find/pocket.pdf?near=xyzzy-nowhere").status, 400);
    EXPECT_EQ(site.get("/find/list?radius=wide&near=19104").status, 400);
}

}  // namespace
}  // namespace waymark::web
