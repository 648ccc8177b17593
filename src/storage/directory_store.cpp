#include "storage/directory_store.h"

#include <utility>

#include "storage/directory_state.h"
#include "storage/directory_update.h"
#include "storage/facility_record.h"
#include "storage/failure.h"
#include "storage/meeting_record.h"
#include "storage/source_lists_rows.h"
#include "storage/source_rows.h"

namespace waymark::storage {
namespace {

using directory::Facility;
using directory::FacilityId;
using directory::Meeting;
using directory::MeetingId;
using directory::Source;
using directory::SourceId;
using directory::Tombstone;

constexpr auto kPublishedMeetings =
    "SELECT id, source_id, source_key, record FROM meeting "
    "WHERE is_published = 1 AND removed_at IS NULL ORDER BY id";
constexpr auto kUnpublishedMeetings =
    "SELECT id, source_id, source_key, record FROM meeting "
    "WHERE is_published = 0 AND removed_at IS NULL ORDER BY id";
constexpr auto kMeetingCount =
    "SELECT count(*) FROM meeting WHERE source_id = $1 AND removed_at IS NULL";
constexpr auto kPublishedFacilities =
    "SELECT id, source_id, source_key, record, modified_at FROM facility "
    "WHERE is_published = 1 AND removed_at IS NULL ORDER BY id";
constexpr auto kFacilityCount =
    "SELECT count(*) FROM facility WHERE source_id = $1 AND removed_at IS NULL";
constexpr auto kTombstones =
    "SELECT id, record, removed_at FROM facility "
    "WHERE is_published = 1 AND removed_at IS NOT NULL ORDER BY id";
constexpr auto kDeleteSource = "DELETE FROM source WHERE id = $1";

Meeting meeting_in(const Query& row) {
    auto meeting = meeting_of_record(row.text(3));
    if (!meeting) throw Failure(FailureKind::damaged, meeting.error().message, {});
    meeting->id = MeetingId{row.integer(0)};
    meeting->source = SourceId{row.integer(1)};
    meeting->source_key = row.text(2);
    return std::move(*meeting);
}

Facility facility_in(const Query& row, int record) {
    auto facility = facility_of_record(row.text(record));
    if (!facility) throw Failure(FailureKind::damaged, facility.error().message, {});
    facility->id = FacilityId{row.integer(0)};
    return std::move(*facility);
}

Instant instant_in(const Query& row, int column) {
    const auto instant = parse_instant(row.text(column));
    if (!instant) throw Failure(FailureKind::damaged);
    return *instant;
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
    const auto lease = pool_.lease();
    Query query(*lease, kPublishedMeetings);
    while (query.next())
        take(meeting_in(query));
}

std::int64_t DirectoryStore::meeting_count(SourceId source) const {
    const auto lease = pool_.lease();
    Query query(*lease, kMeetingCount, source.value);
    query.next();
    return query.integer(0);
}

void DirectoryStore::each_unpublished(const std::function<void(Meeting)>& take) const {
    const auto lease = pool_.lease();
    Query query(*lease, kUnpublishedMeetings);
    while (query.next())
        take(meeting_in(query));
}

std::vector<directory::SourceLists> DirectoryStore::lists() const {
    const auto lease = pool_.lease();
    return all_source_lists(*lease);
}

void DirectoryStore::each_facility(const std::function<void(Facility)>& take) const {
    const auto lease = pool_.lease();
    Query query(*lease, kPublishedFacilities);
    while (query.next()) {
        auto facility = facility_in(query, 3);
        facility.source = SourceId{query.integer(1)};
        facility.source_key = query.text(2);
        facility.modified = instant_in(query, 4);
        take(std::move(facility));
    }
}

std::int64_t DirectoryStore::facility_count(SourceId source) const {
    const auto lease = pool_.lease();
    Query query(*lease, kFacilityCount, source.value);
    query.next();
    return query.integer(0);
}

std::vector<Tombstone> DirectoryStore::tombstones() const {
    const auto lease = pool_.lease();
    std::vector<Tombstone> list;
    Query query(*lease, kTombstones);
    while (query.next()) {
        auto was = facility_in(query, 1);
        list.push_back({was.id, std::move(was.ids), std::move(was.name), instant_in(query, 2)});
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
    save_source_fetching(*lease, source);
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
