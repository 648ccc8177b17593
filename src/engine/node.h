// What is known of many rows at once: where they are, and all that can be said
// of any of them. A search passes over a node in which nothing can fit.
#pragma once

#include <cstdint>
#include <limits>

#include "core/geo.h"
#include "engine/row.h"
#include "engine/sphere.h"

namespace waymark::engine {

inline constexpr std::uint16_t kManyZones = 0xffff;

struct Node {
    // A box around the rows' spots on the unit sphere, and around their
    // coordinates. Both a hair too large, never too small; of no row: inside out.
    float low[3] = {kFar, kFar, kFar};
    float high[3] = {-kFar, -kFar, -kFar};
    float south = kFar, north = -kFar, west = kFar, east = -kFar;

    std::uint64_t features = 0;  // A bit for each that any row has.
    std::uint32_t fellowships = 0;
    std::uint32_t hours = 0;  // Of the start, local, 0 … 23.
    std::uint8_t days = 0;
    std::uint8_t venues = 0;  // As usual, of those that do not change it.
    std::uint8_t attitudes = 0;
    bool has_unruly = false;     // Rows that the slices do not tell whole.
    bool has_pointless = false;  // Rows of which nobody knows where they are.
    std::uint16_t zone = 0;      // Of all rows, or kManyZones.
    bool has_rows = false;
    std::int64_t longest_unknown = std::numeric_limits<std::int64_t>::max();
    std::int64_t last_tended = kNever;

    bool has_points() const { return low[0] <= high[0]; }

    void add(const Row& row, std::int64_t known_true_at, std::int64_t tended_at);
    void add(const GeoPoint& point, const Spot& spot);
    void add(const Node& child);

  private:
    static constexpr float kFar = std::numeric_limits<float>::infinity();
};

// The least and the greatest squared chord from the spot to anywhere in the
// node's box.
double nearest_squared_chord(const Node& node, const Spot& from);
double farthest_squared_chord(const Node& node, const Spot& from);

}  // namespace waymark::engine
