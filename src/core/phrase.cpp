#include "core/phrase.h"

#include <fmt/format.h>

#include <cmath>
#include <string_view>

namespace waymark {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

// One decimal under ten, none from there on; "1", not "1.0".
std::string decimal(double value) {
    const auto tenths = std::llround(value * 10);
    if (tenths >= 100 || tenths % 10 == 0) return std::to_string(std::llround(value));
    return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

std::string length_in_words(Kilometers length, LengthUnit unit) {
    if (unit == LengthUnit::kilometers) return decimal(length.value) + " km";
    return decimal(in_miles(length)) + " mi";
}

std::string time_in_words(TimeOfDay time) {
    const auto of_day = time.since_midnight % hours{24};
    if (of_day == minutes{0}) return "midnight";
    if (of_day == hours{12}) return "noon";
    const auto hour = of_day / hours{1};
    const auto minute = (of_day % hours{1}).count();
    const auto shown = hour % 12 == 0 ? 12 : hour % 12;
    const std::string_view half = hour < 12 ? "AM" : "PM";
    if (minute == 0) return fmt::format("{} {}", shown, half);
    return fmt::format("{}:{:02} {}", shown, minute, half);
}

std::string span_in_words(Span span) {
    const auto length = std::max(span.length, minutes{0});
    if (length < hours{1}) return fmt::format("{} min", length.count());
    if (length >= hours{48}) return fmt::format("{} days", length / hours{24});
    const auto whole = length / hours{1};
    const auto rest = (length % hours{1}).count();
    if (rest != 0) return fmt::format("{} h {} min", whole, rest);
    return whole == 1 ? "1 hour" : fmt::format("{} hours", whole);
}

std::string in_words(const Phrase::Value& value, LengthUnit unit) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* count = std::get_if<std::int64_t>(&value)) return std::to_string(*count);
    if (const auto* length = std::get_if<Kilometers>(&value)) return length_in_words(*length, unit);
    if (const auto* time = std::get_if<TimeOfDay>(&value)) return time_in_words(*time);
    return span_in_words(std::get<Span>(value));
}

}  // namespace

std::string in_english(const Phrase& phrase, LengthUnit unit) {
    const std::string_view text = phrase.text;
    std::string said;
    std::size_t from = 0;
    while (from < text.size()) {
        const auto opens = text.find('{', from);
        const auto closes = text.find('}', opens);
        if (opens == text.npos || closes == text.npos) break;
        said += text.substr(from, opens - from);
        const auto name = text.substr(opens + 1, closes - opens - 1);
        from = closes + 1;
        std::string filled{text.substr(opens, from - opens)};
        for (const auto& [hole, value] : phrase.holes) {
            if (hole == name) filled = in_words(value, unit);
        }
        said += filled;
    }
    said += text.substr(from);
    return said;
}

}  // namespace waymark
