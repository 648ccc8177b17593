#include "storage/directory_update.h"

#include <cassert>

#include "storage/facility_record.h"
#include "storage/failure.h"
#include "storage/meeting_record.h"
#include "storage/reading_rows.h"
#include "storage/source_lists_rows.h"

namespace waymark::storage {

using directory::Change;
using directory::Reading;
using directory::Source;
using directory::SourceId;

namespace {

// A poll that finds what the last one found need not push older readings out.
bool is_same_again(const Reading& reading, const std::optional<Reading>& last) {
    return last && reading.added + reading.changed + reading.removed == 0 &&
           reading.sha256 == last->sha256 && reading.note == last->note;
}

}  // namespace

DirectoryUpdate::DirectoryUpdate(Pool& pool, std::string_view source_name)
    : DirectoryUpdate(pool, pool.lease(), source_name) {}

DirectoryUpdate::DirectoryUpdate(Pool& pool, const Pool::Lease& lease, std::string_view source_name)
    : pool_(pool),
      source_name_(source_name),
      meetings_(kMeetingTable, (*lease).scratch_folder()),
      facilities_(kFacilityTable, (*lease).scratch_folder()) {
    const auto row = find_source(*lease, source_name_);
    if (!row) return;
    source_id_ = row->source.id.value;
    version_ = row->version;
    meetings_.load(*lease, source_id_);
    facilities_.load(*lease, source_id_);
}

Change DirectoryUpdate::put(const directory::Meeting& meeting) {
    const auto record = meeting_record(meeting);
    return meetings_.put(meeting.source_key, meeting.is_published, record,
                         is_sure_to_be_read(meeting, record));
}

Change DirectoryUpdate::put(const directory::Facility& facility) {
    return facilities_.put(facility.source_key, facility.is_published, facility_record(facility),
                           false);
}

bool DirectoryUpdate::put_already(std::string_view source_key) const {
    return meetings_.put_already(source_key);
}

std::int64_t DirectoryUpdate::commit(const Source& source, const directory::ReadingNote& note) {
    assert(source.name == source_name_);
    const auto lease = pool_.lease();
    Transaction transaction(*lease);
    const auto stored = expect_unchanged(*lease);

    auto state = directory_state(*lease);
    write_source(*lease, source, state);
    Reading reading{.source = SourceId{source_id_},
                    .at = source.fetched_at.value_or(Instant{}),
                    .sha256 = source.sha256,
                    .note = note};
    write_listings(*lease, reading, state);
    const bool are_lists_new = lists_ && save_source_lists(*lease, source_id_, *lists_);
    const bool are_terms_new = stored && !has_same_terms(stored->source, source);
    if (meetings_.is_visible_change() || facilities_.is_visible_change() || are_lists_new ||
        are_terms_new) {
        ++state.revision;
    }
    save_directory_state(*lease, state);
    transaction.commit();
    return reading.removed;
}

// Numbers the reading, counts what it changes, and logs it.
void DirectoryUpdate::write_listings(Connection& connection, Reading& reading,
                                     DirectoryState& state) {
    const auto last = last_reading(connection, reading.source);
    reading.number = last ? last->number + 1 : 1;
    const ReadingMark mark{.source_id = source_id_,
                           .number = reading.number,
                           .keeps_before = has_published_reading(connection, reading.source),
                           .at = time_of_change(connection, reading.at)};
    for (auto* rows : {&meetings_, &facilities_}) {
        auto& last_id = rows == &meetings_ ? state.last_meeting_id : state.last_facility_id;
        const auto counts = rows->write(connection, mark, rest_, last_id);
        reading.added += counts.added;
        reading.changed += counts.changed;
        reading.removed += counts.removed;
    }
    if (!is_same_again(reading, last)) write_reading(connection, reading);
}

std::optional<SourceRow> DirectoryUpdate::expect_unchanged(Connection& connection) const {
    auto row = find_source(connection, source_name_);
    const std::int64_t id = row ? row->source.id.value : 0;
    const std::int64_t version = row ? row->version : 0;
    if (id != source_id_ || version != version_) throw Failure(FailureKind::overtaken);
    return row;
}

void DirectoryUpdate::write_source(Connection& connection, const Source& source,
                                   DirectoryState& state) {
    SourceRow row{source, version_ + 1};
    if (source_id_ == 0) {
        source_id_ = ++state.last_source_id;
        row.source.id = SourceId{source_id_};
        insert_source(connection, row);
    } else {
        row.source.id = SourceId{source_id_};
        replace_source(connection, row);
    }
}

}  // namespace waymark::storage
