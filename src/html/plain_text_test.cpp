#include "html/plain_text.h"

#include <gtest/gtest.h>

namespace waymark::html {
namespace {

TEST(PlainText, DecodesEntitiesByNameAndByNumber) {
    EXPECT_EQ(plain_text("Bill&#8217;s &amp; Bob&#x27;s &eacute;tape"), "Bill’s & Bob's étape");
    EXPECT_EQ(plain_text("caf&#233;&nbsp;&ndash;&#160;bar"), "café – bar");
}

TEST(PlainText, DecodesOnceOnly) {
    EXPECT_EQ(plain_text("&amp;lt;b&amp;gt;"), "&lt;b&gt;");
}

TEST(PlainText, TakesTagsAwayAndKeepsTheirLineEnds) {
    EXPECT_EQ(plain_text("<p>Ring <b>twice</b>.</p>\n<p>Then wait.</p>"),
              "Ring twice.\nThen wait.");
    EXPECT_EQ(plain_text("Side door<br />Upstairs<BR>Left"), "Side door\nUpstairs\nLeft");
    EXPECT_EQ(plain_text("<a href=\"https://example.org?a=1&b=2\">Site</a>"), "Site");
}

TEST(PlainText, TakesScriptsAwayWithWhatTheyHold) {
    EXPECT_EQ(plain_text("before<script>alert('x')</script>after"), "beforeafter");
    EXPECT_EQ(plain_text("before<STYLE>b{}</Style >after"), "beforeafter");
    EXPECT_EQ(plain_text("before<script>never ends"), "before");
    EXPECT_EQ(plain_text("a<!-- hidden -->b"), "ab");
}

TEST(PlainText, LeavesALoneAngleOrAmpersandStanding) {
    EXPECT_EQ(plain_text("1 < 2 & 3 <3 you"), "1 < 2 & 3 <3 you");
    EXPECT_EQ(plain_text("AT&T; R&D &unknown; &#xZZ; <"), "AT&T; R&D &unknown; &#xZZ; <");
}

TEST(PlainText, CleansSpacesAndBrokenCharacters) {
    EXPECT_EQ(plain_text("\xc2\xa0 Tradici\xef\xbf\xbdn\xc2\xa0 uno \r\n dos\r"),
              "Tradicin  uno \n dos");
    EXPECT_EQ(plain_text("&#0;&#xD800;&#xFFFD;&#x110000;x"), "x");
    EXPECT_EQ(plain_text(""), "");
}

}  // namespace
}  // namespace waymark::html
