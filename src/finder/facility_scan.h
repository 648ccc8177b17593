// Which places of help fit a request, and the first of them in its order.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "finder/facility_search.h"

namespace waymark::finder {

struct FacilityHit {
    double km = 0;  // From the place asked; infinite when that means nothing.
    std::int32_t points = 0;
    RowNumber row = 0;
    bool is_by_telehealth = false;
};

struct FoundFacilities {
    std::int64_t total = 0;
    std::int64_t old = 0;  // That fit too, and were left out for their age.
    std::array<std::int64_t, static_cast<std::size_t>(directory::Trait::count_)> counts{};
    std::vector<FacilityHit> first;  // The first offset + limit, in order.
    double nearest_km = 0;           // Of all, when total is not 0.
};

// The circle to search: the one asked for, else what facility_search.h says for none.
std::optional<Kilometers> radius_of(const FacilityRequest& request);

// The request must have been checked.
FoundFacilities scan_facilities(const Facilities& facilities, const FacilityRequest& request,
                                Instant now);

// One place, as its own page shows it.
FacilityHit hit_of(const Facilities& facilities, const FacilityRequest& request, RowNumber row,
                   Instant now);

}  // namespace waymark::finder
