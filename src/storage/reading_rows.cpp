#include "storage/reading_rows.h"

#include <array>
#include <string>

#include "json/parse.h"
#include "storage/failure.h"
#include "storage/record_fields.h"

namespace waymark::storage {
namespace {

using directory::Decision;
using directory::Reading;
using directory::ReadingNote;
using directory::SourceId;

constexpr auto kAll =
    "SELECT source_id, number, read_at, sha256, added, changed, removed, decision, record "
    "FROM source_reading WHERE source_id = $1 ORDER BY number DESC";
constexpr auto kLast =
    "SELECT source_id, number, read_at, sha256, added, changed, removed, decision, record "
    "FROM source_reading WHERE source_id = $1 ORDER BY number DESC LIMIT 1";
constexpr auto kAnyPublished =
    "SELECT 1 FROM source_reading WHERE source_id = $1 "
    "AND decision NOT IN ('held', 'rejected') LIMIT 1";
constexpr auto kInsert =
    "INSERT INTO source_reading (source_id, number, read_at, sha256, added, changed, removed, "
    "decision, record) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
constexpr auto kForgetBefore = "DELETE FROM listing_before WHERE source_id = $1 AND number < $2";
constexpr auto kForgetReading = "DELETE FROM source_reading WHERE source_id = $1 AND number = $2";

constexpr std::array kNoteFields{
    field<&ReadingNote::rows>("rows"),
    field<&ReadingNote::refused>("refused"),
    field<&ReadingNote::alarms>("alarms"),
    field<&ReadingNote::decided_by>("decided_by"),
};
using NoteCodec = FieldsCodec<ReadingNote, kNoteFields>;

std::string record_of(const ReadingNote& note) {
    std::string record;
    json::Writer out{record};
    NoteCodec::write(out, note);
    return record;
}

Reading reading_in(const Query& row) {
    Reading reading{.source = SourceId{row.integer(0)}, .number = row.integer(1)};
    const auto at = parse_instant(row.text(2));
    const auto decision = directory::decision_of_code(row.text(7));
    auto record = json::parse(row.text(8));
    if (!at || !decision || !record || !NoteCodec::read(*record, reading.note)) {
        throw Failure(FailureKind::damaged);
    }
    reading.at = *at;
    reading.sha256 = row.text(3);
    reading.added = row.integer(4);
    reading.changed = row.integer(5);
    reading.removed = row.integer(6);
    reading.note.decision = *decision;
    return reading;
}

bool is_published(const Reading& reading) {
    return reading.note.decision != Decision::held && reading.note.decision != Decision::rejected;
}

bool changes_listings(const Reading& reading) {
    return is_published(reading) && reading.added + reading.changed + reading.removed > 0;
}

// What is kept of a book, its readings newest first.
struct Kept {
    std::int64_t oldest_change = 0;  // Of the readings which listings are kept before.
    std::vector<bool> is_version{};  // Whether the listings right after it can be had again.
};

// A version is a reading that changed listings, or a source's first. To go back
// behind a change needs what was before it, and before all later ones.
Kept kept_of(const std::vector<Reading>& readings) {
    Kept kept{.is_version = std::vector<bool>(readings.size())};
    std::size_t first = readings.size();
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (is_published(readings[i])) first = i;
    }
    std::size_t versions = 0;
    for (std::size_t i = 0; i < readings.size() && versions <= directory::kVersionsKept; ++i) {
        if (!changes_listings(readings[i]) && i != first) continue;
        kept.is_version[i] = true;
        if (versions < directory::kVersionsKept) kept.oldest_change = readings[i].number;
        ++versions;
    }
    return kept;
}

void forget_old(Connection& connection, SourceId source) {
    const auto readings = readings_of(connection, source);
    const auto kept = kept_of(readings);
    run(connection, kForgetBefore, source.value, kept.oldest_change);
    for (std::size_t i = directory::kReadingsKept; i < readings.size(); ++i) {
        if (kept.is_version[i]) continue;
        run(connection, kForgetReading, source.value, readings[i].number);
    }
}

}  // namespace

std::vector<Reading> readings_of(Connection& connection, SourceId source) {
    std::vector<Reading> readings;
    {
        Query query(connection, kAll, source.value);
        while (query.next())
            readings.push_back(reading_in(query));
    }
    const auto kept = kept_of(readings);
    bool is_now = true;  // The newest version is how the listings are.
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (!kept.is_version[i]) continue;
        readings[i].can_go_back_here = !is_now;
        is_now = false;
    }
    return readings;
}

std::optional<Reading> last_reading(Connection& connection, SourceId source) {
    Query query(connection, kLast, source.value);
    if (!query.next()) return std::nullopt;
    return reading_in(query);
}

bool has_published_reading(Connection& connection, SourceId source) {
    Query query(connection, kAnyPublished, source.value);
    return query.next();
}

void write_reading(Connection& connection, const Reading& reading) {
    run(connection, kInsert, reading.source.value, reading.number, format_instant(reading.at),
        reading.sha256, reading.added, reading.changed, reading.removed,
        directory::code_of(reading.note.decision), record_of(reading.note));
    forget_old(connection, reading.source);
}

}  // namespace waymark::storage
