// How many rows fit, and how many of each kind: every leaf that can hold one is
// counted by its slices; whole branches by their sums.
#pragma once

#include <cstdint>

#include "finder/facets.h"
#include "finder/leaf_rows.h"
#include "finder/look.h"

namespace waymark::finder {

struct Counted {
    std::int64_t total = 0;
    std::int64_t old = 0;  // That fit too, and were left out for their age.
    Tally tally;

    void add(const Query& query, RowNumber row, Look::Sees sees, const Hit& hit);
};

Counted count(const Query& query, const LeafRows& rows, const Look& look);

}  // namespace waymark::finder
