// What a search looks at instead of whole meetings: a few bytes a row, with a
// grid for places and postings for words. Row i is meetings()[i].
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/geo.h"
#include "core/zone.h"
#include "directory/meeting.h"
#include "finder/grid.h"
#include "finder/words.h"

namespace waymark::finder {

// What every search asks of every row, in less than half a cache line.
struct Row {
    directory::FeatureSet features{};
    std::uint32_t language_set = 0;  // Into language_sets.
    std::uint16_t start = 0;         // Minutes after local midnight, up to 1440.
    std::uint16_t zone = 0;          // Into zones.
    directory::Fellowship fellowship{};
    directory::MedicationFact::Attitude medication{};
    directory::VenueKind venue{};  // As usual.
    directory::WeekdaySet days{};
    bool is_plain = false;    // Weekly, without season or closed day.
    bool has_spells = false;  // Its venue changes for a while.
};
static_assert(sizeof(Row) == 24);

inline constexpr std::int64_t kNeverConfirmed = std::numeric_limits<std::int64_t>::min();

struct Index {
    explicit Index(std::span<const directory::Meeting> meetings);

    std::vector<Row> rows;
    std::vector<std::optional<GeoPoint>> points;
    std::vector<std::int64_t> known_good_at;  // Seconds of Unix time, or kNeverConfirmed.

    std::vector<Zone> zones;
    std::vector<std::vector<std::string>> language_sets;  // Lower case.
    std::uint32_t joinable = 0;  // A bit for each fellowship with a meeting one can join.

    Grid grid;
    Words words;
};

}  // namespace waymark::finder
