// The search itself: which rows fit a request, how many of each kind they are,
// and the first of them in the order asked for.
#pragma once

#include <cstdint>
#include <vector>

#include "finder/facets.h"
#include "finder/hit.h"
#include "finder/search.h"
#include "finder/snapshot.h"

namespace waymark::finder {

struct Found {
    std::int64_t total = 0;
    std::int64_t old = 0;  // That fit too, and were left out for their age.
    Tally tally;
    std::vector<Hit> first;  // The first offset + limit, in order; fewer when there are fewer.
    // Of all, when total is not 0. The nearest is one that has a door, if any has.
    Hit nearest{};
    Hit soonest{};
};

// The circle to search: the one asked for, else what search.h says for none.
std::optional<Kilometers> radius_of(const SearchRequest& request);

// The request must have been checked.
Found scan(const Snapshot& snapshot, const SearchRequest& request, Instant now);

}  // namespace waymark::finder
