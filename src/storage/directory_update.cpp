#include "storage/directory_update.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/phrase.h"
#include "core/text.h"
#include "crypto/hash.h"
#include "storage/failure.h"
#include "storage/meeting_record.h"
#include "storage/source_rows.h"

namespace waymark::storage {
namespace {

using directory::Change;
using directory::Meeting;
using directory::Source;
using directory::SourceId;

constexpr auto kKnownMeetings =
    "SELECT id, source_key, is_published, content_hash FROM meeting WHERE source_id = $1";
constexpr auto kInsertMeeting =
    "INSERT INTO meeting (id, source_id, source_key, is_published, content_hash, record) "
    "VALUES ($1, $2, $3, $4, $5, $6)";
constexpr auto kReplaceMeeting =
    "UPDATE meeting SET is_published = $2, content_hash = $3, record = $4 WHERE id = $1";
constexpr auto kDeleteMeeting = "DELETE FROM meeting WHERE id = $1";

std::array<char, 32> hash_in(std::string_view bytes) {
    std::array<char, 32> hash{};
    if (bytes.size() != hash.size()) throw Failure(FailureKind::damaged);
    std::ranges::copy(bytes, hash.begin());
    return hash;
}

// What could not be read back would keep the whole directory from loading.
void expect_readable(std::string_view source_key, std::string_view record) {
    const bool is_text = source_key.find('\0') == std::string_view::npos && is_utf8(source_key);
    if (is_text && meeting_of_record(record)) return;
    throw Failure(FailureKind::refused, phrase("A meeting holds what cannot be stored.").text, {});
}

}  // namespace

DirectoryUpdate::DirectoryUpdate(Pool& pool, std::string_view source_name)
    : pool_(pool), source_name_(source_name) {
    const auto lease = pool_.lease();
    const auto row = find_source(*lease, source_name_);
    if (!row) return;
    source_id_ = row->source.id.value;
    version_ = row->version;
    load(*lease);
}

void DirectoryUpdate::load(Connection& connection) {
    Query query(connection, kKnownMeetings, source_id_);
    while (query.next()) {
        const Known known{.id = query.integer(0),
                          .hash = hash_in(query.blob(3)),
                          .is_published = query.integer(2) != 0};
        known_.emplace(query.text(1), known);
    }
}

Change DirectoryUpdate::put(const Meeting& meeting) {
    assert(!put_already(meeting.source_key));
    std::string record = meeting_record(meeting);
    const auto hash = hash_in(crypto::blake2b_256(record));

    const auto found = known_.find(meeting.source_key);
    const bool is_new = found == known_.end();
    if (!is_new && found->second.hash == hash) {
        found->second.is_put = true;
        return Change::unchanged;
    }
    expect_readable(meeting.source_key, record);

    auto& [key, known] = is_new ? *known_.try_emplace(meeting.source_key).first : *found;
    is_visible_change_ |= known.is_published || meeting.is_published;
    known.hash = hash;
    known.is_published = meeting.is_published;
    known.is_put = true;
    record.shrink_to_fit();  // It waits for the commit, with all the others.
    writes_.push_back({&key, &known, std::move(record)});
    return is_new ? Change::added : Change::changed;
}

bool DirectoryUpdate::put_already(std::string_view source_key) const {
    const auto found = known_.find(source_key);
    return found != known_.end() && found->second.is_put;
}

std::int64_t DirectoryUpdate::commit(const Source& source) {
    assert(source.name == source_name_);
    const auto lease = pool_.lease();
    Transaction transaction(*lease);
    expect_unchanged(*lease);

    auto state = directory_state(*lease);
    write_source(*lease, source, state);
    write_meetings(*lease, state);
    const std::int64_t removed = remove_missing(*lease);
    if (is_visible_change_) ++state.revision;
    save_directory_state(*lease, state);
    transaction.commit();
    return removed;
}

void DirectoryUpdate::expect_unchanged(Connection& connection) const {
    const auto row = find_source(connection, source_name_);
    const std::int64_t id = row ? row->source.id.value : 0;
    const std::int64_t version = row ? row->version : 0;
    if (id != source_id_ || version != version_) throw Failure(FailureKind::overtaken);
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

void DirectoryUpdate::write_meetings(Connection& connection, DirectoryState& state) {
    for (const auto& [source_key, known, record] : writes_) {
        const Blob hash{{known->hash.data(), known->hash.size()}};
        if (known->id == 0) {
            known->id = ++state.last_meeting_id;
            run(connection, kInsertMeeting, known->id, source_id_, *source_key, known->is_published,
                hash, record);
        } else {
            run(connection, kReplaceMeeting, known->id, known->is_published, hash, record);
        }
    }
}

std::int64_t DirectoryUpdate::remove_missing(Connection& connection) {
    std::int64_t removed = 0;
    for (const auto& [source_key, known] : known_) {
        if (known.is_put) continue;
        run(connection, kDeleteMeeting, known.id);
        is_visible_change_ |= known.is_published;
        ++removed;
    }
    return removed;
}

}  // namespace waymark::storage
