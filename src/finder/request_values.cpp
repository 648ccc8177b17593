#include "finder/request_values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/number.h"
#include "core/text.h"
#include "core/time.h"

namespace waymark::finder {
namespace {

using std::chrono::minutes;
using std::chrono::weekday;

constexpr minutes kSpanMax = std::chrono::days{366};

constexpr std::array<std::string_view, 7> kWeekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                    "thursday", "friday", "saturday"};

// The number in front and the lower-case unit behind it.
std::pair<std::string_view, std::string> number_and_unit(std::string_view text) {
    text = trimmed(text);
    const auto is_of_number = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
    const auto end = std::ranges::find_if_not(text, is_of_number) - text.begin();
    const auto digits = text.substr(0, static_cast<std::size_t>(end));
    return {digits, ascii_lower(trimmed(text.substr(static_cast<std::size_t>(end))))};
}

template <std::size_t count>
bool one_of(std::string_view unit, const std::array<std::string_view, count>& units) {
    return std::ranges::find(units, unit) != units.end();
}

}  // namespace

Result<Kilometers> parse_length(std::string_view text) {
    const auto [digits, unit] = number_and_unit(text);
    const auto number = parse_number<double>(digits);
    const bool in_km = one_of<3>(unit, {"km", "kilometers", "kilometres"});
    if (!number || (!in_km && !one_of<4>(unit, {"", "mi", "mile", "miles"}))) {
        return invalid_input("radius", "Write a distance as 10mi or 15km.");
    }
    return in_km ? Kilometers{*number} : miles(*number);
}

Result<minutes> parse_span(std::string_view text) {
    const auto [digits, unit] = number_and_unit(text);
    const auto number = parse_number<double>(digits);
    double in_minutes = -1;
    if (one_of<4>(unit, {"", "h", "hour", "hours"})) in_minutes = number.value_or(-1) * 60;
    if (one_of<4>(unit, {"m", "min", "minute", "minutes"})) in_minutes = number.value_or(-1);
    if (one_of<3>(unit, {"d", "day", "days"})) in_minutes = number.value_or(-1) * 24 * 60;
    if (in_minutes < 0 || in_minutes > static_cast<double>(kSpanMax.count())) {
        return invalid_input("within", "Write a time to wait as 24h, 90m or 7d, up to 366d.");
    }
    return minutes{std::llround(in_minutes)};
}

Result<minutes> parse_clock(std::string_view text) {
    const auto wrong = invalid_input("after", "Write a time of day as 17:00 or 7pm.");
    auto clock = ascii_lower(trimmed(text));
    const bool is_morning = clock.ends_with("am");
    const bool is_evening = clock.ends_with("pm");
    if (!is_morning && !is_evening) {
        const auto time = parse_time_of_day(clock);
        if (!time) return wrong;
        return *time;
    }
    clock = trimmed(std::string_view{clock}.substr(0, clock.size() - 2));
    if (clock.find(':') == std::string::npos) clock += ":00";
    const auto time = parse_time_of_day(clock);
    if (!time || *time < minutes{60} || *time >= minutes{13 * 60}) return wrong;
    return *time % minutes{12 * 60} + (is_evening ? minutes{12 * 60} : minutes{0});
}

Result<weekday> parse_weekday(std::string_view text) {
    const auto name = ascii_lower(trimmed(text));
    if (name.size() == 1 && name[0] >= '0' && name[0] <= '6') {
        return weekday{static_cast<unsigned>(name[0] - '0')};
    }
    for (unsigned day = 0; day < kWeekdays.size(); ++day) {
        if (name.size() >= 3 && kWeekdays[day].starts_with(name)) return weekday{day};
    }
    return invalid_input("weekday", "Write weekdays as mon,tue or 1,2; Sunday is 0.");
}

Result<GeoBox> parse_box(std::string_view text) {
    const auto wrong = invalid_input("box", "Write the box as south,west,north,east in degrees.");
    std::array<double, 4> edges{};
    const auto parts = split(text, ',');
    if (parts.size() != edges.size()) return wrong;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const auto edge = parse_number<double>(trimmed(parts[i]));
        if (!edge) return wrong;
        edges[i] = *edge;
    }
    const GeoBox box{edges[0], edges[1], edges[2], edges[3]};
    if (!box.is_valid()) return wrong;
    return box;
}

std::string_view code_of(weekday day) {
    return kWeekdays[day.c_encoding()].substr(0, 3);
}

}  // namespace waymark::finder
