#include "web/facility_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text.h"
#include "directory/trait_sources.h"
#include "finder/facility_rank.h"
#include "web/words.h"

namespace waymark::web {
namespace {

using directory::Facility;
using directory::FacilityPhone;
using directory::FacilityStatus;
using directory::GeoPrecision;
using directory::SourceId;
using locale::Speaker;

Date date_of(Instant instant) {
    return Date{std::chrono::floor<std::chrono::days>(instant)};
}

std::string lower_first(std::string words) {
    return ascii_lower(words.substr(0, 1)) + words.substr(1);
}

}  // namespace

std::string list_words(const Speaker& speak, const directory::Source& source) {
    if (source.format == "findtreatment") return speak.say("SAMHSA’s FindTreatment list");
    if (source.format.starts_with("nd-")) return speak.say("SAMHSA’s National Directory");
    if (source.format == "otp-csv") {
        return speak.say("SAMHSA’s list of opioid treatment programmes");
    }
    return speak.say(phrase("the list “{name}”", {{"name", source.name}}));
}

std::string said_words(const Visit& visit, SourceId id) {
    const auto* source = visit.directory->source(id);
    if (source == nullptr) return visit.speak.say("From a list that is no longer here");
    const std::string list = list_words(visit.speak, *source);
    if (!source->fetched_at) {
        return visit.speak.say(
            phrase("From {list}; when it was read is not known", {{"list", list}}));
    }
    return visit.speak.say(
        phrase("From {list}, read on {date}",
               {{"list", list}, {"date", visit.speak.date(date_of(*source->fetched_at))}}));
}

std::vector<SourceId> sources_of(const Facility& facility) {
    std::vector<SourceId> sources{facility.source};
    for (const auto& provenance : facility.provenances) {
        const bool is_known = provenance.source.value == 0 ||
                              std::ranges::find(sources, provenance.source) != sources.end();
        if (!is_known) sources.push_back(provenance.source);
    }
    return sources;
}

bool is_marked(const Visit& visit, const Facility& facility) {
    const auto known = visit.directory->facilities().row(facility).known_true_at;
    return !known || directory::is_older_than(directory::kMarkedAfter, known, visit.now);
}

std::string freshness_words(const Visit& visit, const Facility& facility) {
    std::string words;
    for (const auto source : sources_of(facility)) {
        const std::string said = said_words(visit, source);
        words += words.empty() ? said : "; " + lower_first(said);
    }
    words += ".";
    if (const auto checked = finder::verified_on(facility)) {
        words += " " + visit.speak.say(phrase("Checked by a person on {date}.",
                                              {{"date", visit.speak.date(*checked)}}));
    }
    return words;
}

std::string distance_words(const Speaker& speak, const finder::FacilityMatch& match) {
    if (!match.distance) return {};
    if (match.is_distance_exact) return speak.distance(*match.distance);
    const std::vector<std::pair<std::string, Phrase::Value>> holes{{"distance", *match.distance}};
    if (match.facility->precision == GeoPrecision::postcode) {
        return speak.say(phrase("about {distance} (middle of its ZIP area)", holes));
    }
    return speak.say(phrase("about {distance} (middle of its town)", holes));
}

std::string whereabouts_words(const Speaker& speak, const Facility& facility) {
    const std::string address = address_line(facility.place);
    if (!facility.confidential.empty()) {
        const std::string kept = speak.say("Address kept private: call first");
        return address.empty() ? kept : address + " · " + kept;
    }
    if (!facility.has_place) return speak.say("By phone, on the web or by mail only");
    return address;
}

std::string open_words(const Visit& visit, const Facility& facility) {
    const auto& hours = facility.hours;
    if (directory::is_open_day_and_night(hours)) return visit.speak.say("Open day and night");
    const auto open = directory::is_open(hours, visit.now);
    if (!open) return {};
    const auto when = [&](Instant instant) {
        return visit.speak.when(hours.zone->to_local(instant), hours.zone->to_local(visit.now));
    };
    if (*open) {
        const auto closes = directory::closes_at(hours, visit.now);
        return closes
                   ? visit.speak.say(phrase("Open now. Until: {when}", {{"when", when(*closes)}}))
                   : visit.speak.say("Open now");
    }
    const auto opens = directory::next_opening(hours, visit.now);
    return opens ? visit.speak.say(phrase("Closed now. Opens: {when}", {{"when", when(*opens)}}))
                 : visit.speak.say("Closed now");
}

std::string status_words(const Speaker& speak, const Facility& facility) {
    switch (facility.status) {
        case FacilityStatus::temporarily_closed:
            return speak.say("Closed for now");
        case FacilityStatus::inactive:
            return speak.say("Not taking people");
        case FacilityStatus::active:
            break;
    }
    return {};
}

std::vector<std::string> trait_names(const Speaker& speak, directory::TraitSet set,
                                     directory::TraitKind kind) {
    std::vector<std::string> names;
    for (const auto& each : directory::traits()) {
        if (each.kind == kind && set.has(each.trait)) names.push_back(speak.say(each.name));
    }
    return names;
}

std::string kind_words(const Speaker& speak, directory::TraitKind kind) {
    static const std::array<Phrase, finder::kTraitKinds> kWords{phrase("Sort of place"),
                                                                phrase("Medication"),
                                                                phrase("Kind of care"),
                                                                phrase("How you can pay"),
                                                                phrase("With help made for"),
                                                                phrase("Children"),
                                                                phrase("Age"),
                                                                phrase("Women or men"),
                                                                phrase("Ways they work"),
                                                                phrase("Signs of good care"),
                                                                phrase("Nobody else"),
                                                                phrase("From home"),
                                                                phrase("Detox"),
                                                                phrase("Tests"),
                                                                phrase("Living there"),
                                                                phrase("What you can get"),
                                                                phrase("Getting in")};
    return speak.say(kWords[static_cast<std::size_t>(kind)]);
}

std::string fact_source_words(const Visit& visit, const Facility& facility,
                              directory::Trait trait) {
    const auto* provenance = directory::provenance_of(facility, trait);
    if (provenance == nullptr) return {};
    const bool is_own = provenance->source.value == 0;
    std::string words = said_words(visit, is_own ? facility.source : provenance->source) + ".";
    if (provenance->said_on) {
        words += " " + visit.speak.say(phrase("Said to be so on {date}.",
                                              {{"date", visit.speak.date(*provenance->said_on)}}));
    }
    if (provenance->verified_on) {
        words +=
            " " + visit.speak.say(phrase("Checked by a person on {date}.",
                                         {{"date", visit.speak.date(*provenance->verified_on)}}));
    }
    return words;
}

Dial dial_of(const Speaker& speak, const FacilityPhone& phone) {
    Dial dial{.href = dial_link(phone.number), .shown = phone.number};
    if (phone.extension.empty()) return dial;
    if (!dial.href.empty()) dial.href += "," + phone.extension;
    dial.shown = speak.say(phrase("{number}, extension {extension}",
                                  {{"number", phone.number}, {"extension", phone.extension}}));
    return dial;
}

std::optional<Dial> first_phone(const Speaker& speak, const Facility& facility) {
    constexpr std::array<std::string_view, 4> kFirst{"intake", "voice", "", "hotline"};
    for (const auto kind : kFirst) {
        for (const auto& phone : facility.phones) {
            if (phone.kind != kind) continue;
            auto dial = dial_of(speak, phone);
            if (!dial.href.empty()) return dial;
        }
    }
    return std::nullopt;
}

}  // namespace waymark::web
