// What to offer when nothing fits: a wider circle, a longer wait, or a meeting
// online. Every other wish stays as it was.
#pragma once

#include <chrono>
#include <optional>

#include "finder/scan.h"
#include "finder/search.h"

namespace waymark::finder {

inline constexpr Kilometers kEasyDrive = miles(100);
inline constexpr std::chrono::hours kWithinADay{24};
inline constexpr std::chrono::hours kWithinAWeek{7 * 24};

struct Wider {
    SearchRequest request{};
    Found found;
    Widened widened{};
};

// The first of these that finds something: for the time asked, then a day,
// then a week, each within the circle asked and then twice as wide, again and
// again, up to 100 mi; at last the nearest anywhere within kRadiusMax. Nothing
// when none does. A box is not widened.
std::optional<Wider> widen(const Snapshot& snapshot, const SearchRequest& request, Instant now);

// Up to five that one can join online from anywhere, soonest first, of the
// same programmes, languages and audience. Needs that only a room can meet
// (steps, dogs, smoke) do not count.
Fallback online_instead(const Snapshot& snapshot, const SearchRequest& request, Instant now);

}  // namespace waymark::finder
