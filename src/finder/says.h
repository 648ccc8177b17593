// The answer in words, when there is more to say than the list: what was not
// found, what is offered instead, and what this server cannot know.
#pragma once

#include <vector>

#include "finder/search.h"

namespace waymark::finder {

// `answer` is complete but for its words. It never says that a programme has
// no meetings somewhere when no list of that programme is held for the place.
std::vector<Phrase> says(const SearchRequest& request, const Answer& answer, Instant now);

}  // namespace waymark::finder
