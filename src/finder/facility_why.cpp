#include "finder/facility_why.h"

#include <algorithm>
#include <array>
#include <string>

#include "finder/facility_scan.h"

namespace waymark::finder {
namespace {

using directory::FacilityStatus;
using directory::GeoPrecision;
using directory::Trait;
using directory::TraitKind;
using directory::TraitSet;
using enum directory::Trait;

Phrase name_of(Trait trait) {
    return phrase(std::string{directory::info(trait).name});
}

TraitSet all_wanted(const FacilityRequest& request) {
    TraitSet all;
    for (std::size_t i = 0; i < kTraitKinds; ++i) {
        if (static_cast<TraitKind>(i) != TraitKind::kind) all = all | request.wanted[i];
    }
    return all;
}

void add_warnings(std::vector<Phrase>& reasons, const FacilityMatch& match) {
    const auto& yes = match.traits->yes;
    if (match.has_evidence_warning) {
        reasons.push_back(phrase(
            "Be careful: there is no good evidence for this programme, and it uses no medication"));
    }
    if (match.facility->status == FacilityStatus::temporarily_closed)
        reasons.push_back(phrase("Closed for now"));
    if (match.facility->status == FacilityStatus::inactive)
        reasons.push_back(phrase("Not taking people"));
    for (const auto trait : {only_dui, only_alcohol, only_opioids, only_veterans}) {
        if (yes.has(trait)) reasons.push_back(name_of(trait));
    }
    if (yes.has(mental_health)) {
        reasons.push_back(
            phrase("Listed for mental health alone: ask whether they help with drug use"));
    }
}

void add_distance(std::vector<Phrase>& reasons, const FacilityMatch& match) {
    if (!match.distance) return;
    const std::vector<std::pair<std::string, Phrase::Value>> holes{{"distance", *match.distance}};
    if (match.is_distance_exact) {
        reasons.push_back(phrase("{distance} away", holes));
    } else if (match.facility->precision == GeoPrecision::postcode) {
        reasons.push_back(phrase("about {distance} away (middle of its ZIP area)", holes));
    } else {
        reasons.push_back(phrase("about {distance} away (middle of its town)", holes));
    }
}

void add_medication(std::vector<Phrase>& reasons, const directory::Traits& traits) {
    if (traits.yes.has(methadone)) reasons.push_back(phrase("Gives methadone"));
    if (traits.yes.has(buprenorphine)) reasons.push_back(phrase("Offers buprenorphine"));
    if (traits.yes.has(naltrexone)) reasons.push_back(phrase("Offers naltrexone"));
    if (traits.yes.has(keeps_medication)) reasons.push_back(phrase("Takes people on medication"));
    if (traits.no.has(keeps_medication))
        reasons.push_back(phrase("Does not take people on medication"));
}

constexpr std::array kCare{accredited, naloxone_given, aftercare, interim_services};

}  // namespace

std::vector<Trait> to_ask(const directory::Traits& traits, const FacilityRequest& request) {
    std::vector<Trait> ask;
    const auto wanted = all_wanted(request);
    for (const auto& each : directory::traits()) {
        if (wanted.has(each.trait) && !traits.knows(each.trait)) ask.push_back(each.trait);
    }
    return ask;
}

std::vector<Phrase> why(const FacilityMatch& match, const FacilityRequest& request) {
    const auto& yes = match.traits->yes;
    std::vector<Phrase> reasons;
    add_warnings(reasons, match);
    add_distance(reasons, match);
    add_medication(reasons, *match.traits);
    if (match.is_open == true) reasons.push_back(phrase("Open now"));
    const TraitSet said{methadone, buprenorphine, naltrexone,   keeps_medication,
                        only_dui,  only_alcohol,  only_opioids, only_veterans};
    const auto asked = all_wanted(request).without(said);
    for (const auto& each : directory::traits()) {
        const bool is_care = std::ranges::find(kCare, each.trait) != kCare.end();
        if (yes.has(each.trait) && (asked.has(each.trait) || is_care))
            reasons.push_back(name_of(each.trait));
    }
    if (!request.languages.empty()) reasons.push_back(phrase("In a language you asked for"));
    if (!request.text.empty()) reasons.push_back(phrase("Matches the words you typed"));
    return reasons;
}

std::vector<Phrase> facilities_say(const FacilityRequest& request, const FacilityAnswer& answer,
                                   double nearest_km) {
    std::vector<Phrase> sentences;
    if (answer.widened) {
        sentences.push_back(phrase("None within {radius}.", {{"radius", *radius_of(request)}}));
        sentences.push_back(
            phrase("The nearest is {distance} away.", {{"distance", Kilometers{nearest_km}}}));
    } else if (answer.total == 0 && !answer.has_list_here) {
        sentences.push_back(
            request.near ? phrase("This server has no list of treatment places for this area yet.")
                         : phrase("This server has no list of treatment places yet."));
    } else if (answer.total == 0) {
        sentences.push_back(
            phrase("No place is known to have all that you asked for. Ask for fewer things at "
                   "once, or call a helpline."));
    }
    if (answer.unknown > 0) {
        sentences.push_back(
            answer.unknown == 1
                ? phrase("1 more place does not say whether it has what you asked for: call and "
                         "ask.")
                : phrase("{count} more places do not say whether they have what you asked for: "
                         "call and ask.",
                         {{"count", answer.unknown}}));
    }
    return sentences;
}

}  // namespace waymark::finder
