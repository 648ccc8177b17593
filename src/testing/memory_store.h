// A directory that lives in memory: the smallest thing that keeps the promises
// of directory::Store, for tests that are about something else.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "directory/store.h"

namespace waymark::testing {

class MemoryStore : public directory::Store {
  public:
    std::vector<directory::Source> sources() const override;
    std::optional<directory::Source> source(std::string_view name) const override;
    void each_meeting(const std::function<void(directory::Meeting)>& take) const override;
    std::int64_t meeting_count(directory::SourceId source) const override;
    void each_unpublished(const std::function<void(directory::Meeting)>& take) const override;
    std::vector<directory::SourceLists> lists() const override;
    void each_meeting_of(directory::SourceId source,
                         const std::function<void(directory::Meeting)>& take) const override;
    void each_facility_of(directory::SourceId source,
                          const std::function<void(directory::Facility)>& take) const override;
    std::vector<directory::MeetingTombstone> meeting_tombstones() const override;
    void each_earlier_meeting(
        const std::function<void(directory::EarlierMeeting)>& take) const override;
    void each_facility(const std::function<void(directory::Facility)>& take) const override;
    std::int64_t facility_count(directory::SourceId source) const override;
    std::vector<directory::Tombstone> tombstones() const override;
    std::int64_t revision() const override { return revision_; }
    std::unique_ptr<directory::SourceUpdate> update(const directory::Source& source) override;
    void save_source(const directory::Source& source) override;
    Result<> remove_source(std::string_view name) override;

    // Published or not, by id; as they were put, so without `modified`.
    std::vector<directory::Meeting> meetings() const;
    std::vector<directory::Facility> facilities() const;

    // The next `put` of any update throws: a lost database.
    void fail_next_put() { fails_next_put_ = true; }

  private:
    class Update;
    using Key = std::pair<std::int64_t, std::string>;  // Source, key in it.

    // All listings of one kind. What is gone keeps its id.
    template <class Listing>
    struct Shelf {
        std::map<Key, Listing> held{};
        std::map<Key, Instant> modified{};
        std::map<Key, std::int64_t> buried{};
        std::int64_t last_id = 0;
    };
    template <class Listing>
    static std::vector<Listing> dated(const Shelf<Listing>& shelf);  // By id.

    std::map<std::string, directory::Source> sources_{};
    Shelf<directory::Meeting> meetings_{};
    Shelf<directory::Facility> facilities_{};
    std::map<Key, directory::Tombstone> tombstones_{};
    std::map<Key, directory::MeetingTombstone> meeting_tombstones_{};
    std::vector<directory::EarlierMeeting> earlier_{};  // Oldest first.
    std::map<directory::SourceId, std::int64_t> readings_{};
    std::map<directory::SourceId, directory::SourceLists> lists_{};
    std::int64_t last_source_ = 0, revision_ = 0;
    bool fails_next_put_ = false;
};

}  // namespace waymark::testing
