// What anybody should know of a place before going there: yes, no, or "not
// said: ask". The same questions on a place's page, in a comparison and on the
// sheet for the first call.
#pragma once

#include <string>
#include <vector>

#include "directory/facility.h"
#include "directory/trait_set.h"
#include "html/data.h"
#include "web/site.h"

namespace waymark::web {

// By what sort of place it is: treatment, a house, naloxone and supplies.
std::vector<directory::Trait> main_questions(const directory::Traits& traits);

// "Yes", "No", "Not said: ask".
std::string answer_words(const locale::Speaker& speak, const directory::Traits& traits,
                         directory::Trait trait);

// Who says all that is known of it, when that is the same for every fact; else
// "", and every fact names its own source.
std::string common_source(const Visit& visit, const directory::Facility& facility,
                          const directory::Traits& traits);

// For the template place.html: each with its answer and, unless it is the
// common one, its source.
html::Data main_answers(const Visit& visit, const directory::Facility& facility,
                        const directory::Traits& traits);

// Everything else that is known, by kind, likewise.
html::Data other_facts(const Visit& visit, const directory::Facility& facility,
                       const directory::Traits& traits);

}  // namespace waymark::web
