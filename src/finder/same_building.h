// Tells buildings apart by how they are written and where they stand; the rule
// is in finder/roster.h.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/listings.h"

namespace waymark::finder {

// For each meeting the number of its building, from 1 in the order first met;
// 0 for one whose door nobody knows.
std::vector<std::uint32_t> number_buildings(const engine::Listings& meetings);

}  // namespace waymark::finder
