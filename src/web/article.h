// An article of the handbook, as pages show it.
#pragma once

#include <vector>

#include "html/data.h"
#include "learn/article.h"
#include "web/site.h"

namespace waymark::web {

// In the reader's language; null when there is none of that slug.
const learn::Article* article_of(const Visit& visit, std::string_view slug);

// Where it is read: "/learn/SLUG", or the address of its own.
std::string href_of(const learn::Article& article);

// For the template article.html.
html::Data article_data(const Visit& visit, const learn::Article& article);

// For lists of articles: slug, title, answer, href.
html::Data article_line(const learn::Article& article);

// "A4", or "letter" where that is the usual sheet.
std::string_view usual_sheet(const Visit& visit);

// The template of a drawing: "drawing:tolerance" is "drawings/tolerance"; "" for any other href.
std::string drawing_view(std::string_view href);

}  // namespace waymark::web
