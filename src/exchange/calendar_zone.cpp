// VTIMEZONE (RFC 5545 §3.6.5).
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "exchange/calendar.h"
#include "exchange/calendar_lines.h"

namespace waymark::exchange {
namespace {

using std::chrono::days;
using std::chrono::seconds;

constexpr days kBack{366};
constexpr days kAhead{10 * 366};

struct Change {
    Instant at{};
    seconds from{}, to{};
    std::string name{};

    LocalSeconds onset() const {
        return LocalSeconds{at.time_since_epoch() + from};
    }  // On the old clock.
    bool is_like(const Change& other) const {
        return from == other.from && to == other.to && name == other.name;
    }
};

std::vector<Change> changes_of(const Zone& zone, Instant now) {
    std::vector<Change> all;
    auto period = zone.period_at(now - kBack);
    while (period.end < now + kAhead) {
        const auto next = zone.period_at(period.end);
        all.push_back({period.end, period.offset, next.offset, next.abbreviation});
        if (next.end <= period.end) break;
        period = next;
    }
    return all;
}

// "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU" when all of them keep to it; 5SU is -1SU.
std::optional<std::string> yearly_rule(const std::vector<Change>& changes) {
    constexpr std::array<std::string_view, 7> kDays{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
    struct Spot {
        unsigned month = 0, weekday = 0, nth = 0;
        bool is_last = false;
        int year = 0;
        seconds time{};
    };
    std::vector<Spot> spots;
    for (const auto& change : changes) {
        const auto day = std::chrono::floor<days>(change.onset());
        const Date date{day};
        const auto number = static_cast<unsigned>(date.day());
        const std::chrono::year_month_day_last end{date.year(), date.month() / std::chrono::last};
        spots.push_back({.month = static_cast<unsigned>(date.month()),
                         .weekday = std::chrono::weekday{day}.c_encoding(),
                         .nth = (number - 1) / 7 + 1,
                         .is_last = number + 7 > static_cast<unsigned>(end.day()),
                         .year = static_cast<int>(date.year()),
                         .time = change.onset() - day});
    }
    if (spots.size() < 3) return std::nullopt;
    const auto& first = spots.front();
    const bool is_one_rule = std::ranges::all_of(spots, [&](const Spot& spot) {
        const auto index = static_cast<int>(&spot - spots.data());
        return spot.month == first.month && spot.weekday == first.weekday &&
               spot.time == first.time && spot.year == first.year + index;
    });
    if (!is_one_rule) return std::nullopt;
    const bool is_nth =
        std::ranges::all_of(spots, [&](const Spot& s) { return s.nth == first.nth; });
    const bool is_last = std::ranges::all_of(spots, [](const Spot& s) { return s.is_last; });
    if (!is_nth && !is_last) return std::nullopt;
    return fmt::format("FREQ=YEARLY;BYMONTH={};BYDAY={}{}", first.month,
                       is_last ? -1 : static_cast<int>(first.nth), kDays.at(first.weekday));
}

void write_part(CalendarLines& lines, const std::vector<Change>& changes) {
    const auto& first = changes.front();
    const std::string_view part = first.to > first.from ? "DAYLIGHT" : "STANDARD";
    lines.raw("BEGIN", part);
    lines.raw("DTSTART", calendar_local(first.onset()));
    if (const auto rule = yearly_rule(changes)) {
        lines.raw("RRULE", *rule);
    } else {
        for (std::size_t i = 1; i < changes.size(); ++i)
            lines.raw("RDATE", calendar_local(changes[i].onset()));
    }
    lines.raw("TZOFFSETFROM", calendar_offset(first.from));
    lines.raw("TZOFFSETTO", calendar_offset(first.to));
    lines.text("TZNAME", first.name);
    lines.raw("END", part);
}

}  // namespace

std::string write_timezone(const Zone& zone, Instant now) {
    CalendarLines lines;
    lines.raw("BEGIN", "VTIMEZONE");
    lines.raw("TZID", zone.name());
    const auto start = zone.period_at(now - kBack);
    // What holds before the first change: without it an early date has no offset.
    write_part(lines, {{.at = now - kBack - days{366},
                        .from = start.offset,
                        .to = start.offset,
                        .name = start.abbreviation}});
    auto changes = changes_of(zone, now);
    while (!changes.empty()) {
        const Change first = changes.front();
        std::vector<Change> alike;
        std::ranges::copy_if(changes, std::back_inserter(alike),
                             [&](const Change& change) { return change.is_like(first); });
        std::erase_if(changes, [&](const Change& change) { return change.is_like(first); });
        write_part(lines, alike);
    }
    lines.raw("END", "VTIMEZONE");
    return lines.take();
}

}  // namespace waymark::exchange
