#include "web/treatment_results.h"

#include <optional>
#include <utility>

#include "web/pages/pages.h"
#include "web/place_query.h"
#include "web/shortlist.h"
#include "web/treatment_form.h"

namespace waymark::web {
namespace {

using html::Data;

// What the reader keeps, as a way to it; false when that is nothing.
Data shortlist_link(const Visit& visit) {
    const auto kept = static_cast<std::int64_t>(kept_places(visit).size());
    if (kept == 0) return false;
    return Data::object({{"words", visit.speak.say(locale::counted(
                                       kept, phrase("My list: 1 place"),
                                       phrase("My list: {count} places", {{"count", kept}})))}});
}

Page treatment_page(const Visit& visit, const Query& query, std::string heading, Data results,
                    const std::optional<Error>& wrong) {
    const bool is_said_above = wrong && !has_treatment_field(wrong->field);
    const bool lacks_where = !query.is_empty() && !has_where(query);
    return {.view = "treatment",
            .title = visit.speak.say("Find"),
            .tab = Tab::find,
            .data = Data::object(
                {{"heading", std::move(heading)},
                 {"problem", is_said_above ? visit.speak.say(wrong->message) : std::string{}},
                 {"lacks_where", lacks_where},
                 {"results", std::move(results)},
                 {"form", treatment_form(visit, query, wrong)},
                 {"help", treatment_help(visit)},
                 {"kept", shortlist_link(visit)}}),
            .status = wrong ? 400 : 200};
}

}  // namespace

Page treatment(const Visit& visit, const http::PathParams&) {
    const Query query = Query::of(visit.request, kTreatmentPage);
    const std::string title = visit.speak.say("Find treatment");
    if (!has_where(query)) return treatment_page(visit, query, title, false, std::nullopt);

    const auto asked = read_place_query(query, places::locate);
    if (!asked) return treatment_page(visit, query, title, false, asked.error());

    const auto answer = finder::search_facilities(*visit.directory, asked->request, visit.now);
    if (!answer) return treatment_page(visit, query, title, false, answer.error());

    Visit there = visit;  // Distances as the place searched writes them.
    if (asked->place) {
        there.speak =
            locale::Speaker{visit.speak.language(), locale::manners_of(asked->place->best.country)};
    }
    return treatment_page(there, query, treatment_heading(there, query, *asked),
                          treatment_results(there, query, *asked, *answer), std::nullopt);
}

}  // namespace waymark::web
