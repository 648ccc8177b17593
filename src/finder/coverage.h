// Which programmes' lists this directory holds for a place: the difference
// between "there is none" and "we do not know".
#pragma once

#include "finder/search.h"
#include "finder/snapshot.h"

namespace waymark::finder {

// A programme is covered near a place (the circle asked for, 50 mi at least;
// the middle of a box) when it has a meeting there that one can walk into.
// Without a place, and for online meetings only, any that one can join will do.
Coverage coverage_of(const Snapshot& snapshot, const SearchRequest& request);

}  // namespace waymark::finder
