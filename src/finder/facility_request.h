// What a person asks of places of help, as text: the options of `waymark
// treatment`, the query of /treatment and of /api/v1/places, one language.
//
//   near, radius, box, text, lang, limit, offset, page, now   as in finder/request.h
//   sort          "best", "nearest"
//   kind          codes of directory::Trait, or "all"
//   medication, setting, payment, serves, along, age, sex, approach, quality,
//   only, withdrawal, test, housing, supplies, access          codes, comma-separated
//   telehealth    "yes" (either), "counselling", "medication"
//   hours         "open-now"          unknown   "show": take places that do not say
//   dui           "show"
#pragma once

#include "finder/facility_search.h"
#include "finder/request.h"

namespace waymark::finder {

struct ParsedFacilityRequest {
    FacilityRequest request{};
    std::optional<places::Answer> place{};
    std::optional<Instant> now{};
};

// As parse_request: an empty value counts as absent; fails with invalid_input,
// naming the option.
Result<ParsedFacilityRequest> parse_facility_request(const Options& options,
                                                     const PlaceLocator& locate = places::locate);

}  // namespace waymark::finder
