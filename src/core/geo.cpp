#include "core/geo.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace waymark {
namespace {

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

}  // namespace

bool GeoPoint::is_valid() const {
    const bool on_earth = std::abs(latitude) <= 90 && std::abs(longitude) <= 180;
    return on_earth && !(latitude == 0 && longitude == 0);
}

bool GeoBox::is_valid() const {
    return std::abs(south) <= 90 && std::abs(north) <= 90 && south <= north &&
           std::abs(west) <= 180 && std::abs(east) <= 180;
}

bool GeoBox::contains(const GeoPoint& point) const {
    if (point.latitude < south || point.latitude > north) return false;
    if (west <= east) return point.longitude >= west && point.longitude <= east;
    return point.longitude >= west || point.longitude <= east;
}

Kilometers distance_between(const GeoPoint& a, const GeoPoint& b) {
    // Haversine: exact to a nanometre for near points, where acos is not.
    const double lat = std::sin(radians(b.latitude - a.latitude) / 2);
    const double lon = std::sin(radians(b.longitude - a.longitude) / 2);
    const double h =
        lat * lat + std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) * lon * lon;
    return {2 * kEarthRadiusKm * std::asin(std::sqrt(std::min(1.0, h)))};
}

double bearing_degrees(const GeoPoint& from, const GeoPoint& to) {
    const double dlon = radians(to.longitude - from.longitude);
    const double lat1 = radians(from.latitude);
    const double lat2 = radians(to.latitude);
    const double y = std::sin(dlon) * std::cos(lat2);
    const double x =
        std::cos(lat1) * std::sin(lat2) - std::sin(lat1) * std::cos(lat2) * std::cos(dlon);
    const double degrees = std::atan2(y, x) * 180 / std::numbers::pi;
    return degrees < 0 ? degrees + 360 : degrees;
}

}  // namespace waymark
