// What was found, for the find page: the place as understood, the answer in
// words, cards, ways to narrow, pages, what is online, and a sketch.
#pragma once

#include "finder/search.h"
#include "html/data.h"
#include "web/query.h"
#include "web/site.h"

namespace waymark::web {

html::Data results(const Visit& visit, const Query& query, const Asked& asked,
                   const finder::Answer& answer);

// "Meetings near Philadelphia, PA", "Meetings online" …
std::string heading_words(const Visit& visit, const Query& query, const Asked& asked);

}  // namespace waymark::web
