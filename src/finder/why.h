// Why a meeting is in an answer, in words: what was asked and matched, and
// what moved it up or down.
#pragma once

#include <vector>

#include "finder/search.h"

namespace waymark::finder {

std::vector<Phrase> why(const Match& match, const SearchRequest& request, Instant now);

}  // namespace waymark::finder
