#include "app/live_directory.h"

#include <algorithm>
#include <exception>

#include "app/data.h"

namespace waymark::app {

LiveDirectory::LiveDirectory(const directory::Store& store, std::chrono::milliseconds every,
                             OnFailure on_failure)
    : store_(store),
      every_(every),
      on_failure_(std::move(on_failure)),
      snapshot_(load_snapshot(store)),
      watcher_(&LiveDirectory::watch, this) {}

LiveDirectory::~LiveDirectory() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    watcher_.join();
}

void LiveDirectory::watch() {
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, every_, [this] { return stopping_; })) {
        lock.unlock();
        refresh();
        lock.lock();
    }
}

// Facts of a source alone (when it was last read) do not raise the revision.
bool LiveDirectory::has_changed() const {
    const auto current = snapshot();
    if (store_.revision() != current->revision()) return true;
    auto sources = store_.sources();  // By name; a snapshot has them by id.
    std::ranges::sort(sources, {}, &directory::Source::id);
    return !std::ranges::equal(sources, current->sources());
}

void LiveDirectory::refresh() {
    try {
        if (has_changed()) snapshot_.store(load_snapshot(store_));
    } catch (const std::exception& failure) {
        on_failure_(failure.what());
    }
}

}  // namespace waymark::app
