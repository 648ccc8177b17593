// What a search looks at instead of whole meetings: a few bytes a row, with a
// grid for places and postings for words. Row i is meetings()[i].
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/geo.h"
#include "core/time.h"
#include "core/zone.h"
#include "directory/age.h"
#include "directory/meeting.h"
#include "directory/source.h"
#include "finder/grid.h"
#include "finder/same_meeting.h"
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
    bool is_double = false;   // Another list's row stands for it (finder/same_meeting.h).
};
static_assert(sizeof(Row) == 24);

inline constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min();

struct Index {
    // The meetings, the sources and the doubles by id.
    Index(std::span<const directory::Meeting> meetings, std::span<const directory::Source> sources,
          std::span<const Double> doubles);

    std::vector<Row> rows;
    std::vector<std::optional<GeoPoint>> points;
    // Seconds of Unix time, or kNever.
    std::vector<std::int64_t> tended_at;      // finder/rank.h
    std::vector<std::int64_t> known_true_at;  // directory/age.h; of it and of its doubles.
    std::int64_t longest_unknown = kNever;    // The least of those; kNever for none.

    // Whether any row is old: most directories have none, and need not look.
    bool has_old(Instant now) const { return is_older(longest_unknown, now); }
    // Whether it stays out of what nobody asked to see whole.
    bool is_old(RowNumber row, Instant now) const { return is_older(known_true_at[row], now); }

    std::vector<Zone> zones;
    std::vector<std::vector<std::string>> language_sets;  // Lower case.
    std::uint32_t joinable = 0;  // A bit for each fellowship with a meeting one can join.

    Grid grid;
    Words words;

  private:
    static bool is_older(std::int64_t known, Instant now) {
        return known != kNever && now.time_since_epoch() - std::chrono::seconds{known} >
                                      std::chrono::seconds{directory::kHiddenAfter};
    }
};

}  // namespace waymark::finder
