#include "paper/drawing.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace waymark::paper {
namespace {

std::optional<Drawing> drawn(const std::string& inside) {
    return read_drawing("<svg viewBox=\"0 0 100 50\">" + inside + "</svg>");
}

DrawnShape shape(const std::string& inside) {
    const auto drawing = drawn(inside);
    return std::get<DrawnShape>(drawing.value().parts.at(0));
}

std::string steps(const Outline& outline) {
    std::string text;
    for (const auto& step : outline)
        text += "MLCZ"[static_cast<int>(step.kind)];
    return text;
}

TEST(Drawing, KnowsItsSize) {
    EXPECT_EQ(drawn("").value().size.width, 100);
    EXPECT_EQ(drawn("").value().size.height, 50);
    EXPECT_TRUE(drawn("").value().parts.empty());
}

TEST(Drawing, TakesItsColoursFromClasses) {
    const auto ink =
        shape("<rect x='1' y='2' width='3' height='4' class='f-tint s-teal w3 dash'/>").ink;
    EXPECT_EQ(ink.fill, kTint);
    EXPECT_EQ(ink.stroke, kTeal);
    EXPECT_EQ(ink.stroke_width, 3);
    EXPECT_TRUE(ink.is_dashed);
    EXPECT_EQ(shape("<rect width='3' height='4' class='f-none s-line'/>").ink.fill, std::nullopt);
    EXPECT_EQ(shape("<g class='f-alarm'><circle r='3'/></g>").ink.fill, kAlarm);
    EXPECT_EQ(shape("<g class='f-alarm'><circle r='3' class='f-soft'/></g>").ink.fill, kSoft);
}

TEST(Drawing, DrawsEveryElement) {
    EXPECT_EQ(steps(shape("<rect width='9' height='9'/>").outline), "MLLLZ");
    EXPECT_EQ(steps(shape("<rect width='9' height='9' rx='2'/>").outline), "MLCLCLCLCZ");
    EXPECT_EQ(steps(shape("<circle cx='5' cy='5' r='4'/>").outline), "MCCCCZ");
    EXPECT_EQ(steps(shape("<ellipse cx='5' cy='5' rx='4' ry='2'/>").outline), "MCCCCZ");
    EXPECT_EQ(steps(shape("<line x1='1' y1='2' x2='3' y2='4'/>").outline), "ML");
    EXPECT_EQ(steps(shape("<polyline points='1,2 3,4 5,6'/>").outline), "MLL");
    EXPECT_EQ(steps(shape("<polygon points='1 2 3 4 5 6'/>").outline), "MLLZ");
    EXPECT_EQ(steps(shape("<path d='M1 2 H5 V6 Q1 2 3 4 C1 2 3 4 5 6 Z'/>").outline), "MLLCCZ");
}

TEST(Drawing, FollowsAPath) {
    const auto outline = path_outline("M1,2 3,4H10V-5.5Z");
    ASSERT_EQ(steps(outline), "MLLLZ");
    EXPECT_EQ(outline[1].to.x, 3);
    EXPECT_EQ(outline[2].to.x, 10);
    EXPECT_EQ(outline[2].to.y, 4);
    EXPECT_EQ(outline[3].to.y, -5.5);
    EXPECT_EQ(steps(path_outline("M1 2 L3 4 A1 1 0 0 0 5 6 L7 8")), "ML");
    EXPECT_EQ(steps(path_outline("L1 2")), "");
    EXPECT_EQ(steps(path_outline("M1 2Z3 4")), "MZ");
}

TEST(Drawing, SetsTexts) {
    const auto drawing =
        drawn("<text x='10' y='20' text-anchor='middle' class='t3 f-teal'>  A\n b &amp; ñ </text>");
    const auto text = std::get<DrawnText>(drawing.value().parts.at(0));
    EXPECT_EQ(text.ansi, "A b & \xf1");
    EXPECT_EQ(text.anchor, 0.5);
    EXPECT_EQ(text.lettering.size, 20);
    EXPECT_EQ(text.lettering.face, Face::sans_bold);
    EXPECT_EQ(text.lettering.colour, kTeal);
}

TEST(Drawing, IsNoneWithoutXmlOrSize) {
    EXPECT_FALSE(read_drawing(""));
    EXPECT_FALSE(read_drawing("<svg viewBox='0 0 1 1'>"));
    EXPECT_FALSE(read_drawing("<svg><rect/></svg>"));
    EXPECT_FALSE(read_drawing("<svg viewBox='0 0 0 10'/>"));
    EXPECT_FALSE(read_drawing("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg viewBox='0 0 1 1'>&a;</svg>"));
    std::string deep;
    for (int i = 0; i < 100; ++i)
        deep += "<g>";
    EXPECT_FALSE(drawn(deep));
}

// What is drawn for the site is drawn whole on paper, too: a shape or a text
// for each element that shows something.
TEST(Drawing, ReadsAllOfOurOwn) {
    int count = 0;
    for (const auto& file :
         std::filesystem::directory_iterator{WAYMARK_SOURCE_DIR "/content/learn/drawings"}) {
        std::ifstream stream{file.path()};
        const std::string svg{std::istreambuf_iterator<char>{stream}, {}};
        std::size_t shown = 0;
        for (const auto* element :
             {"<rect", "<line", "<circle", "<ellipse", "<polyline", "<polygon", "<path", "<text"}) {
            for (auto at = svg.find(element); at != svg.npos; at = svg.find(element, at + 1)) {
                const char after = svg[at + std::string_view{element}.size()];
                if (after == ' ' || after == '\n') ++shown;
            }
        }
        const auto drawing = read_drawing(svg);
        ASSERT_TRUE(drawing) << file.path();
        EXPECT_EQ(drawing->parts.size(), shown) << file.path();
        ++count;
    }
    EXPECT_GT(count, 10);
}

}  // namespace
}  // namespace waymark::paper
