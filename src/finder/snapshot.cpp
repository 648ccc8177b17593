#include "finder/snapshot.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <type_traits>
#include <utility>

#include "finder/index.h"
#include "finder/roster.h"

namespace waymark::finder {

using directory::Building;
using directory::BuildingId;
using directory::Group;
using directory::GroupId;
using directory::Meeting;
using directory::MeetingId;
using directory::Source;
using directory::SourceId;

namespace {

engine::Listings published(const std::vector<Meeting>& meetings) {
    engine::ListingsBuilder builder;
    for (const auto& meeting : meetings) {
        if (meeting.is_published) builder.add(meeting);
    }
    return std::move(builder).finish();
}

}  // namespace

Snapshot::Snapshot(std::vector<Meeting> meetings, std::vector<Source> sources,
                   std::int64_t revision, Facilities facilities, Beside beside)
    : Snapshot(published(meetings), revision, std::move(sources), std::move(facilities),
               std::move(beside)) {}

Snapshot::Snapshot(engine::Listings meetings, std::int64_t revision, std::vector<Source> sources,
                   Facilities facilities, Beside beside)
    : meetings_(std::move(meetings)),
      sources_(std::move(sources)),
      revision_(revision),
      facilities_(std::move(facilities)),
      beside_(std::move(beside)) {
    std::ranges::sort(sources_, {}, &Source::id);
    doubles_ = find_doubles(meetings_, sources_);
    doubles_by_shown_ = doubles_;
    std::ranges::stable_sort(doubles_by_shown_, {}, &Double::shown);
    index_ = std::make_unique<const Index>(meetings_, sources_, doubles_);
    roster_ = std::make_unique<const Roster>(meetings_);
    facilities_.note_readings(sources_);
    if (!std::ranges::all_of(sources_, &Source::may_republish))
        republishable_ = without_the_unwilling();
}

Snapshot::~Snapshot() = default;

directory::MeetingPtr Snapshot::meeting(directory::MeetingId id) const {
    const auto row = meetings_.row_of(id);
    return row ? std::make_shared<const Meeting>(meetings_[*row]) : nullptr;
}

const Source* Snapshot::source(directory::SourceId id) const {
    const auto found = std::ranges::lower_bound(sources_, id, {}, &Source::id);
    return found != sources_.end() && found->id == id ? &*found : nullptr;
}

std::size_t Snapshot::group_count() const {
    return roster_->groups().count();
}

std::size_t Snapshot::building_count() const {
    return roster_->buildings().count();
}

std::optional<GroupId> Snapshot::group_of(MeetingId id) const {
    const auto row = meetings_.row_of(id);
    const auto number = row ? roster_->groups().number_of(*row) : 0;
    return number == 0 ? std::nullopt : std::optional{GroupId{number}};
}

std::optional<BuildingId> Snapshot::building_of(MeetingId id) const {
    const auto row = meetings_.row_of(id);
    const auto number = row ? roster_->buildings().number_of(*row) : 0;
    return number == 0 ? std::nullopt : std::optional{BuildingId{number}};
}

std::vector<MeetingId> Snapshot::ids_of(std::span<const std::uint32_t> rows) const {
    std::vector<MeetingId> ids;
    for (const auto row : rows)
        ids.push_back(meetings_.id(row));
    return ids;
}

Group Snapshot::group(GroupId id) const {
    const auto rows = roster_->groups().rows_of(id.value);
    assert(!rows.empty());
    const auto first = meetings_.part(rows.front(), engine::UpTo::heading);
    return {.id = id,
            .source = first.source,
            .name = std::string{name_of_group(first)},
            .meetings = ids_of(rows)};
}

Building Snapshot::building(BuildingId id) const {
    const auto rows = roster_->buildings().rows_of(id.value);
    assert(!rows.empty());
    return {.id = id,
            .place = meetings_.part(rows.front(), engine::UpTo::place).place,
            .meetings = ids_of(rows)};
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
        const auto other = this->meeting(each.hidden);
        const auto known = directory::known_true(*other, source(other->source));
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
    auto meetings = meetings_.only([&](const Meeting& heading) { return is_free(heading.source); });
    return std::make_shared<const Snapshot>(std::move(meetings), revision_, std::move(sources),
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
