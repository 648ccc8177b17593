// The curve visits every place once, and neighbours on it are neighbours on the ground.

#include "engine/curve.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "core/random.h"

namespace waymark::engine {
namespace {

GeoPoint anywhere(Random& random) {
    return {random.unit() * 180 - 90, random.unit() * 360 - 180};
}

TEST(Curve, OfManyPointsTheNextOneIsFarNearerThanAnyOther) {
    Random random{3};
    std::vector<GeoPoint> points(20'000);
    std::ranges::generate(points, [&] { return anywhere(random); });
    double any = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        any += distance_between(points[i - 1], points[i]).value;
    std::ranges::sort(points, {}, curve_key);
    double next = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        next += distance_between(points[i - 1], points[i]).value;
    EXPECT_LT(next * 50, any);
}

TEST(Curve, ASmallStepMovesALittleAlongIt) {
    // In a square of a quarter of a quarter … the keys share their first digits.
    Random random{4};
    int together = 0;
    constexpr int kTries = 2'000;
    for (int i = 0; i < kTries; ++i) {
        const auto point = anywhere(random);
        const GeoPoint near{std::clamp(point.latitude + 0.0001, -90.0, 90.0), point.longitude};
        together += (curve_key(point) >> 34) == (curve_key(near) >> 34) ? 1 : 0;
    }
    EXPECT_GT(together, kTries * 9 / 10);
}

TEST(Curve, APoleIsOnePlaceWhateverItsLongitude) {
    EXPECT_EQ(curve_key({90, 0}), curve_key({90, 120}));
    EXPECT_NE(curve_key({90, 0}), curve_key({-90, 0}));
}

}  // namespace
}  // namespace waymark::engine
