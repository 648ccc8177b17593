#include "exchange/moments.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/number.h"
#include "core/text.h"

namespace waymark::exchange {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::weekday;

constexpr minutes kDay = hours{24};

struct DayName {
    std::string_view name;
    unsigned day;
};
constexpr auto kDayNames = std::to_array<DayName>({
    {"sunday", 0},    {"monday", 1},   {"tuesday", 2},    {"wednesday", 3}, {"thursday", 4},
    {"friday", 5},    {"saturday", 6}, {"domingo", 0},    {"lunes", 1},     {"martes", 2},
    {"miercoles", 3}, {"jueves", 4},   {"viernes", 5},    {"sabado", 6},    {"sundays", 0},
    {"mondays", 1},   {"tuesdays", 2}, {"wednesdays", 3}, {"thursdays", 4}, {"fridays", 5},
    {"saturdays", 6}, {"tues", 2},     {"weds", 3},       {"thur", 4},      {"thurs", 4},
});

// Takes "am", "p.m." … off the end; the hours it adds to a clock of twelve.
enum class Half { none, am, pm };
Half take_half(std::string& text) {
    std::erase(text, '.');
    const auto ends = [&](std::string_view end) { return text.ends_with(end); };
    const Half half = ends("am") ? Half::am : ends("pm") ? Half::pm : Half::none;
    if (half != Half::none)
        text = std::string{trimmed(std::string_view{text}.substr(0, text.size() - 2))};
    return half;
}

// "7" and "730" as "7:00" and "7:30", where that is what is meant.
std::string with_colon(std::string text, Half half) {
    if (text.find(':') != std::string::npos) return text;
    if (half != Half::none && text.size() <= 2) return text + ":00";
    if (text.size() == 3 || text.size() == 4) return text.insert(text.size() - 2, ":");
    return text;
}

std::optional<Date> american_date(std::string_view text) {
    const auto parts = split(text, '/');
    if (parts.size() != 3) return std::nullopt;
    const auto month = parse_number<unsigned>(parts[0]);
    const auto day = parse_number<unsigned>(parts[1]);
    const auto year = parse_number<int>(parts[2]);
    if (!month || !day || !year || *year < 0 || *year > 9999) return std::nullopt;
    const int full_year = *year < 100 ? *year + 2000 : *year;
    const Date date{std::chrono::year{full_year}, std::chrono::month{*month},
                    std::chrono::day{*day}};
    if (!date.ok()) return std::nullopt;
    return date;
}

std::optional<Instant> on_date(const std::optional<Date>& date, std::string_view clock) {
    if (!date) return std::nullopt;
    const Instant midnight = std::chrono::sys_days{*date};
    if (clock.empty()) return midnight;
    const auto time = clock_of(clock);
    if (!time) return std::nullopt;
    return midnight + *time;
}

}  // namespace

std::optional<minutes> clock_of(std::string_view text) {
    auto word = ascii_lower(trimmed(text));
    if (word == "noon" || word == "midday") return hours{12};
    if (word == "midnight") return minutes{0};
    const Half half = take_half(word);
    const auto time = parse_time_of_day(with_colon(word, half));
    if (!time || *time > kDay) return std::nullopt;
    if (half == Half::none) return *time == kDay ? minutes{0} : *time;
    if (*time < hours{1} || *time >= hours{13}) return std::nullopt;
    return *time % hours{12} + (half == Half::pm ? hours{12} : hours{0});
}

std::optional<weekday> day_of_name(std::string_view text) {
    const auto word = fold(text);
    for (const auto& [name, day] : kDayNames) {
        if (word == name || (word.size() == 3 && name.starts_with(word))) return weekday{day};
    }
    return std::nullopt;
}

std::optional<weekday> day_of(std::string_view text) {
    const auto word = trimmed(text);
    if (const auto number = parse_number<int>(word)) {
        if (*number < 0 || *number > 7) return std::nullopt;
        return weekday{static_cast<unsigned>(*number)};
    }
    return day_of_name(word);
}

std::optional<Instant> moment_of(std::string_view text) {
    const auto written = trimmed(text);
    if (const auto full = parse_instant(written)) return *full;
    if (const auto utc = parse_instant(std::string{written} + "Z")) return *utc;
    const auto space = written.find(' ');
    const auto day = written.substr(0, space);
    const auto clock =
        space == std::string_view::npos ? std::string_view{} : written.substr(space + 1);
    if (const auto date = parse_date(day)) return on_date(*date, clock);
    return on_date(american_date(day), clock);
}

}  // namespace waymark::exchange
