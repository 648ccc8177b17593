#include "directory/hours.h"

#include <algorithm>

namespace waymark::directory {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;

constexpr int kDaysAhead = 14;

struct Opening {
    Instant opens{};
    Instant closes{};
};

bool covers(const OpenSpan& span, Date date) {
    return span.days.has(std::chrono::weekday{local_days{date}}) &&
           (!span.from || *span.from <= date) && (!span.until || date <= *span.until);
}

// The spans that begin on that day.
void add_openings(const Hours& hours, Date date, std::vector<Opening>& openings) {
    if (std::ranges::binary_search(hours.closed, date)) return;
    const LocalSeconds midnight{local_days{date}};
    for (const auto& span : hours.spans) {
        if (!covers(span, date)) continue;
        const auto closes = span.closes <= span.opens ? span.closes + days{1} : span.closes;
        openings.push_back({hours.zone->to_instant(midnight + span.opens),
                            hours.zone->to_instant(midnight + closes)});
    }
}

std::vector<Opening> openings_around(const Hours& hours, Instant when, int days_ahead) {
    std::vector<Opening> openings;
    if (!hours.is_known()) return openings;
    const auto today = std::chrono::floor<days>(hours.zone->to_local(when));
    for (int ahead = -1; ahead <= days_ahead; ++ahead)
        add_openings(hours, Date{today + days{ahead}}, openings);
    std::ranges::sort(openings, {}, &Opening::opens);
    return openings;
}

}  // namespace

std::optional<bool> is_open(const Hours& hours, Instant when) {
    if (!hours.is_known()) return std::nullopt;
    return closes_at(hours, when).has_value();
}

bool is_open_day_and_night(const Hours& hours) {
    WeekdaySet whole_days;
    for (const auto& span : hours.spans) {
        const bool is_whole = span.opens == minutes{0} && span.closes == std::chrono::hours{24};
        if (!is_whole || span.from || span.until) continue;
        whole_days = WeekdaySet::of_bits(whole_days.bits() | span.days.bits());
    }
    return whole_days == WeekdaySet::all() && hours.closed.empty();
}

std::optional<Instant> closes_at(const Hours& hours, Instant when) {
    std::optional<Instant> end;
    for (const auto& opening : openings_around(hours, when, 1)) {
        // Spans that touch are one stretch of being open.
        const Instant reached = end.value_or(when);
        const bool goes_on = opening.opens <= reached && opening.closes > reached;
        if (goes_on) end = opening.closes;
    }
    return end;
}

std::optional<Instant> next_opening(const Hours& hours, Instant when) {
    for (const auto& opening : openings_around(hours, when, kDaysAhead)) {
        if (opening.opens > when) return opening.opens;
    }
    return std::nullopt;
}

}  // namespace waymark::directory
