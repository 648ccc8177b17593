// The snapshot that requests search, kept true to the store: when the store's
// revision or a source's facts have changed (an import in another process), a
// new one is built beside the old and swapped in. A search holds the one it began with.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "directory/store.h"
#include "finder/snapshot.h"

namespace waymark::app {

class LiveDirectory {
  public:
    // Called after a look at the store has failed; the last snapshot stays.
    using OnFailure = std::function<void(const char* what)>;

    LiveDirectory(const directory::Store& store, std::chrono::milliseconds every,
                  OnFailure on_failure);
    ~LiveDirectory();
    LiveDirectory(const LiveDirectory&) = delete;
    LiveDirectory& operator=(const LiveDirectory&) = delete;

    finder::SnapshotPtr snapshot() const { return snapshot_.load(); }

  private:
    void watch();
    bool has_changed() const;
    void refresh();

    const directory::Store& store_;
    std::chrono::milliseconds every_;
    OnFailure on_failure_;
    std::atomic<finder::SnapshotPtr> snapshot_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread watcher_;
};

}  // namespace waymark::app
