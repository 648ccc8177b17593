// Pages kept on the phone: which ones may be, and what the phone is given for it.

#include <gmock/gmock.h>

#include <string>

#include "web/assets.h"
#include "web/sample_site.h"

namespace waymark::web {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

bool may_be_kept(const http::Response& response) {
    for (const auto& [name, value] : response.headers) {
        if (name == "Waymark-Offline") return value == "yes";
    }
    return false;
}

bool has_button(const http::Response& response) {
    return response.body.find("data-keep") != std::string::npos;
}

TEST(KeptOnThePhone, AreThePagesForDangerArticlesMeetingsAndPlaces) {
    const SampleSite site;
    for (const auto* address : {"/now", "/now/card", "/helplines", "/naloxone", "/medication",
                                "/family", "/learn/after-a-break", "/meetings/1", "/places/201"}) {
        EXPECT_TRUE(may_be_kept(site.get(address))) << address;
        EXPECT_TRUE(has_button(site.get(address))) << address;
    }
    EXPECT_TRUE(may_be_kept(site.get("/offline")));
}

TEST(KeptOnThePhone, IsNoSearchNoListNoFormAndNothingWithAQuery) {
    const SampleSite site;
    for (const auto* address :
         {"/", "/find", "/find?near=19104", "/treatment", "/treatment?near=19104", "/shortlist",
          "/setting", "/number", "/learn", "/learn?q=sleep", "/now?country=GB",
          "/helplines?need=alone", "/meetings/1?from=x", "/meetings/999", "/exit", "/nothing"}) {
        EXPECT_FALSE(may_be_kept(site.get(address))) << address;
        EXPECT_FALSE(has_button(site.get(address))) << address;
    }
}

TEST(OfflineWorker, IsReadAnewAndKnowsWhereLeaveLeads) {
    const SampleSite site;
    const auto worker = site.get("/sw.js");
    EXPECT_EQ(worker.keep, http::Keep::revalidate);
    EXPECT_THAT(worker.content_type, StartsWith("text/javascript"));
    EXPECT_THAT(worker.body, StartsWith("const site = {\"exit\":\"https://"));
    EXPECT_THAT(worker.body, HasSubstr(assets_print()));
    EXPECT_THAT(worker.body, HasSubstr(asset_bytes("offline.js")));
}

TEST(Manifest, NamesTheSiteAsItsHostDoesAndNothingOfItsSubject) {
    const SampleSite site;
    const auto manifest = site.get("/app.webmanifest", "es");
    EXPECT_THAT(manifest.content_type, StartsWith("application/manifest+json"));
    EXPECT_THAT(manifest.body, HasSubstr(R"("name":"Waymark")"));
    EXPECT_THAT(manifest.body, HasSubstr(R"("lang":"es")"));
    EXPECT_THAT(manifest.body, HasSubstr(asset_href("icon-512.png")));
    EXPECT_THAT(manifest.body, Not(HasSubstr("opioid")));
    EXPECT_THAT(site.get("/").body, HasSubstr("rel=\"manifest\" href=\"/app.webmanifest\""));
}

}  // namespace
}  // namespace waymark::web
