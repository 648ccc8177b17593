#include "finder/zone_clock.h"

#include <algorithm>

namespace waymark::finder {

namespace {

using std::chrono::seconds;
using std::chrono::sys_days;

constexpr Instant kFirst{sys_days{std::chrono::January / 1 / 2020}};
constexpr Instant kLast{sys_days{std::chrono::January / 1 / 2045}};

// For as long as the clocks moved, a reading after a change can also be one before it.
Stretch stretch_of(const Zone& zone, const ZonePeriod& period) {
    const auto before = zone.offset_at(period.begin - seconds{1});
    return {period.begin + std::chrono::abs(period.offset - before), period.end, period.offset};
}

}  // namespace

ZoneYears::ZoneYears(const Zone& zone) : zone_(zone) {
    Instant at = kFirst;
    while (at < kLast) {
        const auto period = zone.period_at(at);
        begins_.push_back(period.begin);
        stretches_.push_back(stretch_of(zone, period));
        at = period.end;
    }
    begins_.push_back(at);
}

Stretch ZoneYears::stretch_at(Instant instant) const {
    const auto after = std::ranges::upper_bound(begins_, instant);
    if (after == begins_.begin() || after == begins_.end()) {
        return stretch_of(zone_, zone_.period_at(instant));
    }
    return stretches_[static_cast<std::size_t>(after - begins_.begin()) - 1];
}

ZoneClock::ZoneClock(const ZoneYears& years, Instant moment)
    : years_(&years),
      current_(years.stretch_at(moment)),
      next_(years.stretch_at(current_.end)),
      local_(moment.time_since_epoch() + current_.offset),
      today_(std::chrono::floor<std::chrono::days>(local_)),
      settled_(moment >= current_.first) {}

}  // namespace waymark::finder
