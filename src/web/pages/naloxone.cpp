// Where to get naloxone and harm-reduction supplies, and what to do where no
// place is near.
#include <string>

#include "web/care_near.h"
#include "web/naloxone_access.h"
#include "web/pages/pages.h"

namespace waymark::web {

using html::Data;

Page naloxone(const Visit& visit, const http::PathParams&) {
    const auto near = care_near(visit);
    const Visit there = visit_at(visit, near);
    CareAsked asked{
        .options = {{"kind", "naloxone,harm-reduction"}, {"sort", "nearest"}, {"radius", "25mi"}},
        .limit = 10};
    const Data sites = care_cards(there, near, asked);
    asked.options = {{"kind", "all"}, {"quality", "naloxone"}};
    asked.limit = 3;
    const Data teaching = care_cards(there, near, asked);
    http::Fields keep;
    if (!near.typed.empty()) keep.emplace_back("near", near.typed);
    Page page{.view = "naloxone", .title = visit.speak.say("Near you"), .tab = Tab::find};
    page.data.set("action", "/naloxone")
        .set("typed", near.typed)
        .set("problem", near.problem)
        .set("place_name", near.place ? near.place->best.name : std::string{})
        .set("none", near.place.has_value() && !sites.is_shown())
        .set("sites", sites)
        .set("teaching", teaching)
        .set("access", naloxone_access(visit, "/naloxone", keep));
    page.status = near.problem.empty() ? 200 : 400;
    return page;
}

}  // namespace waymark::web
