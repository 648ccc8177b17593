// One zone's clock at one moment, made ready to answer in nanoseconds: its
// offset now and after the next change. Exact always; slow only for readings
// in the hour of a change and for those further off than the next two periods.
#pragma once

#include <chrono>
#include <vector>

#include "core/time.h"
#include "core/zone.h"

namespace waymark::finder {

// [first, end): where every instant is the only, or the first, with its reading.
struct Stretch {
    Instant first{};
    Instant end{};
    std::chrono::seconds offset{};
};

// One zone's changes of clocks in the years around now, read once a snapshot;
// other years are asked of the zone each time.
class ZoneYears {
  public:
    explicit ZoneYears(const Zone& zone);

    const Zone& zone() const { return zone_; }
    Stretch stretch_at(Instant instant) const;

  private:
    Zone zone_;
    std::vector<Instant> begins_;  // Of the periods with one offset, and the end of the last.
    std::vector<Stretch> stretches_;
};

class ZoneClock {
  public:
    // The years must outlive it.
    ZoneClock(const ZoneYears& years, Instant moment);

    // What the wall clock shows at the moment.
    LocalSeconds local() const { return local_; }
    std::chrono::local_days today() const { return today_; }

    // Whether wall clock order is the order in time from the moment on: true
    // but for a while after a change of clocks.
    bool is_settled() const { return settled_; }

    // The next change of clocks after the moment.
    Instant changes_at() const { return current_.end; }

    // Zone::to_instant, for readings not earlier than local().
    Instant to_instant(LocalSeconds reading) const {
        const Instant now{reading.time_since_epoch() - current_.offset};
        if (now >= current_.first && now < current_.end) return now;
        const Instant later{reading.time_since_epoch() - next_.offset};
        if (later >= next_.first && later < next_.end) return later;
        return years_->zone().to_instant(reading);
    }

  private:
    const ZoneYears* years_;
    Stretch current_;
    Stretch next_;
    LocalSeconds local_;
    std::chrono::local_days today_;
    bool settled_;
};

}  // namespace waymark::finder
