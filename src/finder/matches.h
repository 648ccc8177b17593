// From rows that fit to matches as people see them.
#pragma once

#include <vector>

#include "finder/scan.h"
#include "finder/search.h"
#include "finder/snapshot.h"

namespace waymark::finder {

// The request's page: what was found, less what its offset passes over.
std::vector<Match> page_of(const Snapshot& snapshot, const SearchRequest& request,
                           const Found& found, Instant now);

}  // namespace waymark::finder
