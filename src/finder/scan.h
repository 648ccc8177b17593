// The search itself: which rows fit a request, before anybody orders or words
// them.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "finder/grid.h"
#include "finder/search.h"
#include "finder/snapshot.h"

namespace waymark::finder {

inline constexpr double kNoDistance = std::numeric_limits<double>::infinity();

// One row that fits.
struct Hit {
    Instant starts = Instant::max();  // The maximum: by appointment.
    double km = kNoDistance;          // From the place asked.
    std::int32_t points = 0;          // By `best` only.
    RowNumber row = 0;
    directory::VenueKind venue{};  // On the day of its start.
    std::uint8_t weekday = 0;      // Of its start, where it is; Sunday 0.

    bool has_start() const { return starts != Instant::max(); }
};

// The circle to search: the one asked for, else what search.h says for none.
std::optional<Kilometers> radius_of(const SearchRequest& request);

// Every row that fits, in no order. The request must have been checked.
std::vector<Hit> scan(const Snapshot& snapshot, const SearchRequest& request, Instant now);

// Whether `a` stands before `b` on the page: a total order.
bool stands_before(Sort sort, const Hit& a, const Hit& b);

}  // namespace waymark::finder
