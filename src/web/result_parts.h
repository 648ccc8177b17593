// What every page of results has: the place as it was understood, and the way
// to more of them.
#pragma once

#include <cstddef>
#include <cstdint>

#include "html/data.h"
#include "places/gazetteer.h"
#include "web/query.h"
#include "web/site.h"

namespace waymark::web {

// For parts/place.html: where distances are measured from, and other places of
// that name.
html::Data understood_place(const Visit& visit, const Query& query, const places::Answer& place);

struct Shown {
    std::size_t limit = 20;
    std::size_t offset = 0;
    std::size_t shown = 0;
    std::size_t total = 0;
};

// For parts/old.html: how many were left out for their age, and the way to see
// them; or the way back. False when there are none.
html::Data old_listings(const Visit& visit, const Query& query, std::int64_t hidden);

// For parts/pages.html; false when all are on this page.
html::Data page_links(const Visit& visit, const Query& query, const Shown& shown);

}  // namespace waymark::web
