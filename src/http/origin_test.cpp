// Who may change something: each row is what a browser sends with a POST.

#include "http/origin.h"

#include <gtest/gtest.h>

namespace waymark::http {
namespace {

bool may_post(const std::string& site, const std::string& origin,
              const std::string& host = "help.example") {
    Request request{.method = Method::post, .headers = {{"host", host}}};
    if (!site.empty()) request.headers.emplace_back("sec-fetch-site", site);
    if (!origin.empty()) request.headers.emplace_back("origin", origin);
    return is_sent_by_us(request);
}

TEST(Origin, TakesAPostFromOurOwnPages) {
    EXPECT_TRUE(may_post("same-origin", "https://help.example"));
    EXPECT_TRUE(may_post("same-origin", "null"));  // A page that sends no referrer.
    EXPECT_TRUE(may_post("none", ""));
    EXPECT_TRUE(may_post("", "http://help.example"));  // A browser without Sec-Fetch-Site.
    EXPECT_TRUE(may_post("", ""));                     // No browser at all.
    EXPECT_TRUE(may_post("", "http://HELP.example:8080", "help.example:8080"));
}

TEST(Origin, RefusesAPostFromElsewhere) {
    EXPECT_FALSE(may_post("cross-site", "https://evil.example"));
    EXPECT_FALSE(may_post("cross-site", "https://help.example"));
    EXPECT_FALSE(may_post("same-site", "https://other.help.example"));
    EXPECT_FALSE(may_post("same-origin", "https://evil.example"));
    EXPECT_FALSE(may_post("", "https://evil.example"));
    EXPECT_FALSE(may_post("", "https://help.example.evil.example"));
    EXPECT_FALSE(may_post("", "https://help.example:8443"));
    EXPECT_FALSE(may_post("", "null"));
    EXPECT_FALSE(may_post("", "help.example"));
}

TEST(Origin, LetsAnybodyLinkToAPage) {
    EXPECT_TRUE(is_sent_by_us({.headers = {{"sec-fetch-site", "cross-site"}}}));
    EXPECT_TRUE(
        is_sent_by_us({.method = Method::head, .headers = {{"origin", "https://evil.example"}}}));
}

TEST(Origin, KnowsItsOwnNameAndRepeatsNoOther) {
    EXPECT_EQ(own_origin({.headers = {{"host", "help.example:8080"}}}), "http://help.example:8080");
    EXPECT_EQ(own_origin({.headers = {{"host", "help.example"}}, .is_secure = true}),
              "https://help.example");
    EXPECT_EQ(own_origin({.headers = {{"host", "a\"><script>"}}}), "http://localhost");
    EXPECT_EQ(own_origin({}), "http://localhost");
}

}  // namespace
}  // namespace waymark::http
