// The host's first page: which public lists cover their community. Shown to
// the machine the server runs on, and to nobody else.
#include <optional>
#include <string>
#include <utility>

#include "core/phrase.h"
#include "core/text.h"
#include "directory/fellowship.h"
#include "finder/lists_near.h"
#include "web/pages/pages.h"

namespace waymark::web {
namespace {

using content::KnownList;
using finder::ListOffer;
using finder::Reach;
using html::Data;

std::string heading_of(const Visit& visit, Reach reach) {
    if (reach == Reach::region) return visit.speak.say("In your region");
    if (reach == Reach::country) return visit.speak.say("For the whole country");
    return visit.speak.say("Worldwide, most of it online");
}

std::string holds_words(const Visit& visit, const KnownList& list) {
    const auto& speak = visit.speak;
    if (list.kind == "findtreatment") return speak.say("Places of treatment, and what they offer");
    if (list.kind == "otp")
        return speak.say("Clinics that give methadone and other medication for opioids");
    const auto programme = directory::fellowship_of_code(list.fellowship);
    if (!programme) return speak.say("Meetings or places");
    return speak.say(phrase("Meetings: {programme}",
                            {{"programme", speak.say(directory::info(*programme).name)}}));
}

std::string license_words(const Visit& visit, const KnownList& list) {
    if (list.license.empty()) {
        return visit.speak.say(
            "License: not said. Your pages show it, and nothing passes it on to other programs.");
    }
    if (!list.may_republish)
        return visit.speak.say(phrase("License: {license}. Nothing passes it on to other programs.",
                                      {{"license", list.license}}));
    return visit.speak.say(
        phrase("License: {license}. It may be passed on.", {{"license", list.license}}));
}

Data offer_data(const Visit& visit, const ListOffer& offer) {
    const auto& list = *offer.list;
    return Data::object(
        {{"name", list.name},
         {"holds", holds_words(visit, list)},
         {"is_confirmed", list.is_confirmed},
         {"confirmed", list.is_confirmed ? visit.speak.say("a person has opened it")
                                         : visit.speak.say("not confirmed: nobody has opened it")},
         {"seen", visit.speak.say(
                      phrase("Seen on {date} in: {where}.",
                             {{"date", visit.speak.date(list.seen_on)}, {"where", list.seen_in}}))},
         {"license", license_words(visit, list)},
         {"note", list.note.in(locale::code_of(visit.speak.language()))},
         {"command", finder::import_command(offer)}});
}

Data groups_of(const Visit& visit, const finder::ListOffers& found) {
    Data::List groups;
    for (const Reach reach : {Reach::region, Reach::country, Reach::world}) {
        Data::List lists;
        for (const auto& offer : found.offers) {
            if (offer.reach == reach) lists.push_back(offer_data(visit, offer));
        }
        if (lists.empty()) continue;
        groups.push_back(
            Data::object({{"heading", heading_of(visit, reach)}, {"lists", std::move(lists)}}));
    }
    return groups;
}

std::string more_words(const Visit& visit, const finder::ListOffers& found) {
    if (found.are_more_by_state)
        return visit.speak.say("Name a state to get the lists that are by state.");
    if (found.are_more_by_town)
        return visit.speak.say("Name a town to get the lists around a place.");
    return {};
}

Page start_page(const Visit& visit, Data shown, int status = 200) {
    shown.set("near", visit.param("near"));
    return {.view = "host_start",
            .title = visit.site.settings.name,
            .data = std::move(shown),
            .status = status};
}

}  // namespace

Page host_start(const Visit& visit, const http::PathParams&) {
    Data shown =
        Data::object({{"wrong", false}, {"found", false}, {"groups", false}, {"more", false}});
    if (trimmed(visit.param("near")).empty()) return start_page(visit, std::move(shown));
    const auto community = finder::community_of(visit.param("near"));
    if (!community) {
        shown.set("wrong", visit.speak.say(community.error().message));
        return start_page(visit, std::move(shown), 400);
    }
    const auto found = finder::lists_near(visit.site.known_lists.all(), *community);
    const auto count = static_cast<std::int64_t>(found.offers.size());
    shown.set("found", visit.speak.say(phrase("{count} lists for {place}",
                                              {{"count", count}, {"place", community->name}})));
    shown.set("groups", groups_of(visit, found));
    shown.set("more", more_words(visit, found));
    return start_page(visit, std::move(shown));
}

}  // namespace waymark::web
