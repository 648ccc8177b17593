#include "core/time.h"

#include <fmt/format.h>

#include <cstdint>

#include "core/number.h"

namespace waymark {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

// Reads exactly `digits` digits at `at`, or fails by returning -1.
int digits_at(std::string_view text, std::size_t at, std::size_t digits) {
    if (at + digits > text.size()) return -1;
    for (char c : text.substr(at, digits)) {
        if (c < '0' || c > '9') return -1;
    }
    return parse_number<int>(text.substr(at, digits)).value_or(-1);
}

Result<seconds> parse_offset(std::string_view text) {
    if (text == "Z" || text == "z") return seconds{0};
    const bool shaped = text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':';
    const int hours = shaped ? digits_at(text, 1, 2) : -1;
    const int mins = shaped ? digits_at(text, 4, 2) : -1;
    if (hours < 0 || hours > 23 || mins < 0 || mins > 59) {
        return invalid_input("time", "End the time with Z or an offset such as -05:00.");
    }
    const seconds offset = std::chrono::hours{hours} + minutes{mins};
    return text[0] == '-' ? -offset : offset;
}

// Written by hand: moments are part of every record that is stored.
void append_two(std::string& out, std::int64_t number) {
    out += static_cast<char>('0' + number / 10);
    out += static_cast<char>('0' + number % 10);
}

void append_padded(std::string& out, char before, std::int64_t number) {
    out += before;
    append_two(out, number);
}

void append_date(std::string& out, Date date) {
    const int year = static_cast<int>(date.year());
    const auto month = static_cast<unsigned>(date.month());
    const auto day = static_cast<unsigned>(date.day());
    if (year < 0 || year > 9999 || month > 99 || day > 99) {
        out += fmt::format("{:04}-{:02}-{:02}", year, month, day);
        return;
    }
    append_two(out, year / 100);
    append_two(out, year % 100);
    append_padded(out, '-', month);
    append_padded(out, '-', day);
}

}  // namespace

Result<Date> parse_date(std::string_view text) {
    const int year = digits_at(text, 0, 4);
    const int month = digits_at(text, 5, 2);
    const int day = digits_at(text, 8, 2);
    const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-';
    const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                    std::chrono::day{static_cast<unsigned>(day)}};
    if (!shaped || year < 0 || month < 0 || day < 0 || !date.ok()) {
        return invalid_input("date", "Write a date as 2026-11-21.");
    }
    return date;
}

std::string format_date(Date date) {
    std::string text;
    append_date(text, date);
    return text;
}

Result<Instant> parse_instant(std::string_view text) {
    const auto wrong = [] {
        return invalid_input("time", "Write a time as 2026-11-21T18:00:00-05:00.");
    };
    if (text.size() < 20 || (text[10] != 'T' && text[10] != 't' && text[10] != ' ')) return wrong();
    const auto date = parse_date(text.substr(0, 10));
    const int hour = digits_at(text, 11, 2);
    const int minute = digits_at(text, 14, 2);
    const int second = digits_at(text, 17, 2);
    if (!date || text[13] != ':' || text[16] != ':') return wrong();
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
        return wrong();
    }
    std::size_t rest = 19;
    if (text[rest] == '.') {
        do
            ++rest;
        while (rest < text.size() && text[rest] >= '0' && text[rest] <= '9');
    }
    const seconds offset = TRY(parse_offset(text.substr(rest)));
    return std::chrono::sys_days{*date} + std::chrono::hours{hour} + minutes{minute} +
           seconds{second} - offset;
}

std::string format_instant(Instant instant, seconds offset) {
    const auto local = instant + offset;
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::hh_mm_ss clock{local - day};
    std::string text;
    text.reserve(26);
    append_date(text, Date{day});
    append_padded(text, 'T', clock.hours().count());
    append_padded(text, ':', clock.minutes().count());
    append_padded(text, ':', clock.seconds().count());
    if (offset == seconds{0}) return text += 'Z';
    const auto minutes_off = std::chrono::duration_cast<minutes>(std::chrono::abs(offset)).count();
    return fmt::format("{}{}{:02}:{:02}", text, offset < seconds{0} ? '-' : '+', minutes_off / 60,
                       minutes_off % 60);
}

Result<minutes> parse_time_of_day(std::string_view text) {
    const auto colon = text.find(':');
    const auto hours = parse_number<int>(text.substr(0, colon));
    const bool shaped = colon != std::string_view::npos && colon >= 1 && colon <= 2;
    const int mins = shaped ? digits_at(text, colon + 1, 2) : -1;
    const bool ends = shaped && (text.size() == colon + 3 ||
                                 (text.size() == colon + 6 && text[colon + 3] == ':' &&
                                  digits_at(text, colon + 4, 2) >= 0));
    const int total = hours.value_or(-1) * 60 + mins;
    if (!ends || !hours || *hours < 0 || mins < 0 || mins > 59 || total > 24 * 60) {
        return invalid_input("time", "Write a time of day as 19:00.");
    }
    return minutes{total};
}

std::string format_time_of_day(minutes time) {
    if (time < minutes{0} || time >= minutes{100 * 60})
        return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
    std::string text;
    append_two(text, time.count() / 60);
    append_padded(text, ':', time.count() % 60);
    return text;
}

}  // namespace waymark
