#include "core/geo.h"

#include <gtest/gtest.h>

#include <numbers>

namespace waymark {
namespace {

TEST(Geo, MeasuresAlongTheSphere) {
    const double degree = kEarthRadiusKm * std::numbers::pi / 180;
    EXPECT_NEAR(distance_between({0, 10}, {0, 11}).value, degree, 1e-9);
    EXPECT_NEAR(distance_between({10, 20}, {11, 20}).value, degree, 1e-9);
    EXPECT_NEAR(distance_between({60, 0}, {60, 180}).value, 60 * degree, 1e-6);  // Over the pole.
    EXPECT_NEAR(distance_between({0, 0}, {0, 180}).value, 180 * degree, 1e-6);
    // Philadelphia to New York, city hall to city hall.
    EXPECT_NEAR(distance_between({39.9526, -75.1652}, {40.7128, -74.0060}).value, 129.6, 0.2);
}

TEST(Geo, MeasuresOverTheDateLineAndInOneRoom) {
    EXPECT_NEAR(distance_between({0, 179.5}, {0, -179.5}).value, 111.195, 0.001);
    EXPECT_EQ(distance_between({39.95, -75.16}, {39.95, -75.16}).value, 0);
    EXPECT_NEAR(distance_between({39.95, -75.16}, {39.950009, -75.16}).value, 0.001, 1e-5);
    EXPECT_NEAR(distance_between({90, 0}, {90, 123}).value, 0, 1e-9);
}

TEST(Geo, TellsDirections) {
    EXPECT_NEAR(bearing_degrees({10, 10}, {11, 10}), 0, 1e-9);
    EXPECT_NEAR(bearing_degrees({0, 10}, {0, 11}), 90, 1e-9);
    EXPECT_NEAR(bearing_degrees({10, 10}, {9, 10}), 180, 1e-9);
    EXPECT_NEAR(bearing_degrees({0, 10}, {0, 9}), 270, 1e-9);
    EXPECT_NEAR(bearing_degrees({0, 179.5}, {0, -179.5}), 90, 1e-9);
}

TEST(Geo, KnowsPointsOnEarth) {
    EXPECT_TRUE((GeoPoint{90, 180}).is_valid());
    EXPECT_TRUE((GeoPoint{0, 10}).is_valid());
    EXPECT_FALSE((GeoPoint{90.1, 0}).is_valid());
    EXPECT_FALSE((GeoPoint{0, -180.1}).is_valid());
    EXPECT_FALSE((GeoPoint{0, 0}).is_valid());  // The mark of a missing place.
}

TEST(Geo, BoxesHoldTheirEdgesAndCrossTheDateLine) {
    const GeoBox box{10, 20, 30, 40};
    EXPECT_TRUE(box.contains({10, 20}) && box.contains({30, 40}) && box.contains({20, 30}));
    EXPECT_FALSE(box.contains({9.9, 30}) || box.contains({20, 40.1}));
    const GeoBox pacific{-20, 170, 0, -170};
    EXPECT_TRUE(pacific.contains({-10, 179}) && pacific.contains({-10, -179}));
    EXPECT_FALSE(pacific.contains({-10, 0}));
    EXPECT_TRUE(pacific.is_valid());
    EXPECT_FALSE((GeoBox{30, 0, 10, 1}).is_valid());
    EXPECT_FALSE((GeoBox{0, 0, 91, 1}).is_valid());
}

TEST(Geo, TurnsMilesIntoKilometersAndBack) {
    EXPECT_DOUBLE_EQ(miles(25).value, 40.2336);
    EXPECT_DOUBLE_EQ(in_miles(miles(25)), 25);
}

}  // namespace
}  // namespace waymark
