#include "web/place_questions.h"

#include <algorithm>
#include <utility>

#include "core/text.h"
#include "finder/facility_search.h"
#include "web/facility_words.h"

namespace waymark::web {
namespace {

using directory::Facility;
using directory::Trait;
using directory::TraitKind;
using directory::Traits;
using directory::TraitSet;
using html::Data;
using enum directory::Trait;

// Facts of one kind that the same source states.
struct Stated {
    std::string source{};
    std::vector<std::string> labels{};
};

std::string label_of(const Visit& visit, const Traits& traits, Trait trait) {
    const std::string name = visit.speak.say(directory::info(trait).name);
    if (traits.yes.has(trait)) return name;
    return visit.speak.say(phrase("{what}: no", {{"what", name}}));
}

std::vector<Stated> stated(const Visit& visit, const Facility& facility, const Traits& traits,
                           TraitKind kind, TraitSet left_out) {
    std::vector<Stated> all;
    for (const auto& each : directory::traits()) {
        if (each.kind != kind || !traits.knows(each.trait) || left_out.has(each.trait)) continue;
        std::string source = fact_source_words(visit, facility, each.trait);
        auto group = std::ranges::find(all, source, &Stated::source);
        if (group == all.end()) group = all.insert(all.end(), {.source = std::move(source)});
        group->labels.push_back(label_of(visit, traits, each.trait));
    }
    return all;
}

}  // namespace

std::vector<Trait> main_questions(const Traits& traits) {
    const bool is_house = traits.yes.has(recovery_housing);
    const bool is_supplies = traits.yes.has(naloxone_site) || traits.yes.has(harm_reduction);
    if (traits.yes.has(treatment) || (!is_house && !is_supplies)) {
        return {methadone,  buprenorphine,    naltrexone,   keeps_medication, telehealth_medication,
                medicaid,   sliding_scale,    co_occurring, children_along,   naloxone_given,
                accredited, interim_services, aftercare,    wheelchair};
    }
    if (is_house) {
        return {house_takes_methadone,
                house_takes_buprenorphine,
                house_takes_naltrexone,
                children_along,
                female,
                male,
                payment_assistance,
                naloxone_given,
                wheelchair};
    }
    return {naloxone_free, no_prescription_needed, no_id_needed,    walk_in,
            by_mail,       naloxone_training,      fentanyl_strips, syringes};
}

std::string answer_words(const locale::Speaker& speak, const Traits& traits, Trait trait) {
    if (traits.yes.has(trait)) return speak.say("Yes");
    if (traits.no.has(trait)) return speak.say("No");
    return speak.say("Not said: ask");
}

std::string common_source(const Visit& visit, const Facility& facility, const Traits& traits) {
    std::string common;
    for (const auto& each : directory::traits()) {
        if (!traits.knows(each.trait)) continue;
        std::string source = fact_source_words(visit, facility, each.trait);
        if (!common.empty() && source != common) return {};
        common = std::move(source);
    }
    return common;
}

Data main_answers(const Visit& visit, const Facility& facility, const Traits& traits) {
    const std::string common = common_source(visit, facility, traits);
    Data::List rows;
    for (const Trait trait : main_questions(traits)) {
        const bool is_known = traits.knows(trait);
        const bool has_own = is_known && common.empty();
        rows.push_back(Data::object(
            {{"question", visit.speak.say(directory::info(trait).name)},
             {"answer", answer_words(visit.speak, traits, trait)},
             {"is_unknown", !is_known},
             {"source", has_own ? fact_source_words(visit, facility, trait) : std::string{}}}));
    }
    return rows;
}

Data other_facts(const Visit& visit, const Facility& facility, const Traits& traits) {
    TraitSet left_out;
    for (const Trait trait : main_questions(traits))
        left_out.add(trait);
    const bool has_common = !common_source(visit, facility, traits).empty();
    Data::List groups;
    for (std::size_t i = 0; i < finder::kTraitKinds; ++i) {
        const auto kind = static_cast<TraitKind>(i);
        Data::List facts;
        for (const auto& each : stated(visit, facility, traits, kind, left_out)) {
            facts.push_back(Data::object({{"labels", joined(each.labels, ", ")},
                                          {"source", has_common ? std::string{} : each.source}}));
        }
        if (facts.empty()) continue;
        groups.push_back(
            Data::object({{"kind", kind_words(visit.speak, kind)}, {"facts", std::move(facts)}}));
    }
    if (groups.empty()) return false;
    return Data::object({{"groups", std::move(groups)}});
}

}  // namespace waymark::web
