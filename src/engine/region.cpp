#include "engine/region.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace waymark::engine {
namespace {

// Spots are floats: a chord between two is wrong by no more than this.
constexpr double kChordError = 4e-7;

bool is_between(float low, float high, double from, double to) {
    return low >= from && high <= to;
}

bool touches(float low, float high, double from, double to) {
    return high >= from && low <= to;
}

}  // namespace

Region::Region(const std::optional<GeoPoint>& center, const std::optional<Kilometers>& radius,
               const std::optional<GeoBox>& box)
    : center_(center), radius_(radius), box_(box) {
    if (center_) spot_ = spot_of(*center_);
    if (!radius_) return;
    const double chord = std::sqrt(squared_chord_of(*radius_));
    const double within = std::max(0.0, chord - kChordError);
    inside_ = within * within;
    outside_ = (chord + kChordError) * (chord + kChordError);
}

Region::Holds Region::circle_holds(const Node& node) const {
    if (!center_) return Holds::all;
    if (!node.has_points()) return Holds::none;
    if (!radius_) return Holds::all;
    if (nearest_squared_chord(node, spot_) > outside_) return Holds::none;
    return farthest_squared_chord(node, spot_) < inside_ ? Holds::all : Holds::some;
}

Region::Holds Region::box_holds(const Node& node) const {
    if (!box_) return Holds::all;
    if (!node.has_points()) return Holds::none;
    if (!touches(node.south, node.north, box_->south, box_->north)) return Holds::none;
    const bool in_height = is_between(node.south, node.north, box_->south, box_->north);
    if (box_->west <= box_->east) {
        if (!touches(node.west, node.east, box_->west, box_->east)) return Holds::none;
        const bool in_width = is_between(node.west, node.east, box_->west, box_->east);
        return in_height && in_width ? Holds::all : Holds::some;
    }
    const bool is_east = node.west >= box_->west;  // Of the line where the box begins.
    const bool is_west = node.east <= box_->east;
    if (node.west > box_->east && node.east < box_->west) return Holds::none;
    return in_height && (is_east || is_west) ? Holds::all : Holds::some;
}

Region::Holds Region::holds(const Node& node) const {
    const auto circle = circle_holds(node);
    if (circle == Holds::none) return circle;
    const auto box = box_holds(node);
    if (box == Holds::none) return box;
    const bool has_all = circle == Holds::all && box == Holds::all;
    return has_all && (is_anywhere() || !node.has_pointless) ? Holds::all : Holds::some;
}

std::uint64_t Region::keep_in_circle(std::uint64_t bits, const LeafSpots& spots,
                                     std::span<const GeoPoint> points) const {
    const auto x = static_cast<float>(spot_.x);
    const auto y = static_cast<float>(spot_.y);
    const auto z = static_cast<float>(spot_.z);
    std::array<float, kLeafRows> squared{};
    for (unsigned at = 0; at < kLeafRows; ++at) {
        const float dx = spots.x[at] - x;
        const float dy = spots.y[at] - y;
        const float dz = spots.z[at] - z;
        squared[at] = dx * dx + dy * dy + dz * dz;
    }
    for (auto left = bits; left != 0; left &= left - 1) {
        const auto at = static_cast<unsigned>(std::countr_zero(left));
        const double chord = squared[at];
        if (chord <= inside_) continue;
        const bool is_in = chord < outside_ && distance_between(*center_, points[at]) <= *radius_;
        if (!is_in) bits &= ~(std::uint64_t{1} << at);
    }
    return bits;
}

std::uint64_t Region::keep(std::uint64_t bits, const LeafSpots& spots,
                           std::span<const GeoPoint> points) const {
    if (center_ && radius_) bits = keep_in_circle(bits, spots, points);
    if (!box_ && (!center_ || radius_)) return bits;
    for (auto left = bits; left != 0; left &= left - 1) {
        const auto at = static_cast<unsigned>(std::countr_zero(left));
        const auto& point = points[at];
        const bool is_in = box_ ? box_->contains(point) : !std::isnan(point.latitude);
        if (!is_in || std::isnan(point.latitude)) bits &= ~(std::uint64_t{1} << at);
    }
    return bits;
}

bool Region::contains(const GeoPoint& point) const {
    if (is_anywhere()) return true;
    if (std::isnan(point.latitude)) return false;
    if (box_ && !box_->contains(point)) return false;
    return !radius_ || distance_between(*center_, point) <= *radius_;
}

double Region::least_km(const Node& node) const {
    const double chord = std::sqrt(nearest_squared_chord(node, spot_)) - kChordError;
    return distance_of_squared_chord(chord <= 0 ? 0 : chord * chord).value;
}

}  // namespace waymark::engine
