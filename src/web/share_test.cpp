#include "web/share.h"

#include <gmock/gmock.h>

#include <string>

#include "web/sample_site.h"

namespace waymark::web {
namespace {

using testing::HasSubstr;

TEST(Share, SendsTheAddressOfThePageAndNothingElse) {
    SampleSite site;
    for (const std::string path : {"/meetings/1", "/places/201"}) {
        const auto page = site.get(path).body;
        const auto address = "http%3A%2F%2Flocalhost" + http::url_encode(path);
        EXPECT_THAT(page, HasSubstr("href=\"sms:?&amp;body=" + address + "\"")) << path;
        EXPECT_THAT(page, HasSubstr("href=\"mailto:?body=" + address + "\"")) << path;
    }
}

}  // namespace
}  // namespace waymark::web
