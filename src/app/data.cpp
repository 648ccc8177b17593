#include "app/data.h"

#include <utility>

namespace waymark::app {

Result<std::unique_ptr<storage::Database>> open_data(const DataOptions& options) {
    return storage::open_database(options.db.empty() ? options.dir : options.db);
}

finder::SnapshotPtr load_snapshot(const directory::Store& store) {
    // The revision is read first: a change during the load is seen at the next look.
    const auto revision = store.revision();
    std::vector<directory::Meeting> meetings;
    store.each_meeting([&](directory::Meeting meeting) { meetings.push_back(std::move(meeting)); });
    std::vector<directory::Facility> facilities;
    store.each_facility(
        [&](directory::Facility facility) { facilities.push_back(std::move(facility)); });
    finder::Beside beside{.lists = store.lists()};
    store.each_unpublished(
        [&](directory::Meeting meeting) { beside.unpublished.push_back(std::move(meeting)); });
    return std::make_shared<const finder::Snapshot>(
        std::move(meetings), store.sources(), revision,
        finder::Facilities{std::move(facilities), store.tombstones()}, std::move(beside));
}

}  // namespace waymark::app
