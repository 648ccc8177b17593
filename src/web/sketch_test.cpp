// "Around you": a drawing of Philadelphia's meetings, read back.

#include "web/sketch.h"

#include <gmock/gmock.h>

#include <string>

namespace waymark::web {
namespace {

using testing::HasSubstr;
using testing::Not;

const locale::Speaker kAmerican{locale::Language::english, locale::manners_of("US")};
const locale::Speaker kMexican{locale::Language::spanish, locale::manners_of("MX")};
constexpr GeoPoint kHere{40, -75};

struct Meetings {
    std::vector<finder::Match> matches{};

    explicit Meetings(std::initializer_list<GeoPoint> points) {
        for (const GeoPoint point : points) {
            directory::Meeting meeting;
            meeting.place.point = point;
            matches.push_back({.meeting = std::make_shared<const directory::Meeting>(meeting),
                               .distance = distance_between(kHere, point)});
        }
    }
};

std::string drawn(const Meetings& meetings, const std::vector<places::Place>& towns = {}) {
    return sketch(kAmerican, kHere, meetings.matches, towns).markup();
}

TEST(Sketch, NumbersTheMeetingsAsTheListDoes) {
    const std::string svg = drawn(Meetings{{40.05, -75}, {40, -74.9}});
    EXPECT_THAT(svg, HasSubstr(">1</text>"));
    EXPECT_THAT(svg, HasSubstr(">2</text>"));
}

TEST(Sketch, SaysTheSameInWords) {
    const std::string svg = drawn(Meetings{{40.05, -75}, {40, -74.9}});
    EXPECT_THAT(svg, HasSubstr("role=\"img\""));
    EXPECT_THAT(svg, HasSubstr("1: 3.5\u00a0mi north; 2: 5.3\u00a0mi east."));
    const Meetings meetings{{39.95, -75.05}};
    EXPECT_THAT(sketch(kMexican, kHere, meetings.matches, {}).markup(),
                HasSubstr("1: 7\u00a0km suroeste."));
}

TEST(Sketch, SharesAMarkAmongMeetingsOfOnePlace) {
    EXPECT_THAT(drawn(Meetings{{40.05, -75}, {40.05, -75}}), HasSubstr(">1-2</text>"));
    EXPECT_THAT(drawn(Meetings{{40.05, -75}, {39.95, -75}, {40.05, -75}, {40.05, -75}}),
                HasSubstr(">1+2</text>"));
}

TEST(Sketch, PutsNorthUpAndDistanceOutward) {
    // A meeting on the outer ring, due north: ring 5 mi, 170 of 400 wide, mark 26 high.
    const Meetings meetings{{40 + 5 / 69.0935, -75}};
    const auto mark = drawn(meetings).find("<rect class=\"dot\" x=\"187\" y=\"17\"");
    EXPECT_NE(mark, std::string::npos) << drawn(meetings);
}

TEST(Sketch, NamesTownsThatDoNotStandOnOneAnother) {
    const Meetings meetings{{40.05, -75}};
    const std::string svg = drawn(meetings, {{.name = "Ash <Town>, PA", .point = {40.02, -75.05}},
                                             {.name = "Elm Town, PA", .point = {40.021, -75.051}},
                                             {.name = "Far Town, PA", .point = {41, -75}}});
    EXPECT_THAT(svg, HasSubstr("Ash &lt;Town&gt;</text>"));
    EXPECT_THAT(svg, Not(HasSubstr("Elm Town")));
    EXPECT_THAT(svg, Not(HasSubstr("Far Town")));
}

TEST(Sketch, IsNothingWhenNoDistanceIsKnown) {
    EXPECT_EQ(drawn(Meetings{}), "");
}

TEST(OuterRing, IsTheNextRoundDistance) {
    EXPECT_EQ(outer_ring(kAmerican, miles(0.2)), miles(1));
    EXPECT_EQ(outer_ring(kAmerican, miles(1.1)), miles(2));
    EXPECT_EQ(outer_ring(kAmerican, miles(24)), miles(30));
    EXPECT_EQ(outer_ring(kAmerican, miles(310)), miles(500));
    EXPECT_EQ(outer_ring(kMexican, {7.9}), Kilometers{8});
}

}  // namespace
}  // namespace waymark::web
