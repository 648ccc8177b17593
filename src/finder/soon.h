// What starts next, wherever it is: a merge of the week's starts from now on
// (engine/soonest.h).
#pragma once

#include <cstddef>
#include <vector>

#include "finder/count.h"
#include "finder/hit.h"
#include "finder/look.h"
#include "finder/query.h"

namespace waymark::finder {

// The first by Sort::soonest, at most so many, in order, of those that have a
// start. The query names no place and no words.
std::vector<Hit> soonest_of_all(const Query& query, const Look& look, std::size_t most);

// What count() counts, when the request has a wait, but no place and no words.
Counted count_in_wait(const Query& query, const Look& look);

}  // namespace waymark::finder
