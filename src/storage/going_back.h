// Makes the listings of a source what they were right after an earlier reading.
#pragma once

#include <cstdint>

#include "storage/connection.h"
#include "storage/listing_table.h"

namespace waymark::storage {

struct WayBack {
    ListingCounts counts{};
    bool is_visible_change = false;  // Whether a search could see any of it.
};

// Only inside a transaction, and only to a reading whose later changes are all
// still in `listing_before`. What the listings are now goes there, too.
WayBack go_back(Connection& connection, const ReadingMark& reading, std::int64_t number);

}  // namespace waymark::storage
