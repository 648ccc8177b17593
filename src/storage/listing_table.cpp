#include "storage/listing_table.h"

#include <algorithm>

#include "core/phrase.h"
#include "core/text.h"
#include "crypto/hash.h"
#include "storage/facility_record.h"
#include "storage/failure.h"
#include "storage/meeting_record.h"

namespace waymark::storage {
namespace {

constexpr auto kNothingBefore =
    "INSERT INTO listing_before (source_id, number, kind, listing_id, source_key, is_published, "
    "record) VALUES ($1, $2, $3, $4, $5, 0, NULL)";

constexpr auto kLatestMeetingChange = "SELECT max(modified_at) FROM meeting";
constexpr auto kLatestFacilityChange = "SELECT max(modified_at) FROM facility";

std::string nothing_remains(std::string_view) {
    return "{}";
}

void expect(bool is_storable) {
    if (is_storable) return;
    throw Failure(FailureKind::refused, phrase("A listing holds what cannot be stored.").text, {});
}

}  // namespace

const ListingTable kMeetingTable{
    .kind = "meeting",
    .known =
        "SELECT id, source_key, is_published, content_hash, removed_at FROM meeting "
        "WHERE source_id = $1",
    .one = "SELECT record, is_published, content_hash, removed_at FROM meeting WHERE id = $1",
    .insert =
        "INSERT INTO meeting (id, source_id, source_key, is_published, content_hash, record, "
        "modified_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
    .replace =
        "UPDATE meeting SET is_published = $2, content_hash = $3, record = $4, "
        "modified_at = $5, removed_at = NULL WHERE id = $1",
    .remove = "UPDATE meeting SET record = $2, modified_at = $3, removed_at = $3 WHERE id = $1",
    .keep_before =
        "INSERT INTO listing_before (source_id, number, kind, listing_id, source_key, "
        "is_published, record) SELECT source_id, $2, 'meeting', id, source_key, is_published, "
        "CASE WHEN removed_at IS NULL THEN record END FROM meeting WHERE id = $1",
    .is_readable = [](std::string_view record) { return meeting_of_record(record).has_value(); },
    .remains = nothing_remains};

const ListingTable kFacilityTable{
    .kind = "facility",
    .known =
        "SELECT id, source_key, is_published, content_hash, removed_at FROM facility "
        "WHERE source_id = $1",
    .one = "SELECT record, is_published, content_hash, removed_at FROM facility WHERE id = $1",
    .insert =
        "INSERT INTO facility (id, source_id, source_key, is_published, content_hash, "
        "record, modified_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
    .replace =
        "UPDATE facility SET is_published = $2, content_hash = $3, record = $4, "
        "modified_at = $5, removed_at = NULL WHERE id = $1",
    .remove = "UPDATE facility SET record = $2, modified_at = $3, removed_at = $3 WHERE id = $1",
    .keep_before =
        "INSERT INTO listing_before (source_id, number, kind, listing_id, source_key, "
        "is_published, record) SELECT source_id, $2, 'facility', id, source_key, is_published, "
        "CASE WHEN removed_at IS NULL THEN record END FROM facility WHERE id = $1",
    .is_readable = [](std::string_view record) { return facility_of_record(record).has_value(); },
    .remains = facility_remains};

ContentHash hash_in(std::string_view bytes) {
    ContentHash hash{};
    if (bytes.size() != hash.size()) throw Failure(FailureKind::damaged);
    std::ranges::copy(bytes, hash.begin());
    return hash;
}

ContentHash hash_of(std::string_view record) {
    return hash_in(crypto::blake2b_256(record));
}

void expect_text(std::string_view source_key) {
    expect(source_key.find('\0') == std::string_view::npos && is_utf8(source_key));
}

void expect_readable(const ListingTable& table, std::string_view record) {
    expect(table.is_readable(record));
}

std::string time_of_change(Connection& connection, Instant at) {
    for (const auto* latest : {kLatestMeetingChange, kLatestFacilityChange}) {
        Query query(connection, latest);
        if (!query.next() || query.is_null(0)) continue;
        const auto last = parse_instant(query.text(0));
        if (!last) throw Failure(FailureKind::damaged);
        at = std::max(at, *last + std::chrono::seconds{1});
    }
    return format_instant(at);
}

void keep_before(Connection& connection, const ListingTable& table, const ReadingMark& reading,
                 std::int64_t listing_id) {
    if (reading.keeps_before) run(connection, table.keep_before, listing_id, reading.number);
}

void keep_nothing_before(Connection& connection, const ListingTable& table,
                         const ReadingMark& reading, std::int64_t listing_id,
                         std::string_view source_key) {
    if (!reading.keeps_before) return;
    run(connection, kNothingBefore, reading.source_id, reading.number, table.kind, listing_id,
        source_key);
}

void bury(Connection& connection, const ListingTable& table, const ReadingMark& reading,
          std::int64_t listing_id) {
    keep_before(connection, table, reading, listing_id);
    std::string record;
    {
        Query query(connection, table.one, listing_id);
        if (query.next()) record = query.text(0);
    }
    run(connection, table.remove, listing_id, table.remains(record), reading.at);
}

}  // namespace waymark::storage
