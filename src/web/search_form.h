// The form of the find page, filled in as the search was asked.
#pragma once

#include <optional>
#include <string_view>

#include "core/result.h"
#include "html/data.h"
#include "web/query.h"
#include "web/site.h"

namespace waymark::web {

// For parts/search.html. `wrong` marks the field that could not be taken.
// Before a search the form stands open; after it, the answer stands first.
html::Data search_form(const Visit& visit, const Query& query, const std::optional<Error>& wrong);

// Whether the form has a field of that name, to show beside it what is wrong.
bool has_field(std::string_view name);

}  // namespace waymark::web
