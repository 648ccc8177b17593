// The snapshot that requests search, kept true to the store: when the store's
// revision or a source's facts have changed (an import in another process), a
// new one is built beside the old and swapped in. A search holds the one it began with.
#pragma once

#include <atomic>
#include <chrono>

#include "app/repeating.h"
#include "directory/store.h"
#include "finder/snapshot.h"

namespace waymark::app {

class LiveDirectory {
  public:
    // Called after a look at the store has failed; the last snapshot stays.
    using OnFailure = Repeating::OnFailure;

    LiveDirectory(const directory::Store& store, std::chrono::milliseconds every,
                  OnFailure on_failure);
    LiveDirectory(const LiveDirectory&) = delete;
    LiveDirectory& operator=(const LiveDirectory&) = delete;

    finder::SnapshotPtr snapshot() const { return snapshot_.load(); }

  private:
    bool has_changed() const;
    void refresh();

    const directory::Store& store_;
    std::atomic<finder::SnapshotPtr> snapshot_;
    Repeating watcher_;
};

}  // namespace waymark::app
