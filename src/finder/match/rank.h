// Every meeting that is possible for somebody, the best fit first.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/geo.h"
#include "finder/match/answers.h"
#include "finder/match/facts.h"
#include "finder/snapshot.h"

namespace waymark::finder::match {

// How far a room may be from where somebody is; further away counts as online only.
inline constexpr Kilometers kReach = miles(25);
inline constexpr std::chrono::days kThisWeek{7};

// So many of each programme are looked at more closely than by their points.
inline constexpr std::size_t kLookedAtOfEach = 40;

struct Ranked {
    Candidate candidate{};  // Its meeting is null past the first kLookedAtOfEach.
    directory::MeetingId id{};
    directory::Fellowship programme{};
    int points = 0;
};

// Meetings with a start in the week after `now`, in a room within reach or to be
// joined online, for which every hard need holds. Of each group the best only.
// Equal points are ordered by start, distance and id: a total order.
std::vector<Ranked> rank(const Snapshot& snapshot, const Weights& weights, const Request& request);

// The candidate for its start at or after `not_before`; nothing when there is
// none before `end`, or no way to take part that day.
std::optional<Candidate> candidate_of(const directory::MeetingPtr& meeting, const Request& request,
                                      Instant not_before, Instant end);

}  // namespace waymark::finder::match
