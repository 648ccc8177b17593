// Opening hours as people write them: "Mo-Fr 09:00-17:00; Sa 10:00-12:00",
// "Monday to Friday: 9am - 5pm", "24/7".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "directory/hours.h"

namespace waymark::exchange {

// All of it or nothing: a part that is not understood ("by appointment",
// "PH off") might be the one that matters today. Parts are split by `;` or line
// ends; "closed" and "off" say that those days have no hours.
std::optional<std::vector<directory::OpenSpan>> opening_hours_in(std::string_view text);

// Days such as "Mo-Fr", "Mo,We", "MO,TU", "Mon to Thu", "daily".
std::optional<directory::WeekdaySet> open_days_in(std::string_view text);

// Hours with the words beside them.
directory::Hours hours_of(std::string_view text);

}  // namespace waymark::exchange
