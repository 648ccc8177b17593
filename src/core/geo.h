// Where things are: points on a sphere, distances along it.
#pragma once

#include <compare>

namespace waymark {

// Mean Earth radius (IUGG R1), km.
inline constexpr double kEarthRadiusKm = 6371.0087714;

struct Kilometers {
    double value = 0;
    friend auto operator<=>(const Kilometers&, const Kilometers&) = default;
};

inline constexpr Kilometers miles(double value) {
    return {value * 1.609344};
}
inline constexpr double in_miles(Kilometers distance) {
    return distance.value / 1.609344;
}

struct GeoPoint {
    double latitude = 0;    // degrees, -90 … 90
    double longitude = 0;   // degrees, -180 … 180
    bool is_valid() const;  // In range; (0, 0), the mark of a missing place, is not.
    friend bool operator==(const GeoPoint&, const GeoPoint&) = default;
};

// West may be greater than east: such a box crosses the date line.
struct GeoBox {
    double south = 0, west = 0, north = 0, east = 0;
    bool is_valid() const;
    bool contains(const GeoPoint& point) const;  // Edges belong to the box.
};

// Great-circle distance.
Kilometers distance_between(const GeoPoint& a, const GeoPoint& b);

// Which way `to` lies from `from`: degrees clockwise from north, 0 … 360.
double bearing_degrees(const GeoPoint& from, const GeoPoint& to);

}  // namespace waymark
