#include "storage/listing_rows.h"

#include <cassert>
#include <utility>

namespace waymark::storage {

using directory::Change;

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

Change ListingRows::put(const std::string& source_key, bool is_published, std::string record) {
    assert(!put_already(source_key));
    const auto hash = hash_of(record);
    const auto found = known_.find(source_key);
    const bool is_new = found == known_.end();
    if (!is_new && !found->second.is_removed && found->second.hash == hash) {
        found->second.is_put = true;
        return Change::unchanged;
    }
    expect_readable(table_, source_key, record);

    auto& [key, known] = is_new ? *known_.try_emplace(source_key).first : *found;
    const bool comes_back = known.is_removed;
    is_visible_change_ |= (known.is_published && !comes_back) || is_published;
    known.hash = hash;
    known.is_published = is_published;
    known.is_removed = false;
    known.is_put = true;
    record.shrink_to_fit();  // It waits for the commit, with all the others.
    const auto change = is_new || comes_back ? Change::added : Change::changed;
    writes_.push_back({&key, &known, change, std::move(record)});
    return change;
}

bool ListingRows::put_already(std::string_view source_key) const {
    const auto found = known_.find(source_key);
    return found != known_.end() && found->second.is_put;
}

ListingCounts ListingRows::write(Connection& connection, const ReadingMark& reading, Rest rest,
                                 std::int64_t& last_id) {
    ListingCounts counts;
    for (const auto& [source_key, known, change, record] : writes_) {
        ++(change == Change::added ? counts.added : counts.changed);
        const Blob hash{{known->hash.data(), known->hash.size()}};
        if (known->id == 0) {
            known->id = ++last_id;
            keep_nothing_before(connection, table_, reading, known->id, *source_key);
            run(connection, table_.insert, known->id, reading.source_id, *source_key,
                known->is_published, hash, record, reading.at);
        } else {
            keep_before(connection, table_, reading, known->id);
            run(connection, table_.replace, known->id, known->is_published, hash, record,
                reading.at);
        }
    }
    if (rest == Rest::buried) counts.removed = bury_missing(connection, reading);
    return counts;
}

std::int64_t ListingRows::bury_missing(Connection& connection, const ReadingMark& reading) {
    std::int64_t removed = 0;
    for (const auto& [source_key, known] : known_) {
        if (known.is_put || known.is_removed) continue;
        bury(connection, table_, reading, known.id);
        is_visible_change_ |= known.is_published;
        ++removed;
    }
    return removed;
}

}  // namespace waymark::storage
