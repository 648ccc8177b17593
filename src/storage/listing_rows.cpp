#include "storage/listing_rows.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/phrase.h"
#include "core/text.h"
#include "crypto/hash.h"
#include "storage/facility_record.h"
#include "storage/failure.h"
#include "storage/meeting_record.h"

namespace waymark::storage {
namespace {

using directory::Change;

std::array<char, 32> hash_in(std::string_view bytes) {
    std::array<char, 32> hash{};
    if (bytes.size() != hash.size()) throw Failure(FailureKind::damaged);
    std::ranges::copy(bytes, hash.begin());
    return hash;
}

std::string nothing_remains(std::string_view) {
    return "{}";
}

}  // namespace

const ListingTable kMeetingTable{
    .known =
        "SELECT id, source_key, is_published, content_hash, removed_at FROM meeting "
        "WHERE source_id = $1",
    .insert =
        "INSERT INTO meeting (id, source_id, source_key, is_published, content_hash, record, "
        "modified_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
    .replace =
        "UPDATE meeting SET is_published = $2, content_hash = $3, record = $4, "
        "modified_at = $5, removed_at = NULL WHERE id = $1",
    .record = "SELECT record FROM meeting WHERE id = $1",
    .remove = "UPDATE meeting SET record = $2, modified_at = $3, removed_at = $3 WHERE id = $1",
    .is_readable = [](std::string_view record) { return meeting_of_record(record).has_value(); },
    .remains = nothing_remains};

const ListingTable kFacilityTable{
    .known =
        "SELECT id, source_key, is_published, content_hash, removed_at FROM facility "
        "WHERE source_id = $1",
    .insert =
        "INSERT INTO facility (id, source_id, source_key, is_published, content_hash, "
        "record, modified_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
    .replace =
        "UPDATE facility SET is_published = $2, content_hash = $3, record = $4, "
        "modified_at = $5, removed_at = NULL WHERE id = $1",
    .record = "SELECT record FROM facility WHERE id = $1",
    .remove = "UPDATE facility SET record = $2, modified_at = $3, removed_at = $3 WHERE id = $1",
    .is_readable = [](std::string_view record) { return facility_of_record(record).has_value(); },
    .remains = facility_remains};

void ListingRows::load(Connection& connection, std::int64_t source_id) {
    Query query(connection, table_.known, source_id);
    while (query.next()) {
        const Known known{.id = query.integer(0),
                          .hash = hash_in(query.blob(3)),
                          .is_published = query.integer(2) != 0,
                          .is_removed = !query.is_null(4)};
        known_.emplace(query.text(1), known);
    }
}

// What could not be read back would keep the whole directory from loading.
void ListingRows::expect_readable(std::string_view source_key, std::string_view record) const {
    const bool is_text = source_key.find('\0') == std::string_view::npos && is_utf8(source_key);
    if (is_text && table_.is_readable(record)) return;
    throw Failure(FailureKind::refused, phrase("A listing holds what cannot be stored.").text, {});
}

Change ListingRows::put(const std::string& source_key, bool is_published, std::string record) {
    assert(!put_already(source_key));
    const auto hash = hash_in(crypto::blake2b_256(record));
    const auto found = known_.find(source_key);
    const bool is_new = found == known_.end();
    if (!is_new && !found->second.is_removed && found->second.hash == hash) {
        found->second.is_put = true;
        return Change::unchanged;
    }
    expect_readable(source_key, record);

    auto& [key, known] = is_new ? *known_.try_emplace(source_key).first : *found;
    const bool comes_back = known.is_removed;
    is_visible_change_ |= (known.is_published && !comes_back) || is_published;
    known.hash = hash;
    known.is_published = is_published;
    known.is_removed = false;
    known.is_put = true;
    record.shrink_to_fit();  // It waits for the commit, with all the others.
    writes_.push_back({&key, &known, std::move(record)});
    return is_new || comes_back ? Change::added : Change::changed;
}

bool ListingRows::put_already(std::string_view source_key) const {
    const auto found = known_.find(source_key);
    return found != known_.end() && found->second.is_put;
}

std::int64_t ListingRows::write(Connection& connection, std::int64_t source_id,
                                std::int64_t& last_id, Instant now) {
    const auto when = format_instant(now);
    for (const auto& [source_key, known, record] : writes_) {
        const Blob hash{{known->hash.data(), known->hash.size()}};
        if (known->id == 0) {
            known->id = ++last_id;
            run(connection, table_.insert, known->id, source_id, *source_key, known->is_published,
                hash, record, when);
        } else {
            run(connection, table_.replace, known->id, known->is_published, hash, record, when);
        }
    }
    return bury_missing(connection, when);
}

std::int64_t ListingRows::bury_missing(Connection& connection, const std::string& now) {
    std::int64_t removed = 0;
    for (const auto& [source_key, known] : known_) {
        if (known.is_put || known.is_removed) continue;
        std::string record;
        {
            Query query(connection, table_.record, known.id);
            if (query.next()) record = query.text(0);
        }
        run(connection, table_.remove, known.id, table_.remains(record), now);
        is_visible_change_ |= known.is_published;
        ++removed;
    }
    return removed;
}

}  // namespace waymark::storage
