// What somebody asks of /treatment, turned into the finder's request.
#pragma once

#include <optional>

#include "core/result.h"
#include "finder/facility_request.h"
#include "web/query.h"

namespace waymark::web {

extern const SearchPage kTreatmentPage;

// Whether there is anything to search with: a place, words, or no place needed
// (telehealth). Without, a choice alone is no search over a whole country.
bool has_where(const Query& query);

// Fails with invalid_input or not_found, naming the field at fault.
Result<finder::ParsedFacilityRequest> read_place_query(const Query& query,
                                                       const finder::PlaceLocator& locate);

// Whether a place must have all that is asked of the kind, not just any of it.
bool asks_for_all(directory::TraitKind kind);

}  // namespace waymark::web
