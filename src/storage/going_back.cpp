#include "storage/going_back.h"

#include <optional>
#include <string>
#include <vector>

#include "storage/failure.h"

namespace waymark::storage {
namespace {

// The oldest of what a listing was before each later reading is what it was then.
constexpr auto kTouched =
    "SELECT listing_id, min(number) FROM listing_before "
    "WHERE source_id = $1 AND number > $2 AND kind = $3 GROUP BY listing_id ORDER BY listing_id";
constexpr auto kBefore =
    "SELECT record, is_published FROM listing_before "
    "WHERE source_id = $1 AND number = $2 AND kind = $3 AND listing_id = $4";

struct Touched {
    std::int64_t listing_id = 0;
    std::int64_t number = 0;
};

struct Then {
    std::optional<std::string> record{};  // Nothing: it was not there.
    bool is_published = false;
};

struct Now {
    bool is_published = false;
    bool is_removed = false;
    ContentHash hash{};
};

std::vector<Touched> touched_since(Connection& connection, const ListingTable& table,
                                   std::int64_t source_id, std::int64_t number) {
    std::vector<Touched> touched;
    Query query(connection, kTouched, source_id, number, table.kind);
    while (query.next())
        touched.push_back({query.integer(0), query.integer(1)});
    return touched;
}

Then then_of(Connection& connection, const ListingTable& table, std::int64_t source_id,
             const Touched& touched) {
    Query query(connection, kBefore, source_id, touched.number, table.kind, touched.listing_id);
    if (!query.next()) throw Failure(FailureKind::damaged);
    Then then{.is_published = query.integer(1) != 0};
    if (!query.is_null(0)) then.record = query.text(0);
    return then;
}

Now now_of(Connection& connection, const ListingTable& table, std::int64_t listing_id) {
    Query query(connection, table.one, listing_id);
    if (!query.next()) throw Failure(FailureKind::damaged);
    return {query.integer(1) != 0, !query.is_null(3), hash_in(query.blob(2))};
}

void put_back(Connection& connection, const ListingTable& table, const ReadingMark& reading,
              std::int64_t listing_id, const Then& then, WayBack& way) {
    const auto now = now_of(connection, table, listing_id);
    const bool is_seen = now.is_published && !now.is_removed;
    if (!then.record) {
        if (now.is_removed) return;
        bury(connection, table, reading, listing_id);
        ++way.counts.removed;
        way.is_visible_change |= is_seen;
        return;
    }
    const auto hash = hash_of(*then.record);
    if (!now.is_removed && now.hash == hash) return;
    keep_before(connection, table, reading, listing_id);
    run(connection, table.replace, listing_id, then.is_published, Blob{{hash.data(), hash.size()}},
        *then.record, reading.at);
    ++(now.is_removed ? way.counts.added : way.counts.changed);
    way.is_visible_change |= is_seen || then.is_published;
}

}  // namespace

WayBack go_back(Connection& connection, const ReadingMark& reading, std::int64_t number) {
    WayBack way;
    for (const auto* table : {&kMeetingTable, &kFacilityTable}) {
        for (const auto& touched : touched_since(connection, *table, reading.source_id, number)) {
            const auto then = then_of(connection, *table, reading.source_id, touched);
            put_back(connection, *table, reading, touched.listing_id, then, way);
        }
    }
    return way;
}

}  // namespace waymark::storage
