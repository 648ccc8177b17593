#include "exchange/opening_hours.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/text.h"
#include "exchange/mapped_csv_values.h"

namespace waymark::exchange {
namespace {

using directory::OpenSpan;
using directory::WeekdaySet;
using Spans = std::vector<OpenSpan>;

constexpr std::size_t kTextMax = 500;
constexpr std::chrono::minutes kMidnight{24 * 60};
constexpr std::array<std::string_view, 7> kDays{"sunday",   "monday", "tuesday", "wednesday",
                                                "thursday", "friday", "saturday"};

// Dashes of every length as one, line ends as semicolons, small letters.
std::string plain(std::string_view text) {
    auto out = ascii_lower(text);
    for (const std::string_view dash : {"\u2013", "\u2014", "\u2212"}) {
        for (auto at = out.find(dash); at != std::string::npos; at = out.find(dash))
            out.replace(at, dash.size(), "-");
    }
    for (auto at = out.find(" to "); at != std::string::npos; at = out.find(" to "))
        out.replace(at, 4, "-");
    std::ranges::replace(out, '\n', ';');
    return out;
}

// "mo", "mon", "mondays": nothing for what could be two days or none.
std::optional<unsigned> day_of(std::string_view word) {
    word = trimmed(word);
    while (word.ends_with('.') || word.ends_with(':'))
        word.remove_suffix(1);
    if (word.size() < 2) return std::nullopt;
    if (word.size() > 3 && word.ends_with('s') && word != "tues" && word != "thurs")
        word.remove_suffix(1);
    for (unsigned i = 0; i < kDays.size(); ++i) {
        if (kDays[i].starts_with(word)) return i;
    }
    return std::nullopt;
}

bool add_days(std::string_view part, WeekdaySet& days) {
    const auto dash = part.find('-');
    const auto first = day_of(part.substr(0, dash));
    if (!first) return false;
    const auto last = dash == std::string_view::npos ? first : day_of(part.substr(dash + 1));
    if (!last) return false;
    for (unsigned day = *first;; day = (day + 1) % 7) {
        days.add(std::chrono::weekday{day});
        if (day == *last) return true;
    }
}

bool add_times(std::string_view text, WeekdaySet days, Spans& spans) {
    if (text.starts_with("24 h") || text == "24h" || text == "24/7" || text == "24 hrs") {
        spans.push_back({.days = days, .closes = kMidnight});
        return true;
    }
    for (const auto part : split(text, ',')) {
        const auto times = times_in_cell(part);
        if (!times || !times->end || times->start >= kMidnight) return false;
        spans.push_back({.days = days, .opens = times->start, .closes = *times->end});
    }
    return true;
}

bool add_part(std::string_view part, Spans& spans) {
    if (part == "24/7" || part == "24 hours" || part == "open 24 hours")
        return add_times("24/7", WeekdaySet::all(), spans);
    for (const std::string_view none : {"closed", "off"}) {
        if (part.ends_with(none))
            return open_days_in(part.substr(0, part.size() - none.size())).has_value();
    }
    const auto digit = part.find_first_of("0123456789");
    if (digit == std::string_view::npos || digit == 0) return false;
    const auto days = open_days_in(part.substr(0, digit));
    return days && add_times(trimmed(part.substr(digit)), *days, spans);
}

}  // namespace

std::optional<WeekdaySet> open_days_in(std::string_view text) {
    auto words = plain(trimmed(text));
    while (words.ends_with(':') || words.ends_with(',') || words.ends_with(' '))
        words.pop_back();
    if (words.empty()) return std::nullopt;
    WeekdaySet days;
    const auto parts = split(words, ',');
    const bool is_plain = std::ranges::all_of(
        parts, [&](std::string_view part) { return add_days(trimmed(part), days); });
    return is_plain ? days : days_in_cell(words);
}

std::optional<Spans> opening_hours_in(std::string_view text) {
    if (text.size() > kTextMax) return std::nullopt;
    const auto words = plain(text);
    Spans spans;
    for (const auto part : split(words, ';')) {
        const auto said = trimmed(part);
        if (!said.empty() && !add_part(said, spans)) return std::nullopt;
    }
    if (spans.empty()) return std::nullopt;
    return spans;
}

directory::Hours hours_of(std::string_view text) {
    directory::Hours hours{.words = std::string{trimmed(text)}};
    if (auto spans = opening_hours_in(text)) hours.spans = *std::move(spans);
    return hours;
}

}  // namespace waymark::exchange
