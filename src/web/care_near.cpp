#include "web/care_near.h"

#include <algorithm>
#include <utility>

#include "http/message.h"
#include "web/place_card.h"
#include "web/query.h"

namespace waymark::web {
namespace {

using finder::FacilityMatch;
using html::Data;

std::string link_to_all(const CareNear& near, const finder::Options& options) {
    http::Fields fields{{"near", near.typed}};
    for (const auto& [name, value] : options) {
        fields.emplace_back(name, value);
    }
    return "/treatment?" + http::write_form(fields);
}

}  // namespace

CareNear care_near(const Visit& visit) {
    CareNear near{.typed = std::string{visit.param("near")}};
    if (near.typed.empty()) return near;
    if (auto place = places::locate(near.typed)) {
        near.place = std::move(*place);
    } else {
        near.problem = visit.speak.say(place.error().message);
    }
    return near;
}

Visit visit_at(const Visit& visit, const CareNear& near) {
    Visit there = visit;
    if (near.place) {
        there.speak =
            locale::Speaker{visit.speak.language(), locale::manners_of(near.place->best.country)};
    }
    return there;
}

CareFound care_found(const Visit& visit, const CareNear& near, CareAsked& asked) {
    if (!near.place) return {};
    auto options = asked.options;
    options.emplace_back("near", near.typed);
    auto parsed = finder::parse_facility_request(
        options, [&](std::string_view) -> Result<places::Answer> { return *near.place; });
    if (!parsed) return {};
    parsed->request.limit = asked.limit + asked.shown.size();
    const auto answer = finder::search_facilities(*visit.directory, parsed->request, visit.now);
    if (!answer) return {};
    auto matches = answer->matches;
    std::erase_if(matches, [&](const FacilityMatch& match) {
        return std::ranges::find(asked.shown, match.facility->id) != asked.shown.end();
    });
    if (matches.size() > asked.limit) matches.resize(asked.limit);
    if (asked.is_open_first) {
        std::ranges::stable_partition(
            matches, [](const FacilityMatch& match) { return match.is_open == true; });
    }
    for (const auto& match : matches)
        asked.shown.push_back(match.facility->id);
    const bool has_more = answer->total > static_cast<std::int64_t>(matches.size());
    return {.matches = std::move(matches), .has_more = has_more};
}

Data care_cards(const Visit& visit, const CareNear& near, CareAsked& asked) {
    const auto found = care_found(visit, near, asked);
    if (found.matches.empty()) return false;
    Data::List cards;
    for (const auto& match : found.matches)
        cards.push_back(place_card(visit, match));
    return Data::object(
        {{"cards", std::move(cards)},
         {"all", found.has_more ? link_to_all(near, asked.options) : std::string{}}});
}

}  // namespace waymark::web
