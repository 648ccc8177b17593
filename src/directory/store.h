// What the directory needs from storage. storage/ has the one implementation,
// which runs on SQLite and on PostgreSQL under one contract suite.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "directory/earlier.h"
#include "directory/facility.h"
#include "directory/meeting.h"
#include "directory/source.h"
#include "directory/source_book.h"
#include "directory/source_lists.h"

namespace waymark::directory {

enum class Change { added, changed, unchanged };

// One source being read anew. Nothing of it is seen by others until commit();
// destroyed without it, nothing has happened.
class SourceUpdate {
  public:
    virtual ~SourceUpdate() = default;

    // Takes a meeting under its source_key, which must not have been put
    // before in this update (put_already tells). Keeps the id it had.
    virtual Change put(const Meeting& meeting) = 0;
    virtual bool put_already(std::string_view source_key) const = 0;

    // The same for a place of help; its keys are apart from those of meetings.
    virtual Change put(const Facility& facility) = 0;

    // Replaces what the source says beside its listings; without it that stays.
    virtual void put(const SourceLists& lists) = 0;

    // What is not put stays as it is: one row is changed, not the source read.
    virtual void keep_the_rest() = 0;

    // Removes what was not put, stores the source's new facts, and makes all
    // of it durable. Returns how many listings were removed. An update that
    // changed no listing leaves the revision as it was. Of a removed listing a
    // tombstone stays, dated by the source's fetched_at.
    //
    // The reading is written into the source's book (source_book.h), with its
    // counts, and what changed listings were before with it; `note` is what
    // the update cannot know of it.
    virtual std::int64_t commit(const Source& source, const ReadingNote& note = {}) = 0;
};

// Throws when the database itself fails.
class Store {
  public:
    virtual ~Store() = default;

    virtual std::vector<Source> sources() const = 0;  // By name.
    virtual std::optional<Source> source(std::string_view name) const = 0;

    // Every published meeting, by id. One at a time: a directory may be large.
    virtual void each_meeting(const std::function<void(Meeting)>& take) const = 0;
    virtual std::int64_t meeting_count(SourceId source) const = 0;

    // Those that are kept but not published, by id: for programs that ask for them.
    virtual void each_unpublished(const std::function<void(Meeting)>& take) const = 0;

    // By source; none for a source that sent no lists.
    virtual std::vector<SourceLists> lists() const = 0;

    // Of one source, published or not, by id.
    virtual void each_meeting_of(SourceId source,
                                 const std::function<void(Meeting)>& take) const = 0;
    virtual void each_facility_of(SourceId source,
                                  const std::function<void(Facility)>& take) const = 0;

    // What is gone, by id; and how meetings were before readings that are still
    // kept (source_book.h), newest first.
    virtual std::vector<MeetingTombstone> meeting_tombstones() const = 0;
    virtual void each_earlier_meeting(const std::function<void(EarlierMeeting)>& take) const = 0;

    // Every published place of help, by id, with `modified` set.
    virtual void each_facility(const std::function<void(Facility)>& take) const = 0;
    virtual std::int64_t facility_count(SourceId source) const = 0;
    virtual std::vector<Tombstone> tombstones() const = 0;  // By id.

    // Grows with every committed change that a search could see.
    virtual std::int64_t revision() const = 0;

    // Starts reading a source: creates it, or takes the one of that name.
    virtual std::unique_ptr<SourceUpdate> update(const Source& source) = 0;

    // Facts about fetching (etag, fetched_at, failing_since …), its license and
    // whether it may be republished; nothing else.
    virtual void save_source(const Source& source) = 0;

    // With all its listings and their tombstones. Fails with not_found.
    virtual Result<> remove_source(std::string_view name) = 0;
};

}  // namespace waymark::directory
