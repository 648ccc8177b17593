// The tables of listings (meetings, places of help): their statements, and what
// is the same for both when a row of them changes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/time.h"
#include "directory/source_book.h"
#include "storage/connection.h"

namespace waymark::storage {

using ContentHash = std::array<char, 32>;

// Throws Failure (damaged) when it is not one.
ContentHash hash_in(std::string_view bytes);
ContentHash hash_of(std::string_view record);

// A table with the columns of `meeting` and `facility`: its statements, and how
// its records are looked at.
struct ListingTable {
    std::string_view kind{};        // In `listing_before`.
    const char* known = nullptr;    // Of a source ($1): id, source_key, is_published,
                                    // content_hash, removed_at.
    const char* one = nullptr;      // Of a row ($1): record, is_published, content_hash,
                                    // removed_at.
    const char* insert = nullptr;   // id, source_id, source_key, is_published, hash, record, now
    const char* replace = nullptr;  // id, is_published, hash, record, now
    const char* remove = nullptr;   // id, what remains of the record, now
    const char* keep_before = nullptr;  // Into `listing_before`: id, number of the reading.
    bool (*is_readable)(std::string_view record) = nullptr;
    std::string (*remains)(std::string_view record) = nullptr;
};

extern const ListingTable kMeetingTable;
extern const ListingTable kFacilityTable;

// The reading that changes rows: which of its source, and when it was.
struct ReadingMark {
    std::int64_t source_id = 0;
    std::int64_t number = 0;
    bool keeps_before = true;  // Not the first of a source: nothing was before it.
    std::string at{};          // RFC 3339.
};

// Throw Failure (refused) for what could not be read back: it would keep the
// whole directory from loading.
void expect_text(std::string_view source_key);
void expect_readable(const ListingTable& table, std::string_view record);

// When rows that change now are said to have changed: at `at`, or just after every
// change before, whatever clock its reader had. So nobody who follows the changes
// misses one that is dated before the last they saw. RFC 3339.
std::string time_of_change(Connection& connection, Instant at);

struct ListingCounts {
    std::int64_t added = 0, changed = 0, removed = 0;
    std::int64_t total() const { return added + changed + removed; }
};

// Each only inside a transaction, and before the row itself changes.
void keep_before(Connection& connection, const ListingTable& table, const ReadingMark& reading,
                 std::int64_t listing_id);
void keep_nothing_before(Connection& connection, const ListingTable& table,
                         const ReadingMark& reading, std::int64_t listing_id,
                         std::string_view source_key);

// Its row stays, dated, with what remains of its record.
void bury(Connection& connection, const ListingTable& table, const ReadingMark& reading,
          std::int64_t listing_id);

}  // namespace waymark::storage
