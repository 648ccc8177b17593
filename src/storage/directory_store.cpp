#include "storage/directory_store.h"

#include <utility>

#include "storage/directory_state.h"
#include "storage/directory_update.h"
#include "storage/source_lists_rows.h"
#include "storage/source_rows.h"
#include "storage/stored_listing.h"

namespace waymark::storage {
namespace {

using directory::EarlierMeeting;
using directory::Facility;
using directory::Meeting;
using directory::MeetingId;
using directory::MeetingTombstone;
using directory::Source;
using directory::SourceId;
using directory::Tombstone;

constexpr auto kPublishedMeetings =
    "SELECT id, source_id, source_key, record, modified_at FROM meeting "
    "WHERE is_published = 1 AND removed_at IS NULL ORDER BY id";
constexpr auto kUnpublishedMeetings =
    "SELECT id, source_id, source_key, record, modified_at FROM meeting "
    "WHERE is_published = 0 AND removed_at IS NULL ORDER BY id";
constexpr auto kMeetingsOfSource =
    "SELECT id, source_id, source_key, record, modified_at FROM meeting "
    "WHERE source_id = $1 AND removed_at IS NULL ORDER BY id";
constexpr auto kMeetingCount =
    "SELECT count(*) FROM meeting WHERE source_id = $1 AND removed_at IS NULL";
constexpr auto kMeetingTombstones =
    "SELECT id, source_id, removed_at FROM meeting WHERE removed_at IS NOT NULL ORDER BY id";
constexpr auto kEarlierMeetings =
    "SELECT listing_before.listing_id, listing_before.source_id, listing_before.source_key, "
    "listing_before.record, NULL, listing_before.number, source_reading.read_at, "
    "source_reading.decision "
    "FROM listing_before JOIN source_reading "
    "ON source_reading.source_id = listing_before.source_id "
    "AND source_reading.number = listing_before.number "
    "WHERE listing_before.kind = 'meeting' "
    "ORDER BY source_reading.read_at DESC, listing_before.source_id, listing_before.number DESC, "
    "listing_before.listing_id";
constexpr auto kPublishedFacilities =
    "SELECT id, source_id, source_key, record, modified_at FROM facility "
    "WHERE is_published = 1 AND removed_at IS NULL ORDER BY id";
constexpr auto kFacilitiesOfSource =
    "SELECT id, source_id, source_key, record, modified_at FROM facility "
    "WHERE source_id = $1 AND removed_at IS NULL ORDER BY id";
constexpr auto kFacilityCount =
    "SELECT count(*) FROM facility WHERE source_id = $1 AND removed_at IS NULL";
constexpr auto kTombstones =
    "SELECT id, source_id, source_key, record, modified_at, removed_at FROM facility "
    "WHERE is_published = 1 AND removed_at IS NOT NULL ORDER BY id";
constexpr auto kDeleteSource = "DELETE FROM source WHERE id = $1";

EarlierMeeting earlier_meeting_in(const Query& row) {
    EarlierMeeting earlier{.id = MeetingId{row.integer(0)},
                           .source = SourceId{row.integer(1)},
                           .reading = row.integer(5),
                           .at = instant_in(row, 6)};
    earlier.is_rollback = row.text(7) == directory::code_of(directory::Decision::rolled_back);
    if (!row.is_null(3)) earlier.before = meeting_in(row);
    return earlier;
}

template <class... Parameters>
void each_meeting_in(Pool& pool, const std::function<void(Meeting)>& take, const char* sql,
                     const Parameters&... parameters) {
    const auto lease = pool.lease();
    Query query(*lease, sql, parameters...);
    while (query.next())
        take(meeting_in(query));
}

template <class... Parameters>
void each_facility_in(Pool& pool, const std::function<void(Facility)>& take, const char* sql,
                      const Parameters&... parameters) {
    const auto lease = pool.lease();
    Query query(*lease, sql, parameters...);
    while (query.next())
        take(facility_in(query));
}

std::int64_t count_in(Pool& pool, const char* sql, SourceId source) {
    const auto lease = pool.lease();
    Query query(*lease, sql, source.value);
    query.next();
    return query.integer(0);
}

}  // namespace

std::vector<Source> DirectoryStore::sources() const {
    const auto lease = pool_.lease();
    return all_sources(*lease);
}

std::optional<Source> DirectoryStore::source(std::string_view name) const {
    const auto lease = pool_.lease();
    auto found = find_source(*lease, name);
    if (!found) return std::nullopt;
    return std::move(found->source);
}

void DirectoryStore::each_meeting(const std::function<void(Meeting)>& take) const {
    each_meeting_in(pool_, take, kPublishedMeetings);
}

std::int64_t DirectoryStore::meeting_count(SourceId source) const {
    return count_in(pool_, kMeetingCount, source);
}

void DirectoryStore::each_unpublished(const std::function<void(Meeting)>& take) const {
    each_meeting_in(pool_, take, kUnpublishedMeetings);
}

std::vector<directory::SourceLists> DirectoryStore::lists() const {
    const auto lease = pool_.lease();
    return all_source_lists(*lease);
}

void DirectoryStore::each_meeting_of(SourceId source,
                                     const std::function<void(Meeting)>& take) const {
    each_meeting_in(pool_, take, kMeetingsOfSource, source.value);
}

void DirectoryStore::each_facility_of(SourceId source,
                                      const std::function<void(Facility)>& take) const {
    each_facility_in(pool_, take, kFacilitiesOfSource, source.value);
}

std::vector<MeetingTombstone> DirectoryStore::meeting_tombstones() const {
    const auto lease = pool_.lease();
    std::vector<MeetingTombstone> list;
    Query query(*lease, kMeetingTombstones);
    while (query.next()) {
        list.push_back(
            {MeetingId{query.integer(0)}, SourceId{query.integer(1)}, instant_in(query, 2)});
    }
    return list;
}

void DirectoryStore::each_earlier_meeting(const std::function<void(EarlierMeeting)>& take) const {
    const auto lease = pool_.lease();
    Query query(*lease, kEarlierMeetings);
    while (query.next())
        take(earlier_meeting_in(query));
}

void DirectoryStore::each_facility(const std::function<void(Facility)>& take) const {
    each_facility_in(pool_, take, kPublishedFacilities);
}

std::int64_t DirectoryStore::facility_count(SourceId source) const {
    return count_in(pool_, kFacilityCount, source);
}

std::vector<Tombstone> DirectoryStore::tombstones() const {
    const auto lease = pool_.lease();
    std::vector<Tombstone> list;
    Query query(*lease, kTombstones);
    while (query.next()) {
        auto was = facility_in(query);
        list.push_back(
            {was.id, std::move(was.ids), std::move(was.name), instant_in(query, 5), was.source});
    }
    return list;
}

std::int64_t DirectoryStore::revision() const {
    const auto lease = pool_.lease();
    return directory_state(*lease).revision;
}

std::unique_ptr<directory::SourceUpdate> DirectoryStore::update(const Source& source) {
    return std::make_unique<DirectoryUpdate>(pool_, source.name);
}

void DirectoryStore::save_source(const Source& source) {
    const auto lease = pool_.lease();
    Transaction transaction(*lease);
    const auto stored = find_source(*lease, source.name);
    if (!stored) return;
    save_source_fetching(*lease, source);
    if (!has_same_terms(stored->source, source)) {
        auto state = directory_state(*lease);
        ++state.revision;
        save_directory_state(*lease, state);
    }
    transaction.commit();
}

Result<> DirectoryStore::remove_source(std::string_view name) {
    const auto lease = pool_.lease();
    Transaction transaction(*lease);
    const auto found = find_source(*lease, name);
    if (!found) return fail(ErrorKind::not_found, "There is no source of that name.", "source");
    run(*lease, kDeleteSource, found->source.id.value);
    auto state = directory_state(*lease);
    ++state.revision;
    save_directory_state(*lease, state);
    transaction.commit();
    return {};
}

}  // namespace waymark::storage
