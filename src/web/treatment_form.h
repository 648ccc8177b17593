// The form of /treatment, filled in as the search was asked.
#pragma once

#include <optional>
#include <string_view>

#include "core/result.h"
#include "html/data.h"
#include "web/query.h"
#include "web/site.h"

namespace waymark::web {

// For parts/search.html.
html::Data treatment_form(const Visit& visit, const Query& query,
                          const std::optional<Error>& wrong);

// Whether the form has a field of that name, to show beside it what is wrong.
bool has_treatment_field(std::string_view name);

}  // namespace waymark::web
