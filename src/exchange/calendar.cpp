#include "exchange/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "exchange/calendar_lines.h"

namespace waymark::exchange {
namespace {

using directory::Meeting;
using directory::MeetingPtr;
using directory::Recurrence;
using directory::Schedule;
using directory::VenueKind;
using std::chrono::days;
using std::chrono::local_days;

// Suspensions are written out as single days: as far ahead as this.
constexpr days kSuspensionsAhead{2 * 366};

// A start of 24:00 is the next day's first minute: so a calendar names that day.
bool starts_next_day(const Schedule& schedule) {
    return schedule.start >= days{1};
}

std::string days_of(const Schedule& schedule, std::string_view before) {
    constexpr std::array<std::string_view, 7> kDays{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
    std::string text;
    for (unsigned day = 0; day < kDays.size(); ++day) {
        if (!schedule.days.has(std::chrono::weekday{day})) continue;
        const auto named = starts_next_day(schedule) ? (day + 1) % kDays.size() : day;
        text += fmt::format("{}{}{}", text.empty() ? "" : ",", before, kDays.at(named));
    }
    return text;
}

std::string rule_of(const Schedule& schedule) {
    const auto& rule = schedule.recurrence;
    std::string text;
    switch (rule.kind) {
        case Recurrence::Kind::weekly:
            text = "FREQ=WEEKLY;BYDAY=" + days_of(schedule, "");
            break;
        case Recurrence::Kind::every_n_weeks:
            text = fmt::format("FREQ=WEEKLY;INTERVAL={};WKST=MO;BYDAY={}", std::max(rule.n, 1),
                               days_of(schedule, ""));
            break;
        case Recurrence::Kind::nth_of_month:
            text = "FREQ=MONTHLY;BYDAY=" + days_of(schedule, std::to_string(rule.n));
            break;
    }
    if (rule.until) {
        const auto last = schedule.zone.to_instant(local_days{*rule.until} + schedule.start);
        text += ";UNTIL=" + calendar_utc(last);
    }
    return text;
}

bool is_suspended(const Meeting& meeting, Date date) {
    return directory::venue_on(meeting, date) == VenueKind::suspended;
}

// The first that really takes place.
std::optional<directory::Occurrence> first_of(const Meeting& meeting, Instant now) {
    auto from = now;
    while (const auto next = directory::next_occurrence(meeting.schedule, from)) {
        if (next->starts > now + kSuspensionsAhead) return std::nullopt;
        if (!is_suspended(meeting, next->date)) return next;
        from = next->starts + std::chrono::minutes{1};
    }
    return std::nullopt;
}

// Days that the rule names and on which it does not meet, from its first on.
std::vector<Date> days_off(const Meeting& meeting, Date first) {
    if (meeting.schedule.recurrence.closed.empty() && meeting.venue.spells.empty()) return {};
    Schedule open = meeting.schedule;
    open.recurrence.closed.clear();
    std::vector<Date> off;
    const auto begin = local_days{first};
    for (auto day = begin; day <= begin + kSuspensionsAhead; day += days{1}) {
        const Date date{day};
        if (!directory::meets_on(open, date)) continue;
        const bool is_closed = std::ranges::binary_search(meeting.schedule.recurrence.closed, date);
        if (is_closed || is_suspended(meeting, date)) off.push_back(date);
    }
    return off;
}

std::string location_of(const Meeting& meeting, bool is_neutral) {
    const auto& place = meeting.place;
    std::string text = is_neutral ? std::string{} : place.name;
    const auto add = [&](const std::string& part) {
        if (part.empty()) return;
        text += (text.empty() ? "" : ", ") + part;
    };
    if (!place.address.empty()) {
        add(place.address);
    } else {
        for (const auto* part : {&place.street, &place.town, &place.state, &place.postcode})
            add(*part);
    }
    return text;
}

void write_event(CalendarLines& lines, const Meeting& meeting, const directory::Occurrence& first,
                 const CalendarOptions& options) {
    const auto& schedule = meeting.schedule;
    const bool is_neutral = !options.title.empty();
    const auto zoned = [&](std::string_view name) {
        return std::string{name} + ";TZID=" + std::string{schedule.zone.name()};
    };
    // The wall clock, also where a change of clocks shifts this one occurrence.
    const auto starts = local_days{first.date} + schedule.start;
    lines.raw("BEGIN", "VEVENT");
    lines.raw("UID", fmt::format("{}-{}@{}", is_neutral ? "event" : "meeting", meeting.id.value,
                                 options.host));
    lines.raw("DTSTAMP", calendar_utc(meeting.freshness.updated.value_or(options.now)));
    lines.raw(zoned("DTSTART"), calendar_local(starts));
    lines.raw(zoned("DTEND"), calendar_local(starts + schedule.length_or_usual()));
    lines.raw("RRULE", rule_of(schedule));
    for (const auto& date : days_off(meeting, first.date))
        lines.raw(zoned("EXDATE"), calendar_local(local_days{date} + schedule.start));
    lines.text("SUMMARY", is_neutral ? options.title : meeting.name);
    if (const auto where = location_of(meeting, is_neutral); !where.empty())
        lines.text("LOCATION", where);
    if (options.page && !is_neutral) lines.raw("URL", options.page(meeting));
    lines.raw("CLASS", "PRIVATE");
    lines.raw("STATUS", "CONFIRMED");
    lines.raw("END", "VEVENT");
}

struct Event {
    const Meeting* meeting = nullptr;
    directory::Occurrence first{};
};

std::vector<Event> events_of(std::span<const MeetingPtr> meetings, Instant now) {
    std::vector<Event> events;
    for (const auto& meeting : meetings) {
        if (const auto first = first_of(*meeting, now)) events.push_back({meeting.get(), *first});
    }
    return events;
}

}  // namespace

std::string write_calendar(std::span<const MeetingPtr> meetings, const CalendarOptions& options) {
    const auto events = events_of(meetings, options.now);
    CalendarLines lines;
    lines.raw("BEGIN", "VCALENDAR");
    lines.raw("VERSION", "2.0");
    lines.raw("PRODID", "-//Waymark//Calendar//EN");
    lines.raw("CALSCALE", "GREGORIAN");
    lines.raw("METHOD", "PUBLISH");
    if (!options.name.empty()) {
        lines.text("NAME", options.name);
        lines.text("X-WR-CALNAME", options.name);
    }
    lines.raw("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    lines.raw("X-PUBLISHED-TTL", "P1D");
    std::set<std::string_view> zones;
    for (const auto& event : events) {
        const auto& zone = event.meeting->schedule.zone;
        if (zones.insert(zone.name()).second) lines.append(write_timezone(zone, options.now));
    }
    for (const auto& event : events)
        write_event(lines, *event.meeting, event.first, options);
    lines.raw("END", "VCALENDAR");
    return lines.take();
}

}  // namespace waymark::exchange
