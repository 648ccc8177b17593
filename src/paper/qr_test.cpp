#include "paper/qr.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <string>

namespace waymark::paper {
namespace {

using testing::HasSubstr;
using testing::Not;

// The ring of 7 × 7 with its heart of 3 × 3, by which a reader finds the code.
bool has_finder(const QrCode& code, int left, int top) {
    for (int y = 0; y < 7; ++y) {
        for (int x = 0; x < 7; ++x) {
            const int ring = std::max(std::abs(x - 3), std::abs(y - 3));
            if (code.is_dark(left + x, top + y) != (ring != 2)) return false;
        }
    }
    return true;
}

TEST(Qr, HasItsThreeFinders) {
    const auto code = qr_code("https://example.org/find").value();
    EXPECT_TRUE(has_finder(code, 0, 0));
    EXPECT_TRUE(has_finder(code, code.size - 7, 0));
    EXPECT_TRUE(has_finder(code, 0, code.size - 7));
    EXPECT_FALSE(has_finder(code, code.size - 7, code.size - 7));
}

// ISO/IEC 18004, table 7: what level M holds in bytes.
TEST(Qr, GrowsByItsStandard) {
    EXPECT_EQ(qr_code(std::string(14, 'a')).value().size, 21);
    EXPECT_EQ(qr_code(std::string(15, 'a')).value().size, 25);
    EXPECT_EQ(qr_code(std::string(26, 'a')).value().size, 25);
    EXPECT_EQ(qr_code(std::string(27, 'a')).value().size, 29);
    EXPECT_EQ(qr_code(std::string(kQrBytesMax, 'a')).value().size, 177);
}

TEST(Qr, RefusesNothingAndTooMuch) {
    EXPECT_EQ(qr_code("").error().field, "text");
    EXPECT_EQ(qr_code(std::string(kQrBytesMax + 1, 'a')).error().field, "text");
}

TEST(Qr, IsOneWhiteAndOneDarkShape) {
    const auto code = qr_code("a").value();
    const std::string svg = qr_svg(code, "To <find> & go").markup();
    EXPECT_THAT(svg, HasSubstr("viewBox=\"0 0 29 29\""));
    EXPECT_THAT(svg, HasSubstr("<title>To &lt;find&gt; &amp; go</title>"));
    EXPECT_THAT(svg,
                HasSubstr("d=\"M4 4h7v1h-7z"));  // The upper edge of a finder, after the margin.
    EXPECT_THAT(svg, Not(HasSubstr("<find>")));
}

}  // namespace
}  // namespace waymark::paper
