// Meetings as a calendar that repeats by itself: RFC 5545, with RFC 7986's
// name and refresh. Clock times are the meeting's own zone's, which comes along
// as a VTIMEZONE, so that an alarm rings right after the clocks change and on a
// phone in another country.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/time.h"
#include "core/zone.h"
#include "directory/meeting_ptr.h"

namespace waymark::exchange {

struct CalendarOptions {
    std::string name{};   // Of the calendar; "" leaves it out.
    std::string title{};  // Of every event; "" takes the meeting's name.
    std::string host{};   // Behind the @ of each UID: "example.org".
    Instant now{};        // Events start with the first occurrence at or after it.
    // The page of a meeting; empty leaves it out. A neutral calendar has none,
    // nor a place's name: the address alone.
    std::function<std::string(const directory::Meeting&)> page{};
};

// The bytes of a text/calendar, lines ended by CRLF and folded at 75 octets. A
// meeting by appointment, one that has no occurrence in the 400 days after
// `now`, and one suspended without end is left out. Days on which it does not
// meet are EXDATEs, those of suspensions up to two years ahead.
std::string write_calendar(std::span<const directory::MeetingPtr> meetings,
                           const CalendarOptions& options);

// A zone from the year before `now` on: yearly rules where its changes of clock
// keep to one, else the changes themselves, ten years of them.
std::string write_timezone(const Zone& zone, Instant now);

}  // namespace waymark::exchange
