#include "app/live_directory.h"

#include <algorithm>
#include <utility>

#include "app/data.h"

namespace waymark::app {

LiveDirectory::LiveDirectory(const directory::Store& store, std::chrono::milliseconds every,
                             OnFailure on_failure)
    : store_(store),
      snapshot_(load_snapshot(store)),
      watcher_(
          every, [this](const auto&) { refresh(); }, std::move(on_failure)) {}

// Facts of a source alone (when it was last read) do not raise the revision.
bool LiveDirectory::has_changed() const {
    const auto current = snapshot();
    if (store_.revision() != current->revision()) return true;
    auto sources = store_.sources();  // By name; a snapshot has them by id.
    std::ranges::sort(sources, {}, &directory::Source::id);
    return !std::ranges::equal(sources, current->sources());
}

void LiveDirectory::refresh() {
    if (has_changed()) snapshot_.store(load_snapshot(store_));
}

}  // namespace waymark::app
