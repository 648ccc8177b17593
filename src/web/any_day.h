// The search of a visit, of any day and time: for what lasts longer than an
// evening, a calendar or a list on paper.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/result.h"
#include "finder/search.h"
#include "web/query.h"
#include "web/site.h"

namespace waymark::web {

struct AnyDay {
    Query query;  // Without `when` and `page`.
    Asked asked{};
    finder::Answer answer{};  // Without matches where only a wider search would find any.
};

// Who reads the answer: a program takes it elsewhere, so that it gets only what
// may be handed on (finder::for_others) and nothing old.
enum class Reader { person, program };

// At most `limit` matches. Fails as /find does.
Result<AnyDay> search_any_day(const Visit& visit, std::size_t limit,
                              Reader reader = Reader::person);

// Its options, as a link has them: "?near=19104&fellowship=na"; "" for none.
std::string any_day_options(Query query);

}  // namespace waymark::web
