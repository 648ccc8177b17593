#include "web/treatment_results.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/text.h"
#include "web/facility_words.h"
#include "web/helplines.h"
#include "web/place_card.h"
#include "web/place_query.h"
#include "web/result_parts.h"
#include "web/sketch.h"

namespace waymark::web {
namespace {

using directory::TraitKind;
using directory::TraitSet;
using finder::FacilityAnswer;
using finder::FacilityMatch;
using finder::ParsedFacilityRequest;
using html::Data;
using locale::Speaker;

constexpr std::size_t kTownsNamed = 8;
constexpr std::size_t kFromHomeShown = 3;
constexpr std::size_t kChoicesShown = 8;

Data says_of(const Visit& visit, const Query& query, const FacilityAnswer& answer) {
    Data::List sentences;
    for (const Phrase& said : answer.says)
        sentences.push_back(Data::object({{"sentence", visit.speak.say(said)}}));
    const bool shows_unknown = query.has("unknown", "show");
    const std::string toggle = answer.unknown > 0 ? query.link("unknown", "show")
                               : shows_unknown    ? query.link("unknown", "")
                                                  : std::string{};
    if (sentences.empty() && toggle.empty()) return false;
    return Data::object({{"sentences", std::move(sentences)},
                         {"toggle", toggle},
                         {"shows_unknown", shows_unknown}});
}

std::string count_words(const Visit& visit, const ParsedFacilityRequest& asked,
                        const FacilityAnswer& answer) {
    const auto shown = static_cast<std::int64_t>(answer.matches.size());
    const auto offset = static_cast<std::int64_t>(asked.request.offset);
    if (answer.total == 0) return visit.speak.say("Nothing found in the lists on this server");
    if (shown == answer.total) {
        return visit.speak.say(locale::counted(shown, phrase("1 place"),
                                               phrase("{count} places", {{"count", shown}})));
    }
    return visit.speak.say(
        phrase("Places {from} to {to} of {total}",
               {{"from", offset + 1}, {"to", offset + shown}, {"total", answer.total}}));
}

Data cards_of(const Visit& visit, const Query& query, const std::vector<FacilityMatch>& matches,
              bool has_marks) {
    const std::string back = query.link("page", query.value("page"));
    Data::List cards;
    for (std::size_t i = 0; i < matches.size(); ++i) {
        const bool is_on_sketch =
            has_marks && matches[i].distance && matches[i].facility->place.point;
        cards.push_back(place_card(
            visit, matches[i], {.mark = is_on_sketch ? std::to_string(i + 1) : "", .back = back}));
    }
    return cards;
}

// The kinds that people narrow by.
bool is_offered(TraitKind asked) {
    using enum TraitKind;
    constexpr std::array kOffered{medication, setting, payment, serves, along, quality, approach};
    return std::ranges::find(kOffered, asked) != kOffered.end();
}

Data facet_of(const Visit& visit, const Query& query, const finder::Facet& facet, TraitKind kind,
              std::int64_t total) {
    Data::List choices;
    for (const auto& [value, count] : facet.counts) {
        const auto trait = directory::trait_of_code(kind, value);
        const bool narrows = count < total && !query.has(facet.name, value);
        if (!trait || !narrows || choices.size() == kChoicesShown) continue;
        auto values = asks_for_all(kind) ? query.values(facet.name) : std::vector<std::string>{};
        values.push_back(value);
        choices.push_back(Data::object({{"href", query.link(facet.name, joined(values, ","))},
                                        {"label", visit.speak.say(directory::info(*trait).name)},
                                        {"count", visit.speak.number(count)}}));
    }
    if (choices.empty()) return false;
    return Data::object({{"name", kind_words(visit.speak, kind)}, {"choices", std::move(choices)}});
}

Data facets_of(const Visit& visit, const Query& query, const FacilityAnswer& answer) {
    Data::List groups;
    for (const auto& facet : answer.facets) {
        const auto kind = directory::trait_kind_of_code(facet.name);
        if (!kind || !is_offered(*kind)) continue;
        Data group = facet_of(visit, query, facet, *kind, answer.total);
        if (group.object() != nullptr) groups.push_back(std::move(group));
    }
    return groups.empty() ? Data{false} : Data::object({{"groups", std::move(groups)}});
}

Data sketch_of(const Visit& visit, const ParsedFacilityRequest& asked,
               const FacilityAnswer& answer) {
    if (!asked.request.near) return false;
    std::vector<Spot> spots;
    std::optional<Kilometers> farthest;
    for (const auto& match : answer.matches) {
        spots.push_back({.point = match.facility->place.point, .distance = match.distance});
        if (match.distance) farthest = std::max(farthest.value_or(Kilometers{}), *match.distance);
    }
    if (!farthest) return false;
    const GeoPoint center = *asked.request.near;
    const auto towns =
        places::towns_around(center, outer_ring(visit.speak, *farthest), kTownsNamed);
    return Data::object({{"drawing", sketch(visit.speak, center, spots, towns)}});
}

// What serves the same state by video or phone and is not in the list above.
Data from_home(const Visit& visit, const Query& query, const ParsedFacilityRequest& asked,
               const FacilityAnswer& answer) {
    auto request = asked.request;
    const bool is_asked = !request.of(TraitKind::telehealth).empty();
    if (is_asked || request.area.empty() || request.offset > 0) return false;
    request.of(TraitKind::telehealth) = TraitSet::of_kind(TraitKind::telehealth);
    request.limit = kFromHomeShown + answer.matches.size();
    request.takes_unknown = false;  // Only those that say so help from afar.
    const auto found = finder::search_facilities(*visit.directory, request, visit.now);
    if (!found) return false;
    std::vector<FacilityMatch> others;
    for (const auto& match : found->matches) {
        const bool is_above = std::ranges::find(answer.matches, match.facility,
                                                &FacilityMatch::facility) != answer.matches.end();
        if (!is_above && others.size() < kFromHomeShown) others.push_back(match);
    }
    if (others.empty()) return false;
    return Data::object({{"cards", cards_of(visit, query, others, false)},
                         {"all", query.link("telehealth", "yes")}});
}

}  // namespace

std::string treatment_heading(const Visit& visit, const Query& query,
                              const ParsedFacilityRequest& asked) {
    if (query.is_precise()) return visit.speak.say("Places near you");
    if (!asked.place) return visit.speak.say("Places that can help");
    if (asked.place->best.precision == places::Precision::exact) {
        return visit.speak.say("Places near this point");
    }
    return visit.speak.say(phrase("Places near {place}", {{"place", asked.place->best.name}}));
}

Data treatment_help(const Visit& visit) {
    const std::string country = usual_country(visit);
    const auto lines = visit.site.helplines.for_everybody(country, "treatment-referral");
    return Data::object({{"lines", helpline_list(visit, lines)}, {"is_us", country == "US"}});
}

Data treatment_results(const Visit& visit, const Query& query, const ParsedFacilityRequest& asked,
                       const FacilityAnswer& answer) {
    Data sketched = sketch_of(visit, asked, answer);
    const bool has_sketch = sketched.object() != nullptr;
    return Data::object(
        {{"place", asked.place ? understood_place(visit, query, *asked.place) : Data{false}},
         {"says", says_of(visit, query, answer)},
         {"count", count_words(visit, asked, answer)},
         {"sketch", std::move(sketched)},
         {"old", old_listings(visit, query, answer.old)},
         {"facets", facets_of(visit, query, answer)},
         {"cards", cards_of(visit, query, answer.matches, has_sketch)},
         {"pages", page_links(visit, query,
                              {.limit = asked.request.limit,
                               .offset = asked.request.offset,
                               .shown = answer.matches.size(),
                               .total = static_cast<std::size_t>(answer.total)})},
         {"from_home", from_home(visit, query, asked, answer)},
         {"nothing", answer.total == 0}});
}

}  // namespace waymark::web
