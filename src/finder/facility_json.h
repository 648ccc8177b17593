// The answer of a search for places of help as JSON: for `waymark treatment
// --json` and GET /api/v1/places.
#pragma once

#include <string>

#include "finder/facility_request.h"
#include "finder/facility_search.h"
#include "json/write.h"

namespace waymark::finder {

// `total`, `widened_km`, `unknown`, `has_list_here`, `facets`, `says`, `place`
// and `matches`; each match with what is known (yes and no, by kind), what to
// ask, and the source and age of its facts.
std::string facility_answer_json(const Snapshot& snapshot, const ParsedFacilityRequest& asked,
                                 const FacilityAnswer& answer);

// The members of a place that do not depend on the search. It must be of that snapshot.
void write_facility_facts(json::Writer& out, const Snapshot& snapshot,
                          const directory::Facility& facility);

// One match as an object.
void write_facility_match(json::Writer& out, const Snapshot& snapshot, const FacilityMatch& match,
                          LengthUnit unit);

}  // namespace waymark::finder
