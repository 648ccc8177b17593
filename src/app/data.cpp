#include "app/data.h"

#include <utility>

#include "storage/directory_store.h"
#include "storage/open.h"

namespace waymark::app {

finder::SnapshotPtr load_snapshot(const directory::Store& store) {
    // The revision is read first: a change during the load is seen at the next look.
    const auto revision = store.revision();
    std::vector<directory::Meeting> meetings;
    store.each_meeting([&](directory::Meeting meeting) { meetings.push_back(std::move(meeting)); });
    return std::make_shared<const finder::Snapshot>(std::move(meetings), store.sources(), revision);
}

}  // namespace waymark::app
