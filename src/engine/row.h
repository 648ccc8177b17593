// One meeting as a search sees it: what every search asks, in less than half a
// cache line. The rows stand along a space-filling curve (engine/curve.h), so
// that what is near lies near, and are cut into leaves of 64.
#pragma once

#include <cstdint>
#include <limits>

#include "directory/feature.h"
#include "directory/fellowship.h"
#include "directory/meeting.h"
#include "directory/schedule.h"
#include "directory/venue.h"

namespace waymark::engine {

using RowNumber = std::uint32_t;
using LeafNumber = std::uint32_t;

inline constexpr unsigned kLeafRows = 64;
inline LeafNumber leaf_of(RowNumber row) {
    return row / kLeafRows;
}

// Seconds of Unix time, or kNever.
inline constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min();

struct Row {
    directory::FeatureSet features{};
    std::uint32_t language_set = 0;  // The commonest set is 0.
    std::uint16_t start = 0;         // Minutes after local midnight, up to 1440.
    std::uint16_t zone = 0;
    directory::Fellowship fellowship{};
    directory::MedicationFact::Attitude medication{};
    directory::VenueKind venue{};  // As usual.
    directory::WeekdaySet days{};
    bool is_plain = false;    // Weekly, without season or closed day.
    bool has_spells = false;  // Its venue changes for a while.
    bool is_double = false;   // Another list's row stands for it.
    bool is_simple = false;   // Its leaf's slices tell all of it (engine/leaf.h).
};
static_assert(sizeof(Row) == 24);

}  // namespace waymark::engine
