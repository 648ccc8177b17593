#include "app/data.h"

#include <utility>

#include "engine/listings.h"

namespace waymark::app {

Result<std::unique_ptr<storage::Database>> open_data(const DataOptions& options) {
    return storage::open_database(options.db.empty() ? options.dir : options.db);
}

namespace {

// Listings are read one kind after the other; the revision tells whether somebody
// wrote in between. After so many tries the directory is taken as it is, and the
// next look sees the newer revision.
constexpr int kTriesMax = 5;

finder::Beside load_beside(const directory::Store& store) {
    finder::Beside beside{.lists = store.lists(), .gone = store.meeting_tombstones()};
    store.each_unpublished(
        [&](directory::Meeting meeting) { beside.unpublished.push_back(std::move(meeting)); });
    store.each_earlier_meeting(
        [&](directory::EarlierMeeting earlier) { beside.earlier.push_back(std::move(earlier)); });
    return beside;
}

// Nothing when somebody wrote meanwhile.
finder::SnapshotPtr load(const directory::Store& store, bool is_last_try) {
    const auto revision = store.revision();
    engine::ListingsBuilder meetings;
    store.each_meeting([&](const directory::Meeting& meeting) { meetings.add(meeting); });
    std::vector<directory::Facility> facilities;
    store.each_facility(
        [&](directory::Facility facility) { facilities.push_back(std::move(facility)); });
    auto beside = load_beside(store);
    auto sources = store.sources();
    auto tombstones = store.tombstones();
    if (!is_last_try && store.revision() != revision) return nullptr;
    return std::make_shared<const finder::Snapshot>(
        std::move(meetings).finish(), revision, std::move(sources),
        finder::Facilities{std::move(facilities), std::move(tombstones)}, std::move(beside));
}

}  // namespace

finder::SnapshotPtr load_snapshot(const directory::Store& store) {
    for (int tried = 1; tried < kTriesMax; ++tried) {
        if (auto snapshot = load(store, false)) return snapshot;
    }
    return load(store, true);
}

}  // namespace waymark::app
