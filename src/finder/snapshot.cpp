#include "finder/snapshot.h"

#include <algorithm>

#include "finder/index.h"
#include "finder/roster.h"

namespace waymark::finder {

using directory::Building;
using directory::Group;
using directory::Meeting;
using directory::Source;

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
    index_ = std::make_unique<const Index>(meetings_);
    roster_ = std::make_unique<const Roster>(meetings_);
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

bool Snapshot::has_fictional() const {
    return std::ranges::any_of(sources_, &Source::is_fictional);
}

}  // namespace waymark::finder
