// What is made from a whole snapshot, once: by the first that asks for it.
#pragma once

#include <memory>
#include <mutex>

#include "finder/snapshot.h"

namespace waymark::compat {

// May be asked from several threads at once; those that come while it is being
// made wait for it. An older snapshot is not kept alive: it is large.
template <class Made>
class MadeOnce {
  public:
    // make(snapshot) gives a std::shared_ptr<Made>.
    template <class Make>
    std::shared_ptr<Made> of(const finder::SnapshotPtr& snapshot, Make make) {
        const std::scoped_lock lock{mutex_};
        if (made_ == nullptr || made_of_.lock() != snapshot) {
            made_ = make(*snapshot);
            made_of_ = snapshot;
        }
        return made_;
    }

  private:
    std::mutex mutex_;
    std::weak_ptr<const finder::Snapshot> made_of_;
    std::shared_ptr<Made> made_;
};

}  // namespace waymark::compat
