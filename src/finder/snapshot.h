// The directory as one immutable value: what a search reads from start to end.
// Built after every change of the store and swapped in whole.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "directory/age.h"
#include "directory/earlier.h"
#include "directory/group.h"
#include "directory/meeting_ptr.h"
#include "directory/source.h"
#include "directory/source_lists.h"
#include "engine/listings.h"
#include "finder/facilities.h"
#include "finder/same_meeting.h"

namespace waymark::finder {

struct Index;  // Columns, grid and text postings; finder/index.h.
class Roster;  // Groups and buildings; finder/roster.h says what makes one.

// What only programs of other makes ask for, beside what people search.
struct Beside {
    std::vector<directory::Meeting> unpublished{};     // By id; never in a search.
    std::vector<directory::SourceLists> lists{};       // By source.
    std::vector<directory::EarlierMeeting> earlier{};  // Newest first.
    std::vector<directory::MeetingTombstone> gone{};   // By id.
};

class Snapshot {
  public:
    // Takes the published ones packed, as they come out of a store, so that all of
    // them are never in memory as they are.
    Snapshot(engine::Listings meetings, std::int64_t revision,
             std::vector<directory::Source> sources, Facilities facilities, Beside beside);
    // Takes the meetings in any order; keeps the published ones, ordered by id.
    Snapshot(std::vector<directory::Meeting> meetings, std::vector<directory::Source> sources,
             std::int64_t revision = 0, Facilities facilities = {}, Beside beside = {});
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

    // By id. Walking them unpacks one after the other.
    const engine::Listings& meetings() const { return meetings_; }
    std::span<const directory::Source> sources() const { return sources_; }
    std::int64_t revision() const { return revision_; }

    // A double of another listing too: its page stays. Null for one that is not here.
    directory::MeetingPtr meeting(directory::MeetingId id) const;
    const directory::Source* source(directory::SourceId id) const;
    bool has_fictional() const;  // Any source of sample data.

    std::size_t group_count() const;
    std::size_t building_count() const;
    // Nothing when the meeting names no group; when nobody knows its door.
    std::optional<directory::GroupId> group_of(directory::MeetingId id) const;
    std::optional<directory::BuildingId> building_of(directory::MeetingId id) const;
    // The id must be of this snapshot.
    directory::Group group(directory::GroupId id) const;
    directory::Building building(directory::BuildingId id) const;

    // Listings that are one and the same meeting (finder/same_meeting.h), by the
    // hidden one's id. Searches and lists leave out the hidden ones.
    std::span<const Double> doubles() const { return doubles_; }
    // Null for one that is shown itself.
    const Double* double_of(directory::MeetingId id) const;
    // What that one stands for, by id.
    std::span<const Double> doubles_behind(directory::MeetingId id) const;

    // When the meeting was last known to be true (directory/age.h): it, or a
    // listing that it stands for.
    std::optional<directory::KnownTrue> known_true(const directory::Meeting& meeting) const;

    // What may leave this site in feeds, the API and dumps: the directory as it
    // would be without the sources that say no (Source::may_republish), in its
    // counts, places and doubles too. Null when none says so.
    const std::shared_ptr<const Snapshot>& republishable() const { return republishable_; }

    const Index& index() const { return *index_; }
    const Beside& beside() const { return beside_; }
    const Facilities& facilities() const { return facilities_; }  // Places of help.

  private:
    std::shared_ptr<const Snapshot> without_the_unwilling() const;
    std::vector<directory::MeetingId> ids_of(std::span<const std::uint32_t> rows) const;

    engine::Listings meetings_;
    std::vector<directory::Source> sources_;
    std::int64_t revision_;
    std::vector<Double> doubles_;
    std::vector<Double> doubles_by_shown_;
    std::unique_ptr<const Index> index_;
    std::unique_ptr<const Roster> roster_;
    Facilities facilities_;
    Beside beside_;
    std::shared_ptr<const Snapshot> republishable_;
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

// The directory to whoever takes it elsewhere: every public feed and API reads
// it through this.
SnapshotPtr for_others(const SnapshotPtr& directory);
std::function<SnapshotPtr()> for_others(std::function<SnapshotPtr()> directory);

}  // namespace waymark::finder
