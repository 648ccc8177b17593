// Where a search looks: in a circle, in a box, in both at once, or anywhere.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/geo.h"
#include "engine/leaf.h"
#include "engine/node.h"

namespace waymark::engine {

class Region {
  public:
    // Without a radius the circle has no edge: all rows that have a point.
    Region(const std::optional<GeoPoint>& center, const std::optional<Kilometers>& radius,
           const std::optional<GeoBox>& box);

    bool is_anywhere() const { return !center_ && !box_; }

    enum class Holds : std::uint8_t { none, some, all };
    // What it holds of the node's rows.
    Holds holds(const Node& node) const;

    // Of the rows in `bits`, those that are inside. The points of a leaf; those
    // without one are NaN. Exact, as distance_between() and GeoBox::contains() say.
    std::uint64_t keep(std::uint64_t bits, const LeafSpots& spots,
                       std::span<const GeoPoint> points) const;
    bool contains(const GeoPoint& point) const;

    // No row of the node is nearer to the center. The region has a center.
    double least_km(const Node& node) const;

  private:
    Holds circle_holds(const Node& node) const;
    Holds box_holds(const Node& node) const;
    std::uint64_t keep_in_circle(std::uint64_t bits, const LeafSpots& spots,
                                 std::span<const GeoPoint> points) const;

    std::optional<GeoPoint> center_;
    std::optional<Kilometers> radius_;
    std::optional<GeoBox> box_;
    Spot spot_{};
    double inside_ = 0;   // Squared chords up to this are surely inside …
    double outside_ = 0;  // … and from this on surely outside.
};

}  // namespace waymark::engine
