#include "finder/snapshot.h"

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <utility>

#include "finder/index.h"
#include "finder/roster.h"

namespace waymark::finder {

using directory::Building;
using directory::Group;
using directory::Meeting;
using directory::Source;
using directory::SourceId;

namespace {

std::size_t row_of(const Meeting& meeting, const std::vector<Meeting>& all) {
    return static_cast<std::size_t>(&meeting - all.data());
}

// Both are counted from 1.
template <class Gathering>
std::span<const Meeting* const> members_of(std::span<const Gathering> all, std::int64_t id) {
    if (id < 1 || id > static_cast<std::int64_t>(all.size())) return {};
    return all[static_cast<std::size_t>(id - 1)].meetings;
}

}  // namespace

Snapshot::Snapshot(std::vector<Meeting> meetings, std::vector<Source> sources,
                   std::int64_t revision, Facilities facilities, Beside beside)
    : meetings_(std::move(meetings)),
      sources_(std::move(sources)),
      revision_(revision),
      facilities_(std::move(facilities)),
      beside_(std::move(beside)) {
    std::erase_if(meetings_, [](const Meeting& meeting) { return !meeting.is_published; });
    std::ranges::sort(meetings_, {}, &Meeting::id);
    std::ranges::sort(sources_, {}, &Source::id);
    doubles_ = find_doubles(std::span<const Meeting>{meetings_}, sources_);
    doubles_by_shown_ = doubles_;
    std::ranges::stable_sort(doubles_by_shown_, {}, &Double::shown);
    index_ = std::make_unique<const Index>(meetings_, sources_, doubles_);
    roster_ = std::make_unique<const Roster>(meetings_);
    facilities_.note_readings(sources_);
    if (!std::ranges::all_of(sources_, &Source::may_republish))
        republishable_ = without_the_unwilling();
}

Snapshot::~Snapshot() = default;

const Meeting* Snapshot::meeting(directory::MeetingId id) const {
    const auto found = std::ranges::lower_bound(meetings_, id, {}, &Meeting::id);
    return found != meetings_.end() && found->id == id ? &*found : nullptr;
}

const Source* Snapshot::source(directory::SourceId id) const {
    const auto found = std::ranges::lower_bound(sources_, id, {}, &Source::id);
    return found != sources_.end() && found->id == id ? &*found : nullptr;
}

std::span<const Group> Snapshot::groups() const {
    return roster_->groups();
}

std::span<const Building> Snapshot::buildings() const {
    return roster_->buildings();
}

const Group* Snapshot::group_of(directory::MeetingId id) const {
    const Meeting* found = meeting(id);
    return found == nullptr ? nullptr : roster_->group_of(row_of(*found, meetings_));
}

const Building* Snapshot::building_of(directory::MeetingId id) const {
    const Meeting* found = meeting(id);
    return found == nullptr ? nullptr : roster_->building_of(row_of(*found, meetings_));
}

std::span<const Meeting* const> Snapshot::meetings_of_group(directory::GroupId id) const {
    return members_of(groups(), id.value);
}

std::span<const Meeting* const> Snapshot::meetings_at(directory::BuildingId id) const {
    return members_of(buildings(), id.value);
}

const Double* Snapshot::double_of(directory::MeetingId id) const {
    const auto found = std::ranges::lower_bound(doubles_, id, {}, &Double::hidden);
    return found != doubles_.end() && found->hidden == id ? &*found : nullptr;
}

std::span<const Double> Snapshot::doubles_behind(directory::MeetingId id) const {
    return std::ranges::equal_range(doubles_by_shown_, id, {}, &Double::shown);
}

std::optional<directory::KnownTrue> Snapshot::known_true(const Meeting& meeting) const {
    auto latest = directory::known_true(meeting, source(meeting.source));
    for (const auto& each : doubles_behind(meeting.id)) {
        const auto& other = *this->meeting(each.hidden);
        const auto known = directory::known_true(other, source(other.source));
        if (known && (!latest || known->at > latest->at)) latest = known;
    }
    return latest;
}

SnapshotPtr Snapshot::without_the_unwilling() const {
    const auto is_free = [this](SourceId id) {
        const auto* its = source(id);
        return its == nullptr || its->may_republish;
    };
    const auto kept = [&](const auto& list) {
        std::decay_t<decltype(list)> rows;
        std::ranges::copy_if(list, std::back_inserter(rows),
                             [&](const auto& row) { return is_free(row.source); });
        return rows;
    };
    std::vector<Source> sources;
    std::ranges::copy_if(sources_, std::back_inserter(sources), &Source::may_republish);
    return std::make_shared<const Snapshot>(kept(meetings_), std::move(sources), revision_,
                                            facilities_.only_of(is_free),
                                            Beside{.unpublished = kept(beside_.unpublished),
                                                   .lists = kept(beside_.lists),
                                                   .earlier = kept(beside_.earlier),
                                                   .gone = kept(beside_.gone)});
}

SnapshotPtr for_others(const SnapshotPtr& directory) {
    return directory->republishable() ? directory->republishable() : directory;
}

std::function<SnapshotPtr()> for_others(std::function<SnapshotPtr()> directory) {
    return [directory = std::move(directory)] { return for_others(directory()); };
}

bool Snapshot::has_fictional() const {
    return std::ranges::any_of(sources_, &Source::is_fictional);
}

}  // namespace waymark::finder
