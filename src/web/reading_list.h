// Articles of the handbook as a page lists them, part by part.
#pragma once

#include <string_view>

#include "html/data.h"
#include "web/site.h"

namespace waymark::web {

// Each part with its articles, in the reader's language: id, title, articles
// (as article_line has them, with their slug).
html::Data reading_list(const Visit& visit);

// The articles of one part, likewise.
html::Data articles_of_part(const Visit& visit, std::string_view part);

}  // namespace waymark::web
