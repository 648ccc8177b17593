// The reasons and the words of a search for places of help.
#pragma once

#include <vector>

#include "core/phrase.h"
#include "finder/facility_search.h"

namespace waymark::finder {

// What was asked for and nobody has said of it: to be asked on the phone.
std::vector<directory::Trait> to_ask(const directory::Traits& traits,
                                     const FacilityRequest& request);

// Why a match is shown where it is, and what a person should know first.
std::vector<Phrase> why(const FacilityMatch& match, const FacilityRequest& request);

// The answer in words: what was not found, what is offered instead.
std::vector<Phrase> facilities_say(const FacilityRequest& request, const FacilityAnswer& answer,
                                   double nearest_km);

}  // namespace waymark::finder
