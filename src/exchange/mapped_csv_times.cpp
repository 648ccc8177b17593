// The values of mapped_csv_values.h that say when.
#include <algorithm>
#include <array>
#include <initializer_list>

#include "core/number.h"
#include "core/text.h"
#include "exchange/mapped_csv_values.h"

namespace waymark::exchange {
namespace {

using std::chrono::minutes;

constexpr int kDayMinutes = 24 * 60;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// The number that at most so many digits at the front of `text` make, which
// moves past them; -1 when there is none.
int take_number(std::string_view& text, std::size_t digits_max) {
    std::size_t count = 0;
    while (count < std::min(text.size(), digits_max) && is_digit(text[count]))
        ++count;
    if (count == 0) return -1;
    const int number = parse_number<int>(text.substr(0, count)).value_or(-1);
    text.remove_prefix(count);
    return number;
}

bool skip_one_of(std::string_view& text, std::string_view characters) {
    if (text.empty() || characters.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

// "30" or "30:00"; seconds say nothing of a meeting. -1 when it is not so.
int take_minutes(std::string_view& text) {
    const std::size_t before = text.size();
    const int mins = take_number(text, 2);
    if (before - text.size() != 2) return -1;
    if (skip_one_of(text, ":") && take_number(text, 2) < 0) return -1;
    return mins;
}

void skip_blanks(std::string_view& text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '.'))
        text.remove_prefix(1);
}

enum class Half { none, am, pm };

// "AM", "p.m.", "a. m." at the end of `text`, which loses it.
Half take_half(std::string& text) {
    std::string letters;
    for (const char c : text) {
        if (c != ' ' && c != '.') letters.push_back(c);
    }
    const bool is_am = letters.ends_with("am");
    if (!is_am && !letters.ends_with("pm")) return Half::none;
    const auto at = text.find_last_of("ap");
    text.erase(at);
    return is_am ? Half::am : Half::pm;
}

std::optional<minutes> in_day(int hours, int mins, Half half) {
    if (hours < 0 || mins < 0 || mins > 59) return std::nullopt;
    if (half != Half::none) {
        // "19:30 PM" happens, and means what it says before the letters.
        if (half == Half::am && hours > 12) return std::nullopt;
        if (hours == 12)
            hours = half == Half::am ? 0 : 12;
        else if (half == Half::pm && hours < 12)
            hours += 12;
    }
    const int total = hours * 60 + mins;
    if (total > kDayMinutes) return std::nullopt;
    return minutes{total};
}

bool is_word_for(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, text) != words.end();
}

std::optional<int> day_of_word(std::string_view word) {
    if (word.size() < 2) return std::nullopt;
    constexpr std::array<std::string_view, 14> kDays{
        "sundays",  "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays",
        "domingos", "lunes",   "martes",   "miercoles",  "jueves",    "viernes", "sabados"};
    for (std::size_t i = 0; i < kDays.size(); ++i) {
        const auto name = kDays[i];
        const bool is_spelt_out = word == name || word == name.substr(0, name.size() - 1);
        // "Mon", "Tues", "Mié": long enough to be nothing else ("Ma" is not).
        const bool is_short = word.size() >= 3 && word.size() <= 5 && name.starts_with(word);
        if (is_spelt_out || is_short) return static_cast<int>(i % 7);
    }
    return std::nullopt;
}

}  // namespace

std::optional<minutes> time_in_cell(std::string_view cell) {
    std::string lower = ascii_lower(trimmed(cell));
    if (is_word_for(lower, {"noon", "12 noon", "midday", "mediodia", "mediod\u00eda"})) {
        return minutes{12 * 60};
    }
    if (is_word_for(lower, {"midnight", "12 midnight", "medianoche"})) return minutes{0};
    const Half half = take_half(lower);
    std::string_view rest = trimmed(lower);
    if (half == Half::none && rest.size() == 4 && std::ranges::all_of(rest, is_digit)) {
        const int hours = take_number(rest, 2);  // "1930"
        return in_day(hours, take_number(rest, 2), half);
    }
    const int hours = take_number(rest, 2);
    const bool is_cut = skip_one_of(rest, ":.h");
    const int mins = is_cut && !rest.empty() && is_digit(rest[0]) ? take_minutes(rest) : 0;
    skip_blanks(rest);
    const bool is_hours = rest == "h" || rest == "hrs" || rest == "horas" || rest == "hours";
    const bool is_whole = rest.empty() || (is_cut && is_hours);
    if (!is_whole || (!is_cut && half == Half::none)) return std::nullopt;
    return in_day(hours, mins, half);
}

std::optional<StartAndEnd> times_in_cell(std::string_view cell) {
    if (const auto start = time_in_cell(cell)) return StartAndEnd{.start = *start};
    for (const std::string_view between : {"-", "\u2013", " to ", " a "}) {
        const auto at = cell.find(between);
        if (at == std::string_view::npos) continue;
        const auto start = time_in_cell(cell.substr(0, at));
        const auto end = time_in_cell(cell.substr(at + between.size()));
        if (start && end) return StartAndEnd{.start = *start, .end = end};
    }
    return std::nullopt;
}

namespace {

std::optional<double> minutes_of_unit(std::string_view unit) {
    if (is_word_for(unit, {"h", "hr", "hrs", "hour", "hours", "hora", "horas"})) return 60;
    if (is_word_for(unit, {"m", "min", "mins", "minute", "minutes", "minuto", "minutos"})) return 1;
    return std::nullopt;
}

std::optional<double> take_decimal(std::string_view& text) {
    std::size_t count = 0;
    while (count < text.size() && (is_digit(text[count]) || text[count] == '.'))
        ++count;
    const auto number = parse_number<double>(text.substr(0, count));
    text.remove_prefix(count);
    return number;
}

// "1hr 30mins", "1h30", "90": numbers, each with its unit or with the next smaller.
std::optional<double> spelt_out_minutes(std::string_view text) {
    double total = 0;
    double usual_unit = 1;
    while (!text.empty()) {
        const auto number = take_decimal(text);
        if (!number) return std::nullopt;
        skip_blanks(text);
        std::size_t letters = 0;
        while (letters < text.size() && !is_digit(text[letters]) && text[letters] != ' ' &&
               text[letters] != '.') {
            ++letters;
        }
        const auto unit = letters == 0 ? usual_unit : minutes_of_unit(text.substr(0, letters));
        if (!unit) return std::nullopt;
        total += *number * *unit;
        usual_unit = 1;
        text.remove_prefix(letters);
        skip_blanks(text);
        if (text.starts_with("and ")) text.remove_prefix(4);
        if (text.starts_with("y ")) text.remove_prefix(2);
    }
    return total;
}

}  // namespace

std::optional<minutes> length_in_cell(std::string_view cell) {
    const std::string lower = ascii_lower(trimmed(cell));
    if (lower.empty()) return std::nullopt;
    std::optional<double> total;
    if (lower.find(':') != std::string::npos) {
        const auto clock = parse_time_of_day(lower);
        if (clock) total = static_cast<double>(clock->count());
    } else {
        total = spelt_out_minutes(lower);
    }
    if (!total || *total < 1 || *total > kDayMinutes) return std::nullopt;
    return minutes{static_cast<int>(*total + 0.5)};
}

std::optional<directory::WeekdaySet> days_in_cell(std::string_view cell) {
    const std::string folded = fold(cell);
    if (is_word_for(folded, {"daily", "every day", "everyday", "diario", "todos los dias"})) {
        return directory::WeekdaySet::all();
    }
    if (is_word_for(folded, {"weekdays", "monday to friday", "mon fri", "lunes a viernes"})) {
        return directory::WeekdaySet::of_bits(0b0111110);
    }
    directory::WeekdaySet days;
    for (const auto word : words_of(folded)) {
        if (is_word_for(word, {"and", "y", "e", "on", "every"})) continue;
        const auto day = day_of_word(word);
        if (!day) return std::nullopt;
        days.add(std::chrono::weekday{static_cast<unsigned>(*day)});
    }
    if (days.empty()) return std::nullopt;
    return days;
}

namespace {

std::optional<Date> valid_date(int year, int month, int day) {
    if (year < 0 || month < 1 || day < 1) return std::nullopt;
    if (year < 100) year += 2000;
    const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                    std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok() || year < 1900 || year > 2200) return std::nullopt;
    return date;
}

// A date at the front of `text`, which moves past it.
std::optional<Date> take_date(std::string_view& text, DateOrder order) {
    const std::size_t before = text.size();
    const int first = take_number(text, 4);
    const bool is_year_first = before - text.size() == 4;
    if (!skip_one_of(text, "-/.")) return std::nullopt;
    const int second = take_number(text, 2);
    if (!skip_one_of(text, "-/.")) return std::nullopt;
    // Two digits of a day: the time may follow without a blank between.
    const int third = take_number(text, is_year_first ? 2 : 4);
    if (is_year_first) return valid_date(first, second, third);
    if (order == DateOrder::day_month_year) return valid_date(third, second, first);
    return valid_date(third, first, second);
}

}  // namespace

std::optional<Instant> instant_in_cell(std::string_view cell, DateOrder order) {
    std::string_view text = trimmed(cell);
    if (const auto whole = parse_instant(text)) return *whole;
    const auto date = take_date(text, order);
    if (!date) return std::nullopt;
    skip_one_of(text, "T,");
    skip_blanks(text);
    const Instant midnight{std::chrono::sys_days{*date}};
    if (text.empty()) return midnight;
    if (text.ends_with('Z')) text.remove_suffix(1);
    const auto exact = parse_instant(format_date(*date) + "T" + std::string{text} + "Z");
    if (exact) return *exact;
    if (const auto clock = time_in_cell(text)) return midnight + *clock;
    return std::nullopt;
}

}  // namespace waymark::exchange
