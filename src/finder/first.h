// The first rows in the order asked for, found without a look at the rest: the
// node that may hold the best row is opened first, and the search ends when
// none can hold a better one than the last of the page (Hjaltason and Samet
// 1999, distance browsing, for every order).
#pragma once

#include <vector>

#include "finder/hit.h"
#include "finder/leaf_rows.h"
#include "finder/look.h"
#include "finder/order.h"

namespace waymark::finder {

// At most so many, in order.
std::vector<Hit> first_of(const Query& query, const LeafRows& rows, const Look& look,
                          std::size_t most);

}  // namespace waymark::finder
