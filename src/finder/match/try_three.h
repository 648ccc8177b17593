// "Try three": three meetings of this week to go and see, before choosing.
#pragma once

#include <vector>

#include "finder/match/rank.h"

namespace waymark::finder::match {

inline constexpr std::size_t kTries = 3;

struct Try {
    Candidate candidate{};
};

// Of ranked groups the best, and two others: on three different days of the
// person's own clock, of as many programmes as can be, and with the most points
// of all such choices. Fewer when the week does not hold three. Ordered by start.
std::vector<Try> try_three(const std::vector<Ranked>& ranked, const Request& request);

}  // namespace waymark::finder::match
