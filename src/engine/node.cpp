#include "engine/node.h"

#include <algorithm>
#include <cmath>

namespace waymark::engine {
namespace {

float below(double value) {
    return std::nextafterf(static_cast<float>(value), -std::numeric_limits<float>::infinity());
}

float above(double value) {
    return std::nextafterf(static_cast<float>(value), std::numeric_limits<float>::infinity());
}

}  // namespace

void Node::add(const Row& row, std::int64_t known_true_at, std::int64_t tended_at) {
    features |= row.features.bits();
    fellowships |= 1u << static_cast<unsigned>(row.fellowship);
    // A start of 24:00 is one of the next day; the rest tell their own.
    hours |= 1u << (row.start % 1440u / 60u);
    days |= static_cast<std::uint8_t>(row.start == 1440 ? 0x7f : row.days.bits());
    if (!row.has_spells)
        venues |= static_cast<std::uint8_t>(1u << static_cast<unsigned>(row.venue));
    attitudes |= static_cast<std::uint8_t>(1u << static_cast<unsigned>(row.medication));
    has_unruly |= !row.is_simple && !row.is_double;
    if (!has_rows) zone = row.zone;
    if (zone != row.zone) zone = kManyZones;
    has_rows = true;
    if (known_true_at != kNever) longest_unknown = std::min(longest_unknown, known_true_at);
    last_tended = std::max(last_tended, tended_at);
}

void Node::add(const GeoPoint& point, const Spot& spot) {
    const double at[3] = {spot.x, spot.y, spot.z};
    for (int axis = 0; axis < 3; ++axis) {
        low[axis] = std::min(low[axis], below(at[axis]));
        high[axis] = std::max(high[axis], above(at[axis]));
    }
    south = std::min(south, below(point.latitude));
    north = std::max(north, above(point.latitude));
    west = std::min(west, below(point.longitude));
    east = std::max(east, above(point.longitude));
}

void Node::add(const Node& child) {
    if (!child.has_rows) return;
    for (int axis = 0; axis < 3; ++axis) {
        low[axis] = std::min(low[axis], child.low[axis]);
        high[axis] = std::max(high[axis], child.high[axis]);
    }
    south = std::min(south, child.south);
    north = std::max(north, child.north);
    west = std::min(west, child.west);
    east = std::max(east, child.east);
    features |= child.features;
    fellowships |= child.fellowships;
    hours |= child.hours;
    days |= child.days;
    venues |= child.venues;
    attitudes |= child.attitudes;
    has_unruly |= child.has_unruly;
    has_pointless |= child.has_pointless;
    if (!has_rows) zone = child.zone;
    if (zone != child.zone) zone = kManyZones;
    has_rows = true;
    longest_unknown = std::min(longest_unknown, child.longest_unknown);
    last_tended = std::max(last_tended, child.last_tended);
}

double nearest_squared_chord(const Node& node, const Spot& from) {
    const double at[3] = {from.x, from.y, from.z};
    double sum = 0;
    for (int axis = 0; axis < 3; ++axis) {
        const double away = std::max({node.low[axis] - at[axis], at[axis] - node.high[axis], 0.0});
        sum += away * away;
    }
    return sum;
}

double farthest_squared_chord(const Node& node, const Spot& from) {
    const double at[3] = {from.x, from.y, from.z};
    double sum = 0;
    for (int axis = 0; axis < 3; ++axis) {
        const double away = std::max(node.high[axis] - at[axis], at[axis] - node.low[axis]);
        sum += away * away;
    }
    return sum;
}

}  // namespace waymark::engine
