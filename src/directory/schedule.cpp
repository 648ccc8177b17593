#include "directory/schedule.h"

#include <algorithm>

namespace waymark::directory {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::weekday;

constexpr days kLookahead{400};

// Weeks begin on Monday, as RFC 5545 has it where nobody says otherwise.
local_days week_of(local_days day) {
    return day - (weekday{day} - std::chrono::Monday);
}

bool in_its_weeks(const Recurrence& rule, local_days day) {
    if (!rule.anchor || rule.n < 2) return true;
    const auto apart = week_of(day) - week_of(local_days{*rule.anchor});
    return apart.count() / 7 % rule.n == 0;
}

bool in_its_week_of_month(const Recurrence& rule, Date date) {
    const auto day = static_cast<unsigned>(date.day());
    if (rule.n > 0) return static_cast<int>((day - 1) / 7 + 1) == rule.n;
    const auto last =
        std::chrono::year_month_day_last{date.year(), date.month() / std::chrono::last};
    return day + 7 > static_cast<unsigned>(last.day());
}

bool in_season(const Recurrence& rule, Date date) {
    if (rule.from && date < *rule.from) return false;
    if (rule.until && date > *rule.until) return false;
    return !std::ranges::binary_search(rule.closed, date);
}

}  // namespace

bool meets_on(const Schedule& schedule, Date date) {
    const local_days day{date};
    const auto& rule = schedule.recurrence;
    if (!schedule.days.has(weekday{day}) || !in_season(rule, date)) return false;
    switch (rule.kind) {
        case Recurrence::Kind::weekly:
            return true;
        case Recurrence::Kind::every_n_weeks:
            return in_its_weeks(rule, day);
        case Recurrence::Kind::nth_of_month:
            return in_its_week_of_month(rule, date);
    }
    return false;
}

std::optional<Occurrence> next_occurrence(const Schedule& schedule, Instant not_before,
                                          WeekdaySet wanted) {
    const auto both = WeekdaySet::of_bits(schedule.days.bits() & wanted.bits());
    if (both.empty()) return std::nullopt;
    const auto today = std::chrono::floor<days>(schedule.zone.to_local(not_before));
    // A start of 24:00, or one that a change of clocks shifts, can belong to yesterday.
    for (auto day = today - days{1}; day <= today + kLookahead; day += days{1}) {
        if (!both.has(weekday{day}) || !meets_on(schedule, Date{day})) continue;
        const Instant starts = schedule.zone.to_instant(day + schedule.start);
        if (starts < not_before) continue;
        return Occurrence{starts, starts + schedule.length_or_usual(), Date{day}};
    }
    return std::nullopt;
}

}  // namespace waymark::directory
