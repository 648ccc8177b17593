// What a search looks at instead of whole meetings: columns, one entry a row,
// with a grid for places and postings for words. Row i is meetings()[i].
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

inline constexpr std::int64_t kNeverConfirmed = std::numeric_limits<std::int64_t>::min();

struct Index {
    explicit Index(std::span<const directory::Meeting> meetings);

    std::size_t size() const { return features.size(); }

    std::vector<directory::FeatureSet> features;
    std::vector<directory::Fellowship> fellowship;
    std::vector<directory::MedicationFact::Attitude> medication;
    std::vector<std::uint32_t> language_set;  // Into language_sets.
    std::vector<std::int64_t> known_good_at;  // Seconds of Unix time, or kNeverConfirmed.
    std::vector<std::optional<GeoPoint>> point;

    std::vector<directory::VenueKind> venue;  // As usual.
    std::vector<std::uint8_t> is_plain;       // Weekly, without season, closed day or spell.
    std::vector<directory::WeekdaySet> days;
    std::vector<std::uint16_t> start;  // Minutes after local midnight.
    std::vector<std::uint16_t> zone;   // Into zones.

    std::vector<Zone> zones;
    std::vector<std::vector<std::string>> language_sets;  // Lower case.
    std::uint32_t joinable = 0;  // A bit for each fellowship with a meeting one can join.

    Grid grid;
    Words words;
};

}  // namespace waymark::finder
