// Can I start medication today? The ways, in the order of speed, with the words
// to say. No dose, no schedule: that is between the person and a clinician.
#include <string>
#include <utility>

#include "web/care_near.h"
#include "web/helplines.h"
#include "web/pages/pages.h"

namespace waymark::web {
namespace {

using html::Data;

Data lines_of_kind(const Visit& visit, std::string_view kind) {
    const auto lines = visit.site.helplines.for_everybody(country_of(visit), kind);
    if (lines.empty()) return false;
    return Data::object({{"lines", helpline_list(visit, lines)}});
}

}  // namespace

Page start_today(const Visit& visit, const http::PathParams&) {
    const auto near = care_near(visit);
    const Visit there = visit_at(visit, near);
    const std::string country = near.place ? near.place->best.country : country_of(visit);
    // A place stands under the fastest way it offers, once.
    CareAsked asked{.is_open_first = true};
    const auto cards = [&](finder::Options options) {
        asked.options = std::move(options);
        return care_cards(there, near, asked);
    };
    Page page{.view = "start_today", .title = visit.speak.say("Today"), .tab = Tab::find};
    page.data.set("action", "/start-today")
        .set("typed", near.typed)
        .set("problem", near.problem)
        .set("place_name", near.place ? near.place->best.name : std::string{})
        .set("is_us", country == "US")
        .set("number", emergency_of(visit, country_of(visit)).for_overdose())
        .set("telehealth", cards({{"telehealth", "medication"}, {"medication", "buprenorphine"}}))
        .set("programmes", cards({{"setting", "opioid-treatment-program"}}))
        .set("prescribers", cards({{"medication", "buprenorphine"}}))
        .set("referral", lines_of_kind(visit, "treatment-referral"))
        .set("beside", lines_of_kind(visit, "overdose-spotting"));
    page.status = near.problem.empty() ? 200 : 400;
    return page;
}

Page emergency_sheet(const Visit& visit, const http::PathParams&) {
    const bool is_us = country_of(visit) == "US";
    return {.view = "emergency_sheet",
            .title = visit.speak.say("Take this with you"),
            .data = Data::object({{"is_us", is_us}})};
}

}  // namespace waymark::web
