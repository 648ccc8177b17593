// Time zones by their IANA names, with the rules of the system's tzdata.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "core/time.h"

namespace date {
class time_zone;
}

namespace waymark {

// A stretch of time with one offset from UTC: [begin, end).
struct ZonePeriod {
    Instant begin{};
    Instant end{};
    std::chrono::seconds offset{};
    std::string abbreviation{};  // "EST", or "-03" where there is none.
};

// A value: copying it copies a pointer. Equal names are equal zones.
class Zone {
  public:
    Zone();  // "Etc/UTC".

    // Fails with invalid_input (field "timezone") on a name that tzdata lacks.
    static Result<Zone> named(std::string_view name);

    std::string_view name() const;
    ZonePeriod period_at(Instant instant) const;
    std::chrono::seconds offset_at(Instant instant) const;
    LocalSeconds to_local(Instant instant) const;

    // A time that a change of clocks skips is read with the offset before the
    // change (as RFC 5545 §3.3.5 does); of one that comes twice, the first.
    Instant to_instant(LocalSeconds local) const;

    friend bool operator==(const Zone&, const Zone&) = default;

  private:
    explicit Zone(const date::time_zone* zone) : zone_(zone) {}
    const date::time_zone* zone_;
};

}  // namespace waymark
