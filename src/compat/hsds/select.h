// Which entries of a list a query leaves, in the order of their ids.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "compat/hsds/catalogue.h"
#include "compat/hsds/query.h"
#include "finder/facilities.h"
#include "finder/words.h"

namespace waymark::compat::hsds {

// The rows that pass everything a query says of places; nothing when it says
// nothing of them, so that all pass. An id that nobody has leaves none.
std::optional<finder::RowSet> rows_left(const finder::Facilities& facilities,
                                        const Catalogue& catalogue, const Query& query);

// The entries with at least one such row.
std::vector<const Entry*> entries_left(std::span<const Entry> entries,
                                       const std::optional<finder::RowSet>& rows);

// What went since `modified_after`, for the list of services: nothing without
// it. A place that is gone has no words, terms or points left to be found by.
std::vector<const Gone*> gone_left(const Catalogue& catalogue, const Query& query);

}  // namespace waymark::compat::hsds
