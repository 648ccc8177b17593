// When a place is open: weekly spans in its own zone, with days it is closed.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/time.h"
#include "core/zone.h"
#include "directory/schedule.h"

namespace waymark::directory {

struct OpenSpan {
    WeekdaySet days{};
    std::chrono::minutes opens{};         // After local midnight.
    std::chrono::minutes closes{};        // Not later than `opens`: on the next day.
    std::optional<Date> from{}, until{};  // A season; both days are in.
    std::string note{};                   // "Walk-in intake"
    friend bool operator==(const OpenSpan&, const OpenSpan&) = default;
};

struct Hours {
    std::vector<OpenSpan> spans{};  // Empty: not known.
    std::vector<Date> closed{};     // Sorted.
    std::optional<Zone> zone{};     // Not set: not known, so nobody can say whether it is open.
    std::string words{};            // As the list writes them.
    bool is_known() const { return !spans.empty() && zone.has_value(); }
    friend bool operator==(const Hours&, const Hours&) = default;
};

// Whether it is open then; nothing when its hours are not known.
std::optional<bool> is_open(const Hours& hours, Instant when);

// Open at every minute of every week: no season, no day off.
bool is_open_day_and_night(const Hours& hours);

// The next opening after `when`, within 14 days.
std::optional<Instant> next_opening(const Hours& hours, Instant when);

// Until when it stays open, if it is open then.
std::optional<Instant> closes_at(const Hours& hours, Instant when);

}  // namespace waymark::directory
