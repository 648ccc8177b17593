#include "locale/speak.h"

#include <array>
#include <cmath>
#include <utility>

namespace waymark::locale {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr std::string_view kNoBreak = "\u00a0";

// One decimal under ten, none from there on; "1", not "1.0".
std::string decimal(double value, char mark) {
    const auto tenths = std::llround(value * 10);
    if (tenths >= 100 || tenths % 10 == 0) return std::to_string(std::llround(value));
    return std::to_string(tenths / 10) + mark + std::to_string(tenths % 10);
}

std::string two_digits(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

constexpr std::array<std::string_view, 7> kWeekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                    "Thursday", "Friday", "Saturday"};

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

}  // namespace

std::string Speaker::say(std::string_view english) const {
    return std::string{catalogue_->translate(english)};
}

std::string Speaker::say(const Phrase& phrase) const {
    const std::string_view text = catalogue_->translate(phrase.text);
    std::string said;
    std::size_t from = 0;
    while (from < text.size()) {
        const std::size_t opens = text.find('{', from);
        const std::size_t closes = text.find('}', opens);
        if (opens == text.npos || closes == text.npos) break;
        said += text.substr(from, opens - from);
        const std::string_view name = text.substr(opens + 1, closes - opens - 1);
        from = closes + 1;
        std::string filled{text.substr(opens, from - opens)};
        for (const auto& [hole, value] : phrase.holes) {
            if (hole == name) filled = fill(value);
        }
        said += filled;
    }
    said += text.substr(from);
    return said;
}

std::string Speaker::fill(const Phrase::Value& value) const {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* count = std::get_if<std::int64_t>(&value)) return number(*count);
    if (const auto* length = std::get_if<Kilometers>(&value)) return distance(*length);
    if (const auto* at = std::get_if<TimeOfDay>(&value)) return time(*at);
    return span(std::get<Span>(value));
}

std::string Speaker::distance(Kilometers distance) const {
    const char mark = language_ == Language::spanish ? ',' : '.';
    if (manners_.units == Units::miles) {
        const double length = in_miles(distance);
        return (length < 0.1 ? "0" + std::string{mark} + "1" : decimal(length, mark)) +
               std::string{kNoBreak} + "mi";
    }
    if (distance.value < 0.95) {
        const auto meters = std::max(50LL, std::llround(distance.value * 20) * 50);
        return std::to_string(meters) + std::string{kNoBreak} + "m";
    }
    return decimal(distance.value, mark) + std::string{kNoBreak} + "km";
}

std::string Speaker::number(std::int64_t number) const {
    std::string digits = std::to_string(number < 0 ? -number : number);
    const std::string_view mark = language_ == Language::spanish ? kNoBreak : ",";
    const std::size_t longest_bare = language_ == Language::spanish ? 4 : 3;
    if (digits.size() > longest_bare) {
        for (std::size_t at = digits.size() - 3;
             at > 0 && at<digits.size(); at = at> 3 ? at - 3 : 0) {
            digits.insert(at, mark);
        }
    }
    return (number < 0 ? "-" : "") + digits;
}

std::string Speaker::time(TimeOfDay time) const {
    const auto of_day = time.since_midnight % hours{24};
    const auto hour = std::chrono::duration_cast<hours>(of_day).count();
    const auto minute = (of_day % hours{1}).count();
    if (manners_.hours == Hours::twenty_four) return two_digits(hour) + ":" + two_digits(minute);
    if (of_day == hours{12}) return say("12 noon");
    const auto shown = hour % 12 == 0 ? 12 : hour % 12;
    const std::string clock = std::to_string(shown) + ":" + two_digits(minute);
    return clock + std::string{kNoBreak} + say(hour < 12 ? "AM" : "PM");
}

std::string Speaker::span(Span span) const {
    const auto length = span.length < minutes{0} ? minutes{0} : span.length;
    const std::int64_t whole_hours = length / hours{1};
    const std::int64_t rest = (length % hours{1}).count();
    if (length < hours{1}) return say(phrase("{count} min", {{"count", rest}}));
    if (length >= hours{48}) {
        return say(phrase("{count} days", {{"count", std::int64_t{length / days{1}}}}));
    }
    if (rest != 0) {
        return say(
            phrase("{hours} h {minutes}", {{"hours", whole_hours}, {"minutes", two_digits(rest)}}));
    }
    return say(
        counted(whole_hours, phrase("1 hour"), phrase("{count} hours", {{"count", whole_hours}})));
}

std::string Speaker::weekday(std::chrono::weekday day) const {
    return say(kWeekdays[day.c_encoding()]);
}

std::string Speaker::month(std::chrono::month month) const {
    return say(kMonths[static_cast<unsigned>(month) - 1]);
}

std::string Speaker::day(Date date) const {
    const std::string name = weekday(std::chrono::weekday{std::chrono::sys_days{date}});
    const std::string number = std::to_string(static_cast<unsigned>(date.day()));
    const std::vector<std::pair<std::string, Phrase::Value>> holes{
        {"weekday", name}, {"day", number}, {"month", month(date.month())}};
    return say(manners_.month_first ? phrase("{weekday}, {month} {day}", holes)
                                    : phrase("{weekday} {day} {month}", holes));
}

std::string Speaker::date(Date date) const {
    const std::vector<std::pair<std::string, Phrase::Value>> holes{
        {"day", std::to_string(static_cast<unsigned>(date.day()))},
        {"month", month(date.month())},
        {"year", std::to_string(static_cast<int>(date.year()))}};
    return say(manners_.month_first ? phrase("{month} {day}, {year}", holes)
                                    : phrase("{day} {month} {year}", holes));
}

std::string Speaker::when(LocalSeconds starts, LocalSeconds now) const {
    const auto start_day = std::chrono::floor<days>(starts);
    const auto ahead = start_day - std::chrono::floor<days>(now);
    const auto at = std::chrono::floor<minutes>(starts - start_day);
    const Phrase::Value clock = TimeOfDay{at};
    if (ahead == days{0}) {
        return say(at >= hours{17} ? phrase("Tonight {time}", {{"time", clock}})
                                   : phrase("Today {time}", {{"time", clock}}));
    }
    if (ahead == days{1}) return say(phrase("Tomorrow {time}", {{"time", clock}}));
    const Date date{start_day};
    const bool is_near = ahead > days{1} && ahead < days{7};
    const std::string day_name = is_near ? weekday(std::chrono::weekday{start_day}) : day(date);
    return say(phrase("{day} {time}", {{"day", day_name}, {"time", clock}}));
}

std::string Speaker::until(Instant starts, Instant now) const {
    const auto ahead = std::chrono::ceil<minutes>(starts - now);
    if (ahead > minutes{0}) return say(phrase("starts in {span}", {{"span", Span{ahead}}}));
    const auto since = std::chrono::floor<minutes>(now - starts);
    if (since < minutes{1}) return say("starting now");
    return say(phrase("started {span} ago", {{"span", Span{since}}}));
}

std::string Speaker::ago(Instant then, Instant now) const {
    const auto age = std::chrono::floor<days>(now - then);
    if (age <= days{0}) return say("in the last 24 hours");
    if (age == days{1}) return say("yesterday");
    return say(phrase("{count} days ago", {{"count", std::int64_t{age.count()}}}));
}

Phrase counted(std::int64_t count, Phrase one, Phrase many) {
    return count == 1 ? std::move(one) : std::move(many);
}

}  // namespace waymark::locale
