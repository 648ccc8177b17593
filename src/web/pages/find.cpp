#include <optional>
#include <utility>

#include "finder/search.h"
#include "web/family.h"
#include "web/pages/pages.h"
#include "web/query.h"
#include "web/results.h"
#include "web/search_form.h"

namespace waymark::web {
namespace {

using html::Data;

Page find_page(const Visit& visit, const Query& query, std::string heading, Data results,
               const std::optional<Error>& wrong) {
    const bool is_said_above = wrong && !has_field(wrong->field);
    return {.view = "find",
            .title = visit.speak.say("Find"),
            .tab = Tab::find,
            .data = Data::object(
                {{"heading", std::move(heading)},
                 {"problem", is_said_above ? visit.speak.say(wrong->message) : std::string{}},
                 {"results", std::move(results)},
                 {"form", search_form(visit, query, wrong)},
                 {"family_fellowships", family_fellowships()}}),
            .status = wrong ? 400 : 200};
}

}  // namespace

Page find(const Visit& visit, const http::PathParams&) {
    Query query = Query::of(visit.request);
    const std::string title = visit.speak.say("Find a meeting");
    if (query.is_empty()) return find_page(visit, query, title, false, std::nullopt);

    const auto asked = read_query(query, visit.now, places::locate);
    if (!asked) return find_page(visit, query, title, false, asked.error());

    const auto answer = finder::search(*visit.directory, asked->request, visit.now);
    if (!answer) return find_page(visit, query, title, false, answer.error());

    Visit there = visit;  // Distances and times as the place searched writes them.
    if (asked->place) {
        there.speak =
            locale::Speaker{visit.speak.language(), locale::manners_of(asked->place->best.country)};
    }
    return find_page(there, query, heading_words(there, query, *asked),
                     results(there, query, *asked, *answer), std::nullopt);
}

}  // namespace waymark::web
