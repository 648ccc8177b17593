// How old a listing is: the time since it was last known to be true. The one
// answer for pages, searches, feeds and the command line.
//
// A listing was known to be true when its source was last read whole (each
// reading removes what the source holds no longer), or when a person confirmed
// it, whichever is later. When its source last changed the row says nothing of
// this: a list may carry a row for years that nobody looks at. A listing that
// was neither read nor confirmed has no age, and is never old.
#pragma once

#include <chrono>
#include <optional>
#include <span>

#include "core/time.h"
#include "directory/facility.h"
#include "directory/meeting.h"
#include "directory/source.h"

namespace waymark::directory {

inline constexpr std::chrono::days kMarkedAfter{30};  // Shown with "call first".
inline constexpr std::chrono::days kHiddenAfter{90};  // Shown on demand, and by its link.

struct KnownTrue {
    Instant at{};
    bool is_confirmed = false;  // By a person; else by a reading of its source.
};

// `source` is the meeting's own; null when it is not known.
std::optional<KnownTrue> known_true(const Meeting& meeting, const Source* source);

// The latest of all the sources whose facts were joined in it. `sources` are by id.
std::optional<Instant> known_true_at(const Facility& facility, std::span<const Source> sources);

bool is_older_than(std::chrono::days days, std::optional<Instant> known, Instant now);

// When a person last checked any of its facts.
std::optional<Date> verified_on(const Facility& facility);

}  // namespace waymark::directory
