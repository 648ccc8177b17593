// How many of the found meetings there are of each kind.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/facet_sums.h"
#include "finder/hit.h"
#include "finder/index.h"
#include "finder/search.h"

namespace waymark::finder {

// Counts by what can be said of a meeting (engine/leaf.h), while a search runs.
class Tally {
  public:
    explicit Tally(const Index& index);

    // One row, as it is on the day of the hit.
    void add(const Row& row, const Hit& hit);

    std::int64_t day(std::size_t number) const { return facts[engine::kDayFacts + number]; }
    std::int64_t venue(std::size_t number) const { return facts[engine::kVenueFacts + number]; }
    std::int64_t attitude(std::size_t number) const {
        return facts[engine::kAttitudeFacts + number];
    }
    std::int64_t fellowship(std::size_t number) const {
        return facts[engine::kFellowshipFacts + number];
    }
    std::int64_t feature(std::size_t number) const { return facts[engine::kFeatureFacts + number]; }
    std::int64_t language_set(std::size_t number) const;

    engine::FactCounts facts{};

  private:
    std::vector<std::int64_t> rarer_sets_;  // Of languages, from engine::kLanguageSets.
};

// In the order fellowship, venue, weekday, need, for, lang, door, medication.
// A meeting in two languages counts for both; "es-MX" counts as "es".
std::vector<Facet> facets_of(const Index& index, const Tally& tally);

}  // namespace waymark::finder
