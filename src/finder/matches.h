// From rows that fit to matches as people see them.
#pragma once

#include <vector>

#include "finder/scan.h"
#include "finder/search.h"
#include "finder/snapshot.h"

namespace waymark::finder {

// The request's page of the hits, in the order of the request's sort.
std::vector<Match> page_of(const Snapshot& snapshot, const SearchRequest& request,
                           std::vector<Hit>& hits, Instant now);

}  // namespace waymark::finder
