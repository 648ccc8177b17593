// Points in time (UTC, whole seconds) and their RFC 3339 text.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "core/result.h"

namespace waymark {

using Instant = std::chrono::sys_seconds;
using LocalSeconds = std::chrono::local_seconds;  // A wall clock's reading, zone unsaid.
using Date = std::chrono::year_month_day;

// "2026-11-21T18:00:00-05:00", "…Z"; a space for the T is taken. Fails with
// invalid_input on anything else, and on fields out of range.
Result<Instant> parse_instant(std::string_view text);

// "2026-11-21T18:00:00-05:00"; offset 0 is written "Z".
std::string format_instant(Instant instant, std::chrono::seconds offset = {});

// "2026-11-21".
Result<Date> parse_date(std::string_view text);
std::string format_date(Date date);

// "7:00", "19:00", "19:00:00": minutes after midnight, up to 24:00 (1440).
Result<std::chrono::minutes> parse_time_of_day(std::string_view text);
// "19:00".
std::string format_time_of_day(std::chrono::minutes minutes);

}  // namespace waymark
