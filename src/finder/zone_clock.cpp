#include "finder/zone_clock.h"

namespace waymark::finder {

using std::chrono::seconds;

// For as long as the clocks moved, a reading after a change can also be one before it.
ZoneClock::Stretch ZoneClock::stretch_at(const Zone& zone, Instant instant) {
    const auto period = zone.period_at(instant);
    const auto before = zone.offset_at(period.begin - seconds{1});
    return {period.begin + std::chrono::abs(period.offset - before), period.end, period.offset};
}

ZoneClock::ZoneClock(const Zone& zone, Instant moment)
    : zone_(zone),
      current_(stretch_at(zone, moment)),
      next_(stretch_at(zone, current_.end)),
      local_(moment.time_since_epoch() + current_.offset),
      today_(std::chrono::floor<std::chrono::days>(local_)),
      settled_(moment >= current_.first) {}

}  // namespace waymark::finder
