// When a meeting happens, told the way groups tell it: a wall clock in the
// meeting's own zone, and a rule for the days.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/time.h"
#include "core/zone.h"

namespace waymark::directory {

// Days of the week, Sunday = bit 0 as Meeting Guide counts.
class WeekdaySet {
  public:
    constexpr WeekdaySet() = default;
    static constexpr WeekdaySet of_bits(unsigned bits) {
        WeekdaySet set;
        set.bits_ = static_cast<std::uint8_t>(bits & 0x7f);
        return set;
    }
    static constexpr WeekdaySet all() { return of_bits(0x7f); }
    constexpr void add(std::chrono::weekday day) { bits_ |= bit(day); }
    constexpr bool has(std::chrono::weekday day) const { return (bits_ & bit(day)) != 0; }
    constexpr bool empty() const { return bits_ == 0; }
    constexpr unsigned bits() const { return bits_; }
    friend constexpr bool operator==(WeekdaySet, WeekdaySet) = default;

  private:
    static constexpr std::uint8_t bit(std::chrono::weekday day) {
        return static_cast<std::uint8_t>(1u << day.c_encoding());
    }
    std::uint8_t bits_ = 0;
};

// Which of the schedule's weekdays it meets on.
struct Recurrence {
    enum class Kind : std::uint8_t { weekly, every_n_weeks, nth_of_month };
    Kind kind = Kind::weekly;
    int n = 1;                     // every_n_weeks: 2…; nth_of_month: 1…5, or -1 for last.
    std::optional<Date> anchor{};  // every_n_weeks: a day in a week it meets.
    std::optional<Date> from{};    // First and last day it can meet (a season); both are in.
    std::optional<Date> until{};
    std::vector<Date> closed{};  // Days it does not meet: sorted.
    friend bool operator==(const Recurrence&, const Recurrence&) = default;
};

inline constexpr std::chrono::minutes kUsualLength{60};

struct Schedule {
    WeekdaySet days{};                             // Empty: by appointment.
    std::chrono::minutes start{};                  // After local midnight.
    std::optional<std::chrono::minutes> length{};  // Not said: kUsualLength. May pass midnight.
    Zone zone{};
    Recurrence recurrence{};

    std::chrono::minutes length_or_usual() const { return length.value_or(kUsualLength); }
    friend bool operator==(const Schedule&, const Schedule&) = default;
};

struct Occurrence {
    Instant starts{};
    Instant ends{};
    Date date{};  // Of its start, in the meeting's zone.
    friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

// Whether the rule has it meet on that day.
bool meets_on(const Schedule& schedule, Date date);

// The first occurrence that starts at or after `not_before`, on one of `days`.
// Nothing when there is none in the 400 days after it, or when the schedule is
// by appointment. A start that a change of clocks skips happens at the shifted
// time; one that comes twice happens the first time (Zone::to_instant).
std::optional<Occurrence> next_occurrence(const Schedule& schedule, Instant not_before,
                                          WeekdaySet days = WeekdaySet::all());

}  // namespace waymark::directory
