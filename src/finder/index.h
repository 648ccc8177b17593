// What a search looks at instead of whole meetings: their rows in the order of
// the curve, and above them the leaves, the tree, the sums, the starts of the
// week and the words of src/engine. docs/engine.md tells why.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/geo.h"
#include "core/time.h"
#include "directory/age.h"
#include "directory/meeting.h"
#include "directory/source.h"
#include "engine/facet_sums.h"
#include "engine/leaf.h"
#include "engine/listings.h"
#include "engine/row.h"
#include "engine/soonest.h"
#include "engine/tree.h"
#include "finder/same_meeting.h"
#include "finder/words.h"
#include "finder/zone_clock.h"

namespace waymark::finder {

using engine::kNever;
using engine::LeafNumber;
using engine::Row;

// What the row of a meeting cannot tell: of one whose rule is not just "every
// week", or whose venue changes for a while.
struct Rule {
    RowNumber row = 0;
    directory::Schedule schedule{};
    directory::Venue venue{};
    bool is_approximate = false;  // Its place; see directory::venue_on.
};

struct Index {
    // The meetings, the sources and the doubles by id.
    Index(const engine::Listings& meetings, std::span<const directory::Source> sources,
          std::span<const Double> doubles);

    // By row; row i is meetings()[positions[i]]. Whole leaves: the rows past
    // the last one are of no meeting.
    std::vector<Row> rows;
    std::vector<GeoPoint> points;  // NaN, NaN: nobody knows where.
    std::vector<std::uint32_t> positions;
    std::vector<RowNumber> row_of;            // By position.
    std::vector<std::int64_t> tended_at;      // finder/rank.h
    std::vector<std::int64_t> known_true_at;  // directory/age.h; of it and of its doubles.
    std::int64_t longest_unknown = kNever;    // The least of those; kNever for none.
    std::vector<Rule> rules;                  // By row.

    std::vector<engine::Leaf> leaves;
    std::vector<engine::LeafSpots> spots;
    engine::Tree tree;
    engine::FacetSums sums;
    engine::Soonest soonest;
    Words words;

    std::vector<ZoneYears> zones;
    std::vector<std::vector<std::string>> language_sets;  // Lower case; the commonest first.
    std::uint32_t joinable = 0;  // A bit for each fellowship with a meeting one can join.

    const Rule& rule_of(RowNumber row) const;  // It has one.
    std::span<const GeoPoint> points_of(LeafNumber leaf) const;

    // Whether any row is old: most directories have none, and need not look.
    bool has_old(Instant now) const { return is_older(longest_unknown, now); }
    // Whether it stays out of what nobody asked to see whole.
    bool is_old(RowNumber row, Instant now) const { return is_older(known_true_at[row], now); }
    // The same of a meeting, by its place in meetings().
    bool is_old_at(std::size_t position, Instant now) const {
        return is_old(row_of[position], now);
    }

    static bool is_older(std::int64_t known, Instant now) {
        return known != kNever && now.time_since_epoch() - std::chrono::seconds{known} >
                                      std::chrono::seconds{directory::kHiddenAfter};
    }
};

}  // namespace waymark::finder
