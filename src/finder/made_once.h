// What is made from a whole snapshot, once: by the first that asks for it.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>

#include "core/time.h"
#include "finder/snapshot.h"

namespace waymark::finder {

// May be asked from several threads at once; those that come while it is being
// made wait for it. An older snapshot is not kept alive: it is large.
template <class Made>
class MadeOnce {
  public:
    // make(snapshot) gives a std::shared_ptr<Made>.
    template <class Make>
    std::shared_ptr<Made> of(const SnapshotPtr& snapshot, Make make) {
        return of_day(snapshot, {}, make);
    }

    // Made anew each day (UTC), for what leaves out what is old: it may be up to
    // a day behind in that.
    template <class Make>
    std::shared_ptr<Made> of_day(const SnapshotPtr& snapshot, Instant now, Make make) {
        const auto day = std::chrono::floor<std::chrono::days>(now);
        const std::scoped_lock lock{mutex_};
        if (made_ == nullptr || made_of_.lock() != snapshot || day != made_on_) {
            made_ = make(*snapshot);
            made_of_ = snapshot;
            made_on_ = day;
        }
        return made_;
    }

  private:
    std::mutex mutex_;
    std::weak_ptr<const Snapshot> made_of_;
    std::chrono::sys_days made_on_{};
    std::shared_ptr<Made> made_;
};

}  // namespace waymark::finder
