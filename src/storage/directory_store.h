// The directory in the database: directory/store.h kept on SQLite and on
// PostgreSQL.
//
// Any number of threads and processes may use it at once. Each call takes a
// connection of its own from the pool and sees only what is committed; readers
// never wait for writers. An update reads and compares without holding anybody
// up: what changed waits in a temporary file, and it takes the one writer's
// place only inside commit().
#pragma once

#include "directory/store.h"
#include "storage/pool.h"

namespace waymark::storage {

class DirectoryStore final : public directory::Store {
  public:
    // `pool` must outlive the store and its updates.
    explicit DirectoryStore(Pool& pool) : pool_(pool) {}

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
    std::int64_t revision() const override;
    std::unique_ptr<directory::SourceUpdate> update(const directory::Source& source) override;
    void save_source(const directory::Source& source) override;
    Result<> remove_source(std::string_view name) override;

  private:
    Pool& pool_;
};

}  // namespace waymark::storage
