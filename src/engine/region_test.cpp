// A region asked about whole nodes and leaves says what it says point by point.

#include "engine/region.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/random.h"

namespace waymark::engine {
namespace {

constexpr double kNowhere = std::numeric_limits<double>::quiet_NaN();
constexpr std::array<GeoPoint, 6> kCenters{
    {{40.7, -74}, {-16.8, 179.99}, {89.95, 10}, {-89.99, -170}, {0, 0.1}, {51.5, -0.1}}};

double wrapped(double longitude) {
    if (longitude > 180) return longitude - 360;
    return longitude < -180 ? longitude + 360 : longitude;
}

GeoPoint near(Random& random, const GeoPoint& center, double spread) {
    return {std::clamp(center.latitude + (random.unit() - 0.5) * spread, -90.0, 90.0),
            wrapped(center.longitude + (random.unit() - 0.5) * spread * 2)};
}

// 64 points around one place, some of them unknown.
struct SomeLeaf {
    explicit SomeLeaf(Random& random) {
        const auto& center = kCenters[random.below(kCenters.size())];
        const double spread = std::pow(10, random.unit() * 4 - 3);
        for (unsigned at = 0; at < kLeafRows; ++at) {
            points[at] =
                random.chance(0.02) ? GeoPoint{kNowhere, kNowhere} : near(random, center, spread);
            const auto spot = spot_of(points[at]);
            spots.x[at] = static_cast<float>(spot.x);
            spots.y[at] = static_cast<float>(spot.y);
            spots.z[at] = static_cast<float>(spot.z);
            if (std::isnan(points[at].latitude)) {
                node.has_pointless = true;
            } else {
                node.add(points[at], spot);
            }
        }
    }

    std::array<GeoPoint, kLeafRows> points{};
    LeafSpots spots{};
    Node node{};
};

struct Asked {
    std::optional<GeoPoint> center{};
    std::optional<Kilometers> radius{};
    std::optional<GeoBox> box{};

    bool holds(const GeoPoint& point) const {
        if (!center && !box) return true;
        if (std::isnan(point.latitude)) return false;
        if (box && !box->contains(point)) return false;
        return !center || !radius || distance_between(*center, point) <= *radius;
    }
};

Asked some_region(Random& random) {
    Asked asked;
    const auto& around = kCenters[random.below(kCenters.size())];
    if (random.chance(0.6)) asked.center = near(random, around, 1);
    if (asked.center && random.chance(0.8)) asked.radius = Kilometers{random.unit() * 200};
    if (random.chance(0.4)) {
        const auto a = near(random, around, 3);
        const auto b = near(random, around, 3);
        asked.box = GeoBox{std::min(a.latitude, b.latitude), a.longitude,
                           std::max(a.latitude, b.latitude), b.longitude};
    }
    return asked;
}

TEST(Region, OfALeafIsWhatItIsOfEachPoint) {
    Random random{11};
    int all = 0;
    int none = 0;
    int some = 0;
    for (int i = 0; i < 20'000; ++i) {
        const SomeLeaf leaf{random};
        const auto asked = some_region(random);
        const Region region{asked.center, asked.radius, asked.box};
        std::uint64_t wanted = 0;
        for (unsigned at = 0; at < kLeafRows; ++at) {
            ASSERT_EQ(region.contains(leaf.points[at]), asked.holds(leaf.points[at]));
            if (asked.holds(leaf.points[at])) wanted |= std::uint64_t{1} << at;
        }
        const auto holds = region.holds(leaf.node);
        if (holds == Region::Holds::none) {
            EXPECT_EQ(wanted, 0u) << i;
            ++none;
        } else if (holds == Region::Holds::all) {
            EXPECT_EQ(wanted, ~std::uint64_t{0}) << i;
            ++all;
        } else {
            EXPECT_EQ(region.keep(~std::uint64_t{0}, leaf.spots, leaf.points), wanted) << i;
            ++some;
        }
    }
    EXPECT_GT(all, 500);
    EXPECT_GT(none, 500);
    EXPECT_GT(some, 500);
}

TEST(Region, NoPointIsNearerThanItsNodeIsSaidToBe) {
    Random random{12};
    for (int i = 0; i < 5'000; ++i) {
        const SomeLeaf leaf{random};
        const auto center = near(random, kCenters[random.below(kCenters.size())], 2);
        const Region region{center, std::nullopt, std::nullopt};
        const double least = region.least_km(leaf.node);
        for (const auto& point : leaf.points) {
            if (std::isnan(point.latitude)) continue;
            ASSERT_LE(least, distance_between(center, point).value);
        }
    }
}

}  // namespace
}  // namespace waymark::engine
