// The colours of site.css against one another, by WCAG 2.2's formula: text at
// least 7:1 on every ground it stands on, edges of fields at least 3:1.

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <regex>
#include <string>

#include "web/assets.h"

namespace waymark::web {
namespace {

using Tokens = std::map<std::string, std::string>;

std::string css() {
    const std::string& href = asset_href("site.css");
    return asset(href.substr(href.rfind('/') + 1)).body;
}

// The colours of the first :root (light), with those of the second over them (dark).
Tokens tokens(bool dark) {
    const std::string text = css();
    const std::size_t dark_at = text.find("prefers-color-scheme: dark");
    const auto read = [](const std::string& part, Tokens found) {
        const std::regex token{R"(--([a-z-]+): (#[0-9a-f]{6});)"};
        for (std::sregex_iterator at{part.begin(), part.end(), token}, end; at != end; ++at) {
            found[(*at)[1]] = (*at)[2];
        }
        return found;
    };
    const Tokens light = read(text.substr(0, dark_at), {});
    return dark ? read(text.substr(dark_at, text.find("*, ::before") - dark_at), light) : light;
}

double luminance(const std::string& colour) {
    const auto channel = [&](std::size_t at) {
        const double value =
            static_cast<double>(std::strtol(colour.substr(at, 2).c_str(), nullptr, 16)) / 255;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

double contrast(const std::string& a, const std::string& b) {
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

struct Scheme : testing::TestWithParam<bool> {
    Tokens colours = tokens(GetParam());

    void expect_ratio(const char* front, const char* ground, double least) {
        ASSERT_TRUE(colours.contains(front)) << front;
        ASSERT_TRUE(colours.contains(ground)) << ground;
        EXPECT_GE(contrast(colours[front], colours[ground]), least) << front << " on " << ground;
    }
};

TEST_P(Scheme, TextHasSevenToOneOnEveryGroundItStandsOn) {
    for (const char* ground : {"paper", "sheet"}) {
        for (const char* text : {"ink", "soft", "teal", "amber", "alarm"}) {
            expect_ratio(text, ground, 7);
        }
    }
    for (const char* tint : {"teal", "amber", "alarm"}) {
        const std::string ground = std::string{tint} + "-soft";
        expect_ratio(tint, ground.c_str(), 7);
        expect_ratio("ink", ground.c_str(), 7);
    }
    expect_ratio("sheet", "teal", 7);  // Buttons.
    expect_ratio("sheet", "alarm", 7);
    expect_ratio("paper", "ink", 7);  // Leave, and the marks of the sketch.
}

TEST_P(Scheme, EdgesOfFieldsAndTheFocusRingCanBeSeen) {
    for (const char* ground : {"paper", "sheet"}) {
        expect_ratio("edge", ground, 3);
        expect_ratio("ink", ground, 3);  // The outline of what has the focus.
    }
}

INSTANTIATE_TEST_SUITE_P(Colours, Scheme, testing::Bool(), [](const auto& dark) {
    return std::string{dark.param ? "Dark" : "Light"};
});

TEST(Contrast, FollowsTheFormula) {
    EXPECT_NEAR(contrast("#000000", "#ffffff"), 21, 0.001);
    EXPECT_NEAR(contrast("#777777", "#ffffff"), 4.48, 0.01);
}

}  // namespace
}  // namespace waymark::web
