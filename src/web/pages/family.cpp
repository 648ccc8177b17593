// For the people around somebody who uses: is it an emergency, what to say,
// groups and lines of their own.
#include "web/family.h"

#include <algorithm>
#include <vector>

#include "web/helplines.h"
#include "web/pages/pages.h"
#include "web/reading_list.h"

namespace waymark::web {

using html::Data;

Page family(const Visit& visit, const http::PathParams&) {
    std::vector<const directory::Helpline*> lines;
    for (const auto* line : visit.site.helplines.of_country(country_of(visit))) {
        if (line->is_for_family) lines.push_back(line);
    }
    // A line for a crisis of one's own stands behind those that are for families first.
    std::ranges::stable_partition(lines, [](const auto* line) { return line->kind != "crisis"; });
    return {.view = "family",
            .title = visit.speak.say("Read"),
            .tab = Tab::learn,
            .data = Data::object({{"articles", articles_of_part(visit, "family")},
                                  {"has_lines", !lines.empty()},
                                  {"lines", helpline_list(visit, lines)},
                                  {"fellowships", family_fellowships()}}),
            .keep = http::Keep::revalidate,
            .style = "learn.css"};
}

}  // namespace waymark::web
