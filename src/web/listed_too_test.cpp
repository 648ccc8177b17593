// One meeting in two lists, as people see it.

#include "web/listed_too.h"

#include <gmock/gmock.h>

#include "web/sample_site.h"

namespace waymark::web {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// "Sunrise" stands in two lists, the second time under a name of its own.
SampleSite two_lists() {
    std::vector<directory::Meeting> meetings{
        sample_meeting(1, "Sunrise", {39.9500, -75.1600}, 0, std::chrono::hours{7}),
        sample_meeting(2, "Early Risers", {39.9503, -75.1600}, 0, std::chrono::hours{7}),
        sample_meeting(3, "Sunset", {39.9500, -75.1600}, 0, std::chrono::hours{19})};
    meetings[0].entity.name = "First List";
    meetings[1].source = {2};
    meetings[1].entity.name = "Second List";
    return SampleSite{Listed::real, std::move(meetings)};
}

TEST(ListedTwice, StandsOnceInWhatIsFound) {
    const auto site = two_lists();
    for (const auto* address : {"/find?near=19104", "/find/list?near=19104"}) {
        const auto page = site.get(address).body;
        EXPECT_THAT(page, HasSubstr("Sunrise")) << address;
        EXPECT_THAT(page, HasSubstr("Sunset")) << address;
        EXPECT_THAT(page, Not(HasSubstr("Early Risers"))) << address;
    }
    EXPECT_THAT(site.get("/find?near=19104").body, HasSubstr("2 meetings"));
}

TEST(ListedTwice, TheOneShownNamesTheOtherList) {
    const auto page = two_lists().get("/meetings/1").body;
    EXPECT_THAT(page, HasSubstr("<a href=\"/meetings/2\">Also in the list of “Second List”</a>"));
    EXPECT_THAT(page, Not(HasSubstr("The same meeting is listed")));
    EXPECT_THAT(page, Not(HasSubstr("Early Risers")));  // It is no other meeting here.
    EXPECT_THAT(page, HasSubstr("Sunset"));
}

TEST(ListedTwice, TheHiddenOneKeepsItsPageAndLeadsToTheOneShown) {
    const auto page = two_lists().get("/meetings/2").body;
    EXPECT_THAT(page, HasSubstr("Early Risers"));
    EXPECT_THAT(page, HasSubstr("The same meeting is listed by “First List” too."));
    EXPECT_THAT(page, HasSubstr("href=\"/meetings/1\""));
    EXPECT_THAT(page, Not(HasSubstr(">Sunrise<")));
    EXPECT_THAT(two_lists().get("/meetings/2", "es").body,
                HasSubstr("La misma reunión está también en la lista de “First List”."));
}

TEST(ListedTwice, OneOfOneListSaysNothingOfIt) {
    const auto page = two_lists().get("/meetings/3").body;
    EXPECT_THAT(page, Not(HasSubstr("The same meeting is listed")));
    EXPECT_THAT(page, Not(HasSubstr("Also in the list of")));
    EXPECT_THAT(page, HasSubstr("Sunrise"));
    EXPECT_THAT(page, Not(HasSubstr("Early Risers")));
}

}  // namespace
}  // namespace waymark::web
