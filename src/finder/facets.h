// How many of the found meetings there are of each kind.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "finder/hit.h"
#include "finder/index.h"
#include "finder/search.h"

namespace waymark::finder {

// Counts by number while a search runs: of rows, by what their columns say.
class Tally {
  public:
    explicit Tally(const Index& index) : language_set(index.language_sets.size()) {}

    void add(const Row& row, const Hit& hit) {
        ++fellowship[static_cast<std::size_t>(row.fellowship)];
        ++venue[static_cast<std::size_t>(hit.venue)];
        ++medication[static_cast<std::size_t>(row.medication)];
        ++language_set[row.language_set];
        if (hit.has_start()) ++weekday[hit.weekday];
        for (auto bits = row.features.bits(); bits != 0; bits &= bits - 1) {
            ++feature[static_cast<std::size_t>(__builtin_ctzll(bits))];
        }
    }

    std::array<std::int64_t, 32> fellowship{};
    std::array<std::int64_t, 8> venue{};
    std::array<std::int64_t, 7> weekday{};
    std::array<std::int64_t, 4> medication{};
    std::array<std::int64_t, 64> feature{};
    std::vector<std::int64_t> language_set;
};

// In the order fellowship, venue, weekday, need, for, lang, door, medication.
// A meeting in two languages counts for both; "es-MX" counts as "es".
std::vector<Facet> facets_of(const Index& index, const Tally& tally);

}  // namespace waymark::finder
