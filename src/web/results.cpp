#include "web/results.h"

#include <algorithm>
#include <array>
#include <utility>

#include "finder/request_values.h"
#include "web/any_day.h"
#include "web/card.h"
#include "web/elsewhere.h"
#include "web/result_parts.h"
#include "web/sketch.h"
#include "web/street_map.h"
#include "web/words.h"

namespace waymark::web {
namespace {

using finder::Answer;
using finder::Facet;
using finder::Match;
using html::Data;
using locale::Speaker;

constexpr std::size_t kTownsNamed = 8;

Data says_of(const Visit& visit, const Asked& asked, const Answer& answer) {
    Data::List sentences;
    const auto add = [&](const Phrase& said) {
        sentences.push_back(Data::object({{"sentence", visit.speak.say(said)}}));
    };
    if (asked.is_turned_online) {
        add(phrase("You gave no place, so these are online. Type a town to see what is near."));
    }
    for (const Phrase& said : answer.says)
        add(said);
    return sentences.empty() ? Data{false} : Data::object({{"sentences", std::move(sentences)}});
}

std::string count_words(const Visit& visit, const Asked& asked, const Answer& answer) {
    const auto shown = static_cast<std::int64_t>(answer.matches.size());
    const auto offset = static_cast<std::int64_t>(asked.request.offset);
    if (answer.total == 0) return visit.speak.say("Nothing found in the lists on this server");
    if (shown == answer.total) {
        return visit.speak.say(locale::counted(shown, phrase("1 meeting"),
                                               phrase("{count} meetings", {{"count", shown}})));
    }
    return visit.speak.say(
        phrase("Meetings {from} to {to} of {total}",
               {{"from", offset + 1}, {"to", offset + shown}, {"total", answer.total}}));
}

Data cards_of(const Visit& visit, const std::vector<Match>& matches, const Asked& asked,
              std::string_view prefix, bool has_marks) {
    Data::List cards;
    for (std::size_t i = 0; i < matches.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        const bool is_on_sketch = has_marks && matches[i].distance.has_value();
        cards.push_back(card(visit, matches[i],
                             {.anchor = std::string{prefix} + number,
                              .mark = is_on_sketch ? number : std::string{},
                              .here = asked.here}));
    }
    return cards;
}

std::string facet_name(const Speaker& speak, std::string_view facet) {
    if (facet == "fellowship") return speak.say("Which kind");
    if (facet == "venue") return speak.say("How");
    if (facet == "weekday") return speak.say("Day");
    if (facet == "need") return speak.say("What you need");
    if (facet == "for") return speak.say("Who it is for");
    if (facet == "lang") return speak.say("Language");
    if (facet == "door") return speak.say("Open or closed");
    return {};
}

std::string facet_label(const Speaker& speak, std::string_view facet, const std::string& value) {
    if (facet == "fellowship") {
        const auto fellowship = directory::fellowship_of_code(value);
        return fellowship ? speak.say(directory::info(*fellowship).name) : value;
    }
    if (facet == "venue") {
        const auto venue = directory::venue_of_code(value);
        return venue ? venue_words(speak, *venue) : value;
    }
    if (facet == "weekday") {
        const auto day = finder::parse_weekday(value);
        return day ? speak.weekday(*day) : value;
    }
    if (facet == "lang") return language_words(speak, {value});
    const auto feature = directory::feature_of_code(value);
    return feature ? speak.say(directory::info(*feature).name) : value;
}

Data facet_of(const Visit& visit, const Query& query, const Facet& facet, std::int64_t total) {
    Data::List choices;
    for (const auto& [value, count] : facet.counts) {
        if (count == total || query.has(facet.name, value)) continue;  // It would narrow nothing.
        choices.push_back(Data::object({{"href", query.link(facet.name, value)},
                                        {"label", facet_label(visit.speak, facet.name, value)},
                                        {"count", visit.speak.number(count)}}));
    }
    if (choices.empty()) return false;
    return Data::object(
        {{"name", facet_name(visit.speak, facet.name)}, {"choices", std::move(choices)}});
}

Data facets_of(const Visit& visit, const Query& query, const Answer& answer) {
    Data::List groups;
    for (const Facet& facet : answer.facets) {
        if (facet_name(visit.speak, facet.name).empty()) continue;
        Data group = facet_of(visit, query, facet, answer.total);
        if (group.object() != nullptr) groups.push_back(std::move(group));
    }
    return groups.empty() ? Data{false} : Data::object({{"groups", std::move(groups)}});
}

Data online_of(const Visit& visit, const Asked& asked, const Answer& answer) {
    if (!answer.fallback || answer.fallback->online.empty()) return false;
    return Data::object({{"cards", cards_of(visit, answer.fallback->online, asked, "o", false)}});
}

// Each where its door is; a place that is only about right would mislead here.
std::vector<Pin> pins_of(const std::vector<Match>& matches) {
    std::vector<Pin> pins;
    for (std::size_t i = 0; i < matches.size(); ++i) {
        const auto& place = matches[i].meeting->place;
        if (!matches[i].distance || !place.point || place.is_approximate) continue;
        const std::string number = std::to_string(i + 1);
        pins.push_back({.point = *place.point,
                        .mark = number,
                        .name = matches[i].meeting->name,
                        .anchor = "m" + number});
    }
    return pins;
}

// What the programmes of the cards have published of medication, each once.
Data stances_of(const Visit& visit, const Answer& answer) {
    std::vector<std::string> stances;
    const auto add = [&](const std::vector<Match>& matches) {
        for (const Match& match : matches) {
            std::string words = stance_words(visit.speak, *match.meeting);
            if (words.empty() || std::ranges::find(stances, words) != stances.end()) continue;
            stances.push_back(std::move(words));
        }
    };
    add(answer.matches);
    if (answer.fallback) add(answer.fallback->online);
    if (stances.empty()) return false;
    Data::List list;
    for (std::string& words : stances)
        list.push_back(Data::object({{"stance", std::move(words)}}));
    return Data::object({{"list", std::move(list)}});
}

Data sketch_of(const Visit& visit, const Asked& asked, const Answer& answer) {
    if (!asked.request.near) return false;
    std::optional<Kilometers> farthest;
    for (const Match& match : answer.matches) {
        if (match.distance) farthest = std::max(farthest.value_or(Kilometers{}), *match.distance);
    }
    if (!farthest) return false;
    const GeoPoint center = *asked.request.near;
    const auto towns =
        places::towns_around(center, outer_ring(visit.speak, *farthest), kTownsNamed);
    return Data::object({{"drawing", sketch(visit.speak, center, answer.matches, towns)},
                         {"street_map", street_map(visit, pins_of(answer.matches))}});
}

}  // namespace

std::string heading_words(const Visit& visit, const Query& query, const Asked& asked) {
    if (query.is_online_only()) return visit.speak.say("Meetings online");
    if (query.is_precise()) return visit.speak.say("Meetings near you");
    if (!asked.place) return visit.speak.say("Meetings");
    if (asked.place->best.precision == places::Precision::exact) {
        return visit.speak.say("Meetings near this point");
    }
    return visit.speak.say(phrase("Meetings near {place}", {{"place", asked.place->best.name}}));
}

Data results(const Visit& visit, const Query& query, const Asked& asked, const Answer& answer) {
    Data sketched = sketch_of(visit, asked, answer);
    const bool has_sketch = sketched.object() != nullptr;
    return Data::object({{"place", asked.place && !query.is_online_only()
                                       ? understood_place(visit, query, *asked.place)
                                       : Data{false}},
                         {"says", says_of(visit, asked, answer)},
                         {"count", count_words(visit, asked, answer)},
                         {"sketch", std::move(sketched)},
                         {"old", old_listings(visit, query, answer.old)},
                         {"facets", facets_of(visit, query, answer)},
                         {"cards", cards_of(visit, answer.matches, asked, "m", has_sketch)},
                         {"pages", page_links(visit, query,
                                              {.limit = asked.request.limit,
                                               .offset = asked.request.offset,
                                               .shown = answer.matches.size(),
                                               .total = static_cast<std::size_t>(answer.total)})},
                         {"calendar", answer.matches.empty() || answer.widened
                                          ? std::string{}
                                          : "/feeds/meetings.ics" + any_day_options(query)},
                         {"on_paper", "/find/list" + any_day_options(query)},
                         {"online", online_of(visit, asked, answer)},
                         {"stances", stances_of(visit, answer)},
                         {"elsewhere", elsewhere(visit, answer)}});
}

}  // namespace waymark::web
