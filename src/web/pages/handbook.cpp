// The handbook on paper: which articles, on which sheet.
#include <utility>

#include "web/article.h"
#include "web/pages/pages.h"
#include "web/reading_list.h"

namespace waymark::web {

using html::Data;

Page handbook(const Visit& visit, const http::PathParams&) {
    Data parts = reading_list(visit);
    const auto asked = visit.param("part");
    Data::List marked;
    for (const auto& part : *parts.list()) {
        marked.push_back(part);
        marked.back().set("is_asked", *part.find("id")->text() == asked);
    }
    return {.view = "handbook",
            .title = visit.speak.say("On paper"),
            .tab = Tab::learn,
            .data = Data::object({{"parts", std::move(marked)},
                                  {"is_letter", usual_sheet(visit) == "letter"},
                                  {"usual", usual_sheet(visit)}}),
            .keep = http::Keep::revalidate,
            .style = "learn.css"};
}

}  // namespace waymark::web
