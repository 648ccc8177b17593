// Points of the Earth as points of the unit sphere, where neither the poles nor
// the date line are special: two are as far apart as the straight line through
// the Earth between them, the chord.
#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/geo.h"

namespace waymark::engine {

struct Spot {
    double x = 0, y = 0, z = 0;
};

inline Spot spot_of(const GeoPoint& point) {
    constexpr double kRadians = std::numbers::pi / 180;
    const double around = std::cos(point.latitude * kRadians);
    return {around * std::cos(point.longitude * kRadians),
            around * std::sin(point.longitude * kRadians), std::sin(point.latitude * kRadians)};
}

// Squared chords grow with the distance: 0 at the same point, 4 on the other side.
inline double squared_chord_of(Kilometers distance) {
    const double half = std::min(distance.value / kEarthRadiusKm / 2, std::numbers::pi / 2);
    const double chord = 2 * std::sin(std::max(half, 0.0));
    return chord * chord;
}

inline Kilometers distance_of_squared_chord(double squared) {
    return {2 * kEarthRadiusKm * std::asin(std::min(1.0, std::sqrt(std::max(0.0, squared)) / 2))};
}

inline double squared_chord(const Spot& a, const Spot& b) {
    const double x = a.x - b.x;
    const double y = a.y - b.y;
    const double z = a.z - b.z;
    return x * x + y * y + z * z;
}

}  // namespace waymark::engine
