#include "web/place_card.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/text.h"
#include "web/facility_words.h"
#include "web/page.h"
#include "web/shortlist.h"

namespace waymark::web {
namespace {

using directory::Facility;
using directory::Trait;
using directory::TraitKind;
using directory::TraitSet;
using finder::FacilityMatch;
using html::Data;
using locale::Speaker;

Data chips(const std::vector<std::string>& labels) {
    Data::List list;
    for (const auto& label : labels)
        list.push_back(Data::object({{"label", label}}));
    return list;
}

std::vector<std::string> quality_words(const Speaker& speak, TraitSet yes) {
    const TraitSet shown{Trait::all_three_medications, Trait::accredited, Trait::naloxone_given};
    auto words = trait_names(speak, yes & shown, TraitKind::quality);
    // Its hours say so already.
    yes.remove(Trait::open_day_and_night);
    for (auto& supply : trait_names(speak, yes, TraitKind::supplies))
        words.push_back(std::move(supply));
    return words;
}

std::vector<std::string> ask_words(const Speaker& speak, const FacilityMatch& match) {
    std::vector<std::string> words;
    for (const Trait trait : match.ask) {
        words.push_back(
            speak.say(phrase("Ask: {what}?", {{"what", speak.say(directory::info(trait).name)}})));
    }
    return words;
}

// What has a place of its own on the card is not said twice.
bool is_said_elsewhere(const FacilityMatch& match, const Phrase& reason) {
    if (match.has_evidence_warning && &reason == &match.why.front()) return true;
    const bool is_distance = std::ranges::any_of(reason.holes, [](const auto& hole) {
        return std::holds_alternative<Kilometers>(hole.second);
    });
    return is_distance || reason.text == "Open now";
}

std::string why_words(const Speaker& speak, const FacilityMatch& match) {
    std::string line;
    for (const Phrase& reason : match.why) {
        if (is_said_elsewhere(match, reason)) continue;
        const std::string said = speak.say(reason);
        line += (line.empty() ? "" : " ") + said + (said.ends_with('.') ? "" : ".");
    }
    return line;
}

std::string where_words(const Speaker& speak, const FacilityMatch& match) {
    const std::string distance = distance_words(speak, match);
    const std::string address = whereabouts_words(speak, *match.facility);
    return distance.empty() || address.empty() ? distance + address : distance + " · " + address;
}

Data phone_of(const Speaker& speak, const Facility& facility) {
    const auto phone = first_phone(speak, facility);
    if (!phone) return false;
    return Data::object(
        {{"dial", phone->href},
         {"words", speak.say(phrase("Call {number}", {{"number", phone->shown}}))}});
}

}  // namespace

Data keep_button(const Visit& visit, const Facility& facility, const std::string& back) {
    const auto kept = kept_places(visit);
    return Data::object({{"place", facility.id.value},
                         {"place_name", facility.name},
                         {"is_kept", std::ranges::find(kept, facility.id) != kept.end()},
                         {"back", back}});
}

Data place_card(const Visit& visit, const FacilityMatch& match, const PlaceCard& options) {
    const Speaker& speak = visit.speak;
    const Facility& facility = *match.facility;
    const std::string number = std::to_string(facility.id.value);
    const std::string anchor = options.anchor.empty() ? "p" + number : options.anchor;
    const std::string back =
        (options.back.empty() ? address_of(visit.request) : options.back) + "#" + anchor;
    const auto& yes = match.traits->yes;
    const std::string pays = joined(trait_names(speak, yes, TraitKind::payment), ", ");
    return Data::object(
        {{"anchor", anchor},
         {"mark", options.mark},
         {"href", "/places/" + number},
         {"name", facility.name},
         {"program", facility.program},
         {"warning", match.has_evidence_warning},
         {"closed", status_words(speak, facility)},
         {"alert", facility.alert},
         {"where", where_words(speak, match)},
         {"open", match.is_open == true ? open_words(visit, facility) : std::string{}},
         {"shut", match.is_open == false ? open_words(visit, facility) : std::string{}},
         {"medications", chips(trait_names(speak, yes, TraitKind::medication))},
         {"qualities", chips(quality_words(speak, yes))},
         {"questions", chips(ask_words(speak, match))},
         {"pays", pays},
         {"phone", phone_of(speak, facility)},
         {"why", why_words(speak, match)},
         {"freshness", freshness_words(visit, facility)},
         {"call_first", is_marked(visit, facility)},
         {"keep", keep_button(visit, facility, back)}});
}

}  // namespace waymark::web
