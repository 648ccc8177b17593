#include "storage/listing_rows.h"

#include <cassert>

namespace waymark::storage {

using directory::Change;

void ListingRows::load(Connection& connection, std::int64_t source_id) {
    Query query(connection, table_.known, source_id);
    while (query.next()) {
        auto& known = known_.load(query.text(1), hash_in(query.blob(3)));
        known.id = query.integer(0);
        known.is_published = query.integer(2) != 0;
        known.is_removed = !query.is_null(4);
    }
}

Change ListingRows::put(std::string_view source_key, bool is_published, std::string_view record,
                        bool is_sure) {
    const auto hash = hash_of(record);
    auto* known = known_.find(source_key);
    assert(known == nullptr || !known->is_put);
    const bool is_new = known == nullptr;
    if (!is_new && !known->is_removed && known_.had(*known, hash)) {
        known->is_put = true;
        return Change::unchanged;
    }
    expect_text(source_key);
    if (!is_sure) expect_readable(table_, record);

    if (is_new) known = &known_.add(source_key);
    const bool comes_back = known->is_removed;
    is_visible_change_ |= (known->is_published && !comes_back) || is_published;
    known->is_published = is_published;
    known->is_removed = false;
    known->is_put = true;
    const auto change = is_new || comes_back ? Change::added : Change::changed;
    waiting_.add({.id = known->id,
                  .change = change,
                  .is_published = is_published,
                  .hash = hash,
                  .source_key = source_key,
                  .record = record});
    return change;
}

bool ListingRows::put_already(std::string_view source_key) const {
    const auto* found = known_.find(source_key);
    return found != nullptr && found->is_put;
}

ListingCounts ListingRows::write(Connection& connection, const ReadingMark& reading, Rest rest,
                                 std::int64_t& last_id) {
    ListingCounts counts;
    waiting_.each([&](const WaitingRow& row) {
        ++(row.change == Change::added ? counts.added : counts.changed);
        write_one(connection, reading, row, last_id);
    });
    if (rest == Rest::buried) counts.removed = bury_missing(connection, reading);
    return counts;
}

void ListingRows::write_one(Connection& connection, const ReadingMark& reading,
                            const WaitingRow& row, std::int64_t& last_id) const {
    const Blob hash{{row.hash.data(), row.hash.size()}};
    if (row.id == 0) {
        const auto id = ++last_id;
        keep_nothing_before(connection, table_, reading, id, row.source_key);
        run(connection, table_.insert, id, reading.source_id, row.source_key, row.is_published,
            hash, row.record, reading.at);
    } else {
        keep_before(connection, table_, reading, row.id);
        run(connection, table_.replace, row.id, row.is_published, hash, row.record, reading.at);
    }
}

std::int64_t ListingRows::bury_missing(Connection& connection, const ReadingMark& reading) {
    std::int64_t removed = 0;
    for (const auto& known : known_.rows()) {
        if (known.is_put || known.is_removed) continue;
        bury(connection, table_, reading, known.id);
        is_visible_change_ |= known.is_published;
        ++removed;
    }
    return removed;
}

}  // namespace waymark::storage
