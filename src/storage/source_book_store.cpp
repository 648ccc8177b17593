#include "storage/source_book_store.h"

#include <algorithm>
#include <utility>

#include "storage/directory_state.h"
#include "storage/facility_record.h"
#include "storage/failure.h"
#include "storage/going_back.h"
#include "storage/listing_table.h"
#include "storage/reading_rows.h"
#include "storage/source_rows.h"
#include "storage/stored_listing.h"

namespace waymark::storage {
namespace {

using directory::HeldRow;
using directory::Reading;
using directory::SourceId;
using directory::Timetable;

constexpr auto kHeldRows =
    "SELECT listing_id, source_id, source_key, record, NULL, why, since FROM held_row "
    "WHERE source_id = $1";
constexpr auto kForgetHeldRows = "DELETE FROM held_row WHERE source_id = $1";
constexpr auto kInsertHeldRow =
    "INSERT INTO held_row (source_id, source_key, listing_id, why, since, record) "
    "VALUES ($1, $2, $3, $4, $5, $6)";
constexpr auto kTimetable =
    "SELECT source_id, every_minutes, is_paused, failures, next_at, kind, column_map "
    "FROM source_timetable WHERE source_id = $1";
constexpr auto kTimetables =
    "SELECT source_id, every_minutes, is_paused, failures, next_at, kind, column_map "
    "FROM source_timetable WHERE every_minutes > 0 ORDER BY source_id";
constexpr auto kForgetTimetable = "DELETE FROM source_timetable WHERE source_id = $1";
constexpr auto kInsertTimetable =
    "INSERT INTO source_timetable (source_id, every_minutes, is_paused, failures, next_at, kind, "
    "column_map) VALUES ($1, $2, $3, $4, $5, $6, $7)";
constexpr auto kPause = "UPDATE source_timetable SET is_paused = 1 WHERE source_id = $1";

HeldRow held_row_in(const Query& row) {
    HeldRow held{.proposed = facility_in(row), .why = std::string{row.text(5)}};
    held.since = instant_in(row, 6);
    return held;
}

Timetable timetable_in(const Query& row) {
    Timetable timetable{.source = SourceId{row.integer(0)},
                        .every_minutes = row.integer(1),
                        .is_paused = row.integer(2) != 0,
                        .failures = row.integer(3)};
    if (!row.is_null(4)) timetable.next_at = instant_in(row, 4);
    timetable.kind = row.text(5);
    timetable.map = row.text(6);
    return timetable;
}

std::int64_t next_number(Connection& connection, SourceId source) {
    const auto last = last_reading(connection, source);
    return last ? last->number + 1 : 1;
}

// What the source sent last is no longer what is shown: it is to be read anew,
// and who was reading it meanwhile must begin again.
void forget_fetched(Connection& connection, SourceRow row) {
    row.source.etag.clear();
    row.source.last_modified.clear();
    row.source.sha256.clear();
    ++row.version;
    replace_source(connection, row);
}

}  // namespace

std::vector<Reading> SourceBookStore::readings(SourceId source) const {
    const auto lease = pool_.lease();
    return readings_of(*lease, source);
}

std::int64_t SourceBookStore::log(const Reading& reading) {
    const auto lease = pool_.lease();
    Transaction transaction(*lease);
    if (!find_source(*lease, reading.source)) return 0;
    Reading numbered = reading;
    numbered.number = next_number(*lease, reading.source);
    write_reading(*lease, numbered);
    transaction.commit();
    return numbered.number;
}

Result<> SourceBookStore::roll_back(SourceId source, std::int64_t number, Instant now,
                                    std::string_view decided_by) {
    const auto lease = pool_.lease();
    Transaction transaction(*lease);
    const auto row = find_source(*lease, source);
    const auto readings = readings_of(*lease, source);
    const auto wanted = std::ranges::find(readings, number, &Reading::number);
    if (!row || wanted == readings.end() || !wanted->can_go_back_here) {
        return fail(ErrorKind::not_found, "It is not possible to go back to that reading.");
    }

    Reading reading{.source = source, .number = readings.front().number + 1, .at = now};
    reading.note.decision = directory::Decision::rolled_back;
    reading.note.decided_by = decided_by;
    const ReadingMark mark{
        .source_id = source.value, .number = reading.number, .at = time_of_change(*lease, now)};
    const auto way = go_back(*lease, mark, number);
    reading.added = way.counts.added;
    reading.changed = way.counts.changed;
    reading.removed = way.counts.removed;
    write_reading(*lease, reading);
    forget_fetched(*lease, *row);
    run(*lease, kPause, source.value);
    if (way.is_visible_change) {
        auto state = directory_state(*lease);
        ++state.revision;
        save_directory_state(*lease, state);
    }
    transaction.commit();
    return {};
}

std::vector<HeldRow> SourceBookStore::held_rows(SourceId source) const {
    const auto lease = pool_.lease();
    std::vector<HeldRow> rows;
    {
        Query query(*lease, kHeldRows, source.value);
        while (query.next())
            rows.push_back(held_row_in(query));
    }
    // Databases differ in how they order text.
    std::ranges::sort(rows, {}, [](const HeldRow& row) { return row.proposed.source_key; });
    return rows;
}

void SourceBookStore::save_held_rows(SourceId source, const std::vector<HeldRow>& rows) {
    const auto lease = pool_.lease();
    Transaction transaction(*lease);
    if (!find_source(*lease, source)) return;
    run(*lease, kForgetHeldRows, source.value);
    for (const auto& [proposed, why, since] : rows) {
        const auto record = facility_record(proposed);
        expect_text(proposed.source_key);
        expect_readable(kFacilityTable, record);
        run(*lease, kInsertHeldRow, source.value, proposed.source_key, proposed.id.value, why,
            format_instant(since), record);
    }
    transaction.commit();
}

Timetable SourceBookStore::timetable(SourceId source) const {
    const auto lease = pool_.lease();
    Query query(*lease, kTimetable, source.value);
    if (!query.next()) return {.source = source};
    return timetable_in(query);
}

std::vector<Timetable> SourceBookStore::timetables() const {
    const auto lease = pool_.lease();
    std::vector<Timetable> list;
    Query query(*lease, kTimetables);
    while (query.next())
        list.push_back(timetable_in(query));
    return list;
}

void SourceBookStore::save_timetable(const Timetable& timetable) {
    const auto lease = pool_.lease();
    Transaction transaction(*lease);
    if (!find_source(*lease, timetable.source)) return;
    std::optional<std::string> next_at;
    if (timetable.next_at) next_at = format_instant(*timetable.next_at);
    run(*lease, kForgetTimetable, timetable.source.value);
    run(*lease, kInsertTimetable, timetable.source.value, timetable.every_minutes,
        timetable.is_paused, timetable.failures, next_at, timetable.kind, timetable.map);
    transaction.commit();
}

}  // namespace waymark::storage
