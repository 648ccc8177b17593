// The order of `Sort::best`, as whole points that anybody can add up:
//
//   until it starts   400 within the hour, 300 at 6 h, 200 at 24 h, 100 at 3 days, 0 at 7 days
//   distance          300 within 1 km, 240 at 5, 160 at 15, 60 at 40, 0 at 160 km;
//                     120 for a meeting that one can only join online
//   what it is about  120 opioids, 110 drugs, 90 any addiction, 50 not known, else 0
//   medication        60 when the group welcomes people on it, -60 when it refuses
//   whom it is for    15 for each audience asked for that it names
//   tended            40 confirmed or updated in 90 days, 25 in a year, 10 in two
//
// Between two steps points fall evenly. A meeting about another substance, or
// for relatives, that is not said to be open stands after all others unless
// its programme was asked for: the person might be turned away at the door.
// Nothing here can be bought, and every reason is told (finder/why.h).
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "core/geo.h"
#include "core/time.h"
#include "directory/feature.h"
#include "directory/fellowship.h"
#include "directory/meeting.h"
#include "finder/search.h"

namespace waymark::finder {

// What is known of one match when it is ranked.
struct Fit {
    std::optional<std::chrono::minutes> until{};  // Negative: it has begun. None: by appointment.
    std::optional<Kilometers> distance{};
    bool is_online_only = false;
    directory::Fellowship fellowship{};
    directory::FeatureSet features{};
    directory::MedicationFact::Attitude medication{};
    std::optional<std::chrono::seconds> untended{};  // Since it was confirmed or updated.
};

// What a meeting for others loses; more than all points together.
inline constexpr int kForOthers = 10'000;

int points_of(const Fit& fit, const SearchRequest& request);

// No match has more: one of any of these fellowships and attitudes (a bit for
// each), in person or online, with no feature that `fit` lacks, no sooner, no
// nearer and tended no later.
int most_points_of(const Fit& fit, std::uint32_t fellowships, std::uint32_t attitudes,
                   const SearchRequest& request);

// When somebody last tended the listing: its list changed the row, or a person
// confirmed it. Its age is another matter (directory/age.h).
std::optional<Instant> tended_at(const directory::Freshness& freshness);

}  // namespace waymark::finder
