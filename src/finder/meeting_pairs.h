// Listings that may be the same meeting, found without looking at every pair:
// near each other and at about the same hour, or in one room online.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "directory/meeting.h"

namespace waymark::finder {

using PairOfRows = std::pair<std::uint32_t, std::uint32_t>;  // The lower first.

// Every pair within the bounds of finder/same_meeting.h is taken, but in a crowd
// and across the date line; others are too, and one may be taken twice.
void each_near_pair(std::span<const directory::Meeting* const> meetings,
                    const std::function<void(PairOfRows)>& take);

// What names the room online: its number, its address up to the query. Empty
// when nothing does.
std::vector<std::string> rooms_of(const directory::Online& online);

}  // namespace waymark::finder
