// Times of day, days of the week and dates in the forms that feeds use.
// Nothing is guessed: what fits none of the forms is no answer.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "core/time.h"

namespace waymark::exchange {

// "19:00", "7:00 PM", "7pm", "19:00:00", "1930", "noon", "midnight" (the start
// of the day). Minutes after midnight, under 24:00.
std::optional<std::chrono::minutes> clock_of(std::string_view text);

// An English or Spanish name of a day, or its first three letters.
std::optional<std::chrono::weekday> day_of_name(std::string_view text);

// 0 … 7 as Meeting Guide counts (Sunday is 0); 7 is Sunday too, as feeds that
// count by ISO 8601 write it. Names are taken as well.
std::optional<std::chrono::weekday> day_of(std::string_view text);

// "2021-05-26 19:03:46" (UTC), RFC 3339, "2021-05-26", and the American
// "5/26/2021", with or without "7:03 pm".
std::optional<Instant> moment_of(std::string_view text);

}  // namespace waymark::exchange
