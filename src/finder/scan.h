// The search itself: which rows fit a request, how many of each kind they are,
// and the first of them in the order asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "finder/facets.h"
#include "finder/hit.h"
#include "finder/search.h"
#include "finder/snapshot.h"

namespace waymark::finder {

struct Found {
    std::int64_t total = 0;  // This and the next two only with SearchRequest::counts.
    std::int64_t old = 0;    // That fit too, and were left out for their age.
    Tally tally;
    std::vector<Hit> first;  // The first offset + limit, in order; fewer when there are fewer.

    bool is_nothing() const { return first.empty(); }
};

// The request must have been checked.
Found scan(const Snapshot& snapshot, const SearchRequest& request, Instant now);

// The nearest of all that scan() would find: one that has a door, if any has.
// Nothing when it finds nothing; the request has a place.
std::optional<Hit> nearest_of(const Snapshot& snapshot, const SearchRequest& request, Instant now);

// The one of these that starts soonest.
std::optional<Hit> soonest_of(const Snapshot& snapshot, const SearchRequest& request, Instant now);

}  // namespace waymark::finder
