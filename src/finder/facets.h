// How many of the found meetings there are of each kind.
#pragma once

#include <span>
#include <vector>

#include "finder/scan.h"
#include "finder/search.h"

namespace waymark::finder {

// In the order fellowship, venue, weekday, need, for, lang, door, medication.
// A meeting in two languages counts for both; "es-MX" counts as "es".
std::vector<Facet> facets_of(const Snapshot& snapshot, std::span<const Hit> hits);

}  // namespace waymark::finder
