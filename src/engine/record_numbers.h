// The small values of a meeting as whole numbers, and back.
#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <type_traits>

#include "core/time.h"
#include "directory/feature.h"
#include "directory/schedule.h"

namespace waymark::engine {

template <class Value>
requires std::integral<Value> || std::is_enum_v<Value> std::int64_t as_number(Value value) {
    return static_cast<std::int64_t>(value);
}
template <class Rep, class Period>
std::int64_t as_number(std::chrono::duration<Rep, Period> duration) {
    return duration.count();
}
inline std::int64_t as_number(Instant instant) {
    return instant.time_since_epoch().count();
}
// Of a day that is in no calendar too.
inline std::int64_t as_number(Date date) {
    return static_cast<int>(date.year()) * 0x1'0000 +
           static_cast<int>(static_cast<unsigned>(date.month()) << 8 |
                            static_cast<unsigned>(date.day()));
}
inline std::int64_t as_number(directory::WeekdaySet days) {
    return days.bits();
}
inline std::int64_t as_number(directory::FeatureSet features) {
    return static_cast<std::int64_t>(features.bits());
}

template <class Value>
requires std::integral<Value> || std::is_enum_v<Value>
void set_number(Value& value, std::int64_t number) {
    value = static_cast<Value>(number);
}
template <class Rep, class Period>
void set_number(std::chrono::duration<Rep, Period>& duration, std::int64_t number) {
    duration = std::chrono::duration<Rep, Period>{static_cast<Rep>(number)};
}
inline void set_number(Instant& instant, std::int64_t number) {
    instant = Instant{std::chrono::seconds{number}};
}
inline void set_number(Date& date, std::int64_t number) {
    date = Date{std::chrono::year{static_cast<int>(number >> 16)},
                std::chrono::month{static_cast<unsigned>(number >> 8 & 0xff)},
                std::chrono::day{static_cast<unsigned>(number & 0xff)}};
}
inline void set_number(directory::WeekdaySet& days, std::int64_t number) {
    days = directory::WeekdaySet::of_bits(static_cast<unsigned>(number));
}
inline void set_number(directory::FeatureSet& features, std::int64_t number) {
    features = directory::FeatureSet::of_bits(static_cast<std::uint64_t>(number));
}

}  // namespace waymark::engine
