// What the host of an empty directory sees on the machine it runs on.

#include <gmock/gmock.h>

#include <string>

#include "web/sample_site.h"

namespace waymark::web {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kPanel = "This directory is empty: where is your community?";

const SampleSite& empty_site() {
    static const SampleSite site{Listed::real, {}, {}};
    return site;
}

TEST(HostsPanel, AsksForTheCommunityWhileNothingRealIsListed) {
    EXPECT_THAT(empty_site().get_as_host("/").body, HasSubstr(kPanel));
    const SampleSite real;
    EXPECT_THAT(real.get_as_host("/").body, Not(HasSubstr(kPanel)));
    const SampleSite made_up{Listed::fictional, sample_meetings(), {}};
    EXPECT_THAT(made_up.get_as_host("/").body, HasSubstr(kPanel));
}

TEST(HostsPanel, IsSeenByNobodyElse) {
    const auto page = empty_site().get("/");
    EXPECT_THAT(page.body, Not(HasSubstr(kPanel)));
    EXPECT_EQ(page.keep, http::Keep::revalidate);
    EXPECT_EQ(empty_site().get_as_host("/").keep, http::Keep::never);
    EXPECT_EQ(empty_site().get("/host/start?near=PA").status, 404);
    EXPECT_THAT(empty_site().get("/robots.txt").body, HasSubstr("Disallow: /host/\n"));
}

TEST(HostsStart, ListsWhatCoversThePlaceWithALineToRun) {
    const auto page = empty_site().get_as_host("/host/start", "Pennsylvania");
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("lists for PA, United States"));
    EXPECT_THAT(page.body, HasSubstr("Meetings: Narcotics Anonymous"));
    EXPECT_THAT(page.body, HasSubstr("waymark import --format bmlt --source na-philadelphia "
                                     "--republish no --every 12h"));
    EXPECT_THAT(page.body, HasSubstr("--source findtreatment-pa"));
    EXPECT_THAT(page.body, HasSubstr("not confirmed: nobody has opened it"));
    EXPECT_THAT(page.body, HasSubstr("License: not said."));
    EXPECT_THAT(page.body, Not(HasSubstr("href=\"https://"))) << "nothing is opened by mistake";
}

TEST(HostsStart, SaysWhatItDoesNotKnow) {
    const auto unknown = empty_site().get_as_host("/host/start", "<Xqzzyplugh>");
    EXPECT_EQ(unknown.status, 400);
    EXPECT_THAT(unknown.body, HasSubstr("aria-errormessage=\"community-wrong\""));
    EXPECT_THAT(unknown.body, HasSubstr("value=\"&lt;Xqzzyplugh&gt;\""));
    EXPECT_THAT(empty_site().get_as_host("/host/start", "USA").body,
                HasSubstr("Name a state to get the lists that are by state."));
    EXPECT_EQ(empty_site().get_as_host("/host/start").status, 200);
}

}  // namespace
}  // namespace waymark::web
