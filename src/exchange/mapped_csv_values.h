// What people write into the cells of a table, read: times, days, lengths,
// dates, yes and no, in English and Spanish. Nothing is guessed: a text that
// could mean two things, or none, is no value.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/time.h"
#include "directory/fellowship.h"
#include "directory/schedule.h"
#include "directory/venue.h"

namespace waymark::exchange {

// "6:00 PM", "6 p. m.", "19:30", "19.30", "19h30", "1930", "Noon", "midnight".
// "24:00" is midnight as an end: 1440. A bare "7" is no time.
std::optional<std::chrono::minutes> time_in_cell(std::string_view text);

// "7:00 PM - 8:30 PM", "19:00 to 20:30", or a start alone.
struct StartAndEnd {
    std::chrono::minutes start{};
    std::optional<std::chrono::minutes> end{};
};
std::optional<StartAndEnd> times_in_cell(std::string_view text);

// "1hr 30mins", "1 hour", "1h30", "1:30", "01:30:00", "90", "90 min", "1.5 h".
// More than nothing and at most a day.
std::optional<std::chrono::minutes> length_in_cell(std::string_view text);

// "Monday", "mon.", "Lunes", "Mondays"; several joined by `,` `/` `&` `and` `y`;
// "daily", "Monday to Friday", "weekdays". Numbers mean too many things.
std::optional<directory::WeekdaySet> days_in_cell(std::string_view text);

std::optional<bool> yes_in_cell(std::string_view text);  // Yes, Y, TRUE, 1, X, Sí, No, 0 …

// The order of day, month and year where only numbers tell: "08/04/2026".
enum class DateOrder : std::uint8_t { month_day_year, day_month_year };

// "2020-04-04 16:50:58", "2020-04-0416:50:58", RFC 3339, "4/4/2020 4:50 PM",
// "8/4/26", a date alone (its first moment). UTC where no offset is said.
std::optional<Instant> instant_in_cell(std::string_view text, DateOrder order);

// "in person", "Online", "hybrid", "presencial", "en línea", a code of ours.
std::optional<directory::VenueKind> venue_in_cell(std::string_view text);

// A code, a short name or a name of a fellowship: "NA", "Narcotics Anonymous".
std::optional<directory::Fellowship> fellowship_in_cell(std::string_view text);

// "es", "es-MX", "Spanish", "Español" as BCP 47.
std::optional<std::string> language_in_cell(std::string_view text);

// "40.71", "40,71": degrees.
std::optional<double> degrees_in_cell(std::string_view text);

// The parts of a list: "Open, Wheelchair Access"; "A > B" with '>'. Trimmed.
std::vector<std::string> parts_of_cell(std::string_view text, std::string_view separators);

}  // namespace waymark::exchange
