#include "directory/trait_sources.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text.h"

namespace waymark::directory {
namespace {

using enum Trait;

struct Term {
    Trait trait{};
    std::string_view code{};
};

// MU, BU-by-residents and the detox protocols DLC, DB and DM are left out on
// purpose: "methadone used in treatment" is ticked by houses whose residents
// are dosed elsewhere, and a protocol is no detox unit.
constexpr auto kYes = std::to_array<Term>({
    {treatment, "SA"},
    {treatment, "OTP"},
    {mental_health, "MH"},
    {recovery_housing, "HH"},
    {methadone, "OTP"},
    {methadone, "MM"},
    {buprenorphine, "BU"},
    {buprenorphine, "UB"},
    {buprenorphine, "BUM"},
    {buprenorphine, "BWN"},
    {buprenorphine, "BWON"},
    {buprenorphine, "BERI"},
    {buprenorphine_injection, "BERI"},
    {naltrexone, "NU"},
    {naltrexone, "UN"},
    {naltrexone, "VTRL"},
    {naltrexone_injection, "VTRL"},
    {hospital, "HI"},
    {hospital, "HIT"},
    {hospital, "HID"},
    {detox, "DT"},
    {detox, "RD"},
    {detox, "HID"},
    {detox, "OD"},
    {residential, "RES"},
    {residential, "RS"},
    {residential, "RL"},
    {day_treatment, "ODT"},
    {day_treatment, "PHDT"},
    {intensive_outpatient, "OIT"},
    {outpatient, "OP"},
    {outpatient, "ORT"},
    {sober_housing, "HH"},
    {opioid_treatment_program, "OTP"},
    {medicaid, "MD"},
    {medicare, "MC"},
    {private_insurance, "PI"},
    {cash, "SF"},
    {state_insurance, "SI"},
    {military_insurance, "MI"},
    {tribal_funds, "ITU"},
    {free_of_charge, "NP"},
    {sliding_scale, "SS"},
    {payment_assistance, "PA"},
    {public_funding, "FSA"},
    {public_funding, "SAMF"},
    {adolescents, "AD"},
    {young_adults, "TAY"},
    {Trait::women, "WN"},
    {pregnant, "PW"},
    {Trait::men, "MN"},
    {Trait::seniors, "SE"},
    {Trait::lgbtq, "GL"},
    {Trait::veterans, "VET"},
    {Trait::veterans, "VO"},
    {active_duty, "ADM"},
    {military_families, "MF"},
    {justice, "CJ"},
    {co_occurring, "CO"},
    {co_occurring, "SUMH"},
    {pain, "COPSU"},
    {hiv, "HV"},
    {sexual_abuse, "XA"},
    {domestic_violence, "DV"},
    {trauma, "TRMA"},
    {children_along, "BC"},
    {children_along, "CCC"},
    {age_children, "CHLD"},
    {age_young_adults, "YAD"},
    {age_adults, "ADLT"},
    {age_seniors, "SNR"},
    {female, "FEM"},
    {male, "MALE"},
    {cbt, "CBT"},
    {contingency_management, "CMI"},
    {motivational_interviewing, "MOTI"},
    {twelve_step, "TWFA"},
    {relapse_prevention, "RELP"},
    {trauma_counselling, "TRC"},
    {matrix_model, "MX"},
    {matrix_model, "MXM"},
    {family_counselling, "FCO"},
    {peer_support, "PEER"},
    {peer_support, "RC"},
    {smoking_help, "TCC"},
    {smoking_help, "NSC"},
    {smoking_help, "NRT"},
    {accredited, "CARF"},
    {accredited, "JC"},
    {accredited, "COA"},
    {accredited, "NCQA"},
    {accredited, "HFAP"},
    {naloxone_given, "NOE"},
    {keeps_medication, "MOA"},
    {keeps_medication, "OMB"},
    {keeps_medication, "OTP"},
    {keeps_medication, "UB"},
    {keeps_medication, "BUM"},
    {aftercare, "ACC"},
    {discharge_planning, "DP"},
    {interim_services, "ISC"},
    {transport, "TA"},
    {case_management, "CM"},
    {only_dui, "DUO"},
    {only_alcohol, "AUDO"},
    {only_opioids, "OUDO"},
    {only_veterans, "VO"},
    {telehealth_counselling, "TELE"},
    {opioid_detox, "ODTX"},
    {alcohol_detox, "ADTX"},
    {sedative_detox, "BDTX"},
    {hiv_test, "HIVT"},
    {hepatitis_b_test, "HBT"},
    {hepatitis_b_test, "SHB"},
    {hepatitis_c_test, "HCT"},
    {hepatitis_c_test, "SHC"},
    {tb_test, "TBS"},
    {sti_test, "STDT"},
    {Trait::sign_language, "AH"},
});

// "Does not use MAT for opioid use disorders", "Does not treat opioid use disorders".
constexpr auto kNo = std::to_array<Term>({
    {methadone, "NMOA"},
    {buprenorphine, "NMOA"},
    {naltrexone, "NMOA"},
    {keeps_medication, "NMOA"},
    {methadone, "NOOP"},
    {buprenorphine, "NOOP"},
    {naltrexone, "NOOP"},
});

// Open Eligibility (CC BY-SA 3.0), as HSDS lists use it: ids only.
constexpr auto kOpenEligibility = std::to_array<Term>({
    {treatment, "106-01"},
    {detox, "106-01-02"},
    {outpatient, "106-01-04"},
    {residential, "106-01-05"},
    {sober_housing, "106-01-06"},
    {recovery_housing, "106-01-06"},
    {sober_housing, "103-05-04-02"},
    {recovery_housing, "103-05-04-02"},
});

bool is_no(std::string_view value) {
    return value == "no" || value == "No" || value == "false";
}

struct Meaning {
    Trait trait{};
    bool is_yes = true;
};
using Meanings = std::unordered_map<std::string_view, std::vector<Meaning>>;

// By code: a list has thousands of places with dozens of terms each.
const Meanings& samhsa_meanings() {
    static const Meanings kMeanings = [] {
        Meanings by_code;
        for (const auto& term : kYes)
            by_code[term.code].push_back({term.trait, true});
        for (const auto& term : kNo)
            by_code[term.code].push_back({term.trait, false});
        return by_code;
    }();
    return kMeanings;
}

std::optional<Trait> own_trait(std::string_view code) {
    const auto colon = code.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto kind = trait_kind_of_code(code.substr(0, colon));
    return kind ? trait_of_code(*kind, code.substr(colon + 1)) : std::nullopt;
}

// Calls take(trait, is_yes) for each that the attribute says by itself.
template <class Take>
void each_trait(const Attribute& attribute, Take take) {
    if (attribute.taxonomy == kSamhsaTaxonomy) {
        const auto found = samhsa_meanings().find(attribute.code);
        if (found == samhsa_meanings().end()) return;
        for (const auto& meaning : found->second)
            take(meaning.trait, meaning.is_yes);
    } else if (attribute.taxonomy == kWaymarkTaxonomy) {
        if (const auto trait = own_trait(attribute.code)) take(*trait, !is_no(attribute.value));
    } else if (attribute.taxonomy == "open-eligibility") {
        for (const auto& term : kOpenEligibility) {
            if (term.code == attribute.code) take(term.trait, !is_no(attribute.value));
        }
    }
}

constexpr std::array kMedications{methadone, buprenorphine, naltrexone};

// What several facts say only together.
void conclude(Traits& traits) {
    // A term that denies stands against one that affirms: then nothing is known.
    if (traits.no.has(keeps_medication)) traits.yes.remove(keeps_medication);
    const auto unclear = traits.yes & traits.no;
    traits.no = traits.no.without(unclear);

    const TraitSet withdrawal{opioid_detox, alcohol_detox, sedative_detox};
    if (!traits.yes.has(detox)) traits.yes = traits.yes.without(withdrawal);
    if (std::ranges::all_of(kMedications, [&](Trait each) { return traits.yes.has(each); }))
        traits.yes.add(all_three_medications);
    if (std::ranges::any_of(kMedications, [&](Trait each) { return traits.no.has(each); }))
        traits.no.add(all_three_medications);
    // Listed for mental health alone: said so, and kept out of other searches.
    if (traits.yes.has(mental_health) && traits.yes.has(treatment))
        traits.yes.remove(mental_health);
}

}  // namespace

Traits traits_of(const Facility& facility) {
    Traits traits;
    for (const auto& attribute : facility.attributes) {
        each_trait(attribute,
                   [&](Trait trait, bool is_yes) { (is_yes ? traits.yes : traits.no).add(trait); });
    }
    conclude(traits);
    return traits;
}

const Provenance* provenance_of(const Facility& facility, Trait trait) {
    const auto at = [&](int index) -> const Provenance* {
        const auto number = static_cast<std::size_t>(index);
        return number < facility.provenances.size() ? &facility.provenances[number] : nullptr;
    };
    if (trait == all_three_medications) trait = methadone;
    for (const auto& attribute : facility.attributes) {
        bool says = false;
        each_trait(attribute, [&](Trait said, bool) { says |= said == trait; });
        if (says) return at(attribute.provenance);
    }
    return nullptr;
}

Attribute attribute_of(Trait trait, bool is_yes) {
    const auto& what = info(trait);
    return {.taxonomy = std::string{kWaymarkTaxonomy},
            .code = std::string{code_of(what.kind)}.append(":").append(what.code),
            .value = is_yes ? "" : "no"};
}

bool needs_evidence_warning(const Facility& facility) {
    constexpr std::string_view kName = "narconon";
    return fold(facility.name).find(kName) != std::string::npos ||
           fold(facility.program).find(kName) != std::string::npos ||
           fold(facility.organization.name).find(kName) != std::string::npos ||
           fold(facility.website).find(kName) != std::string::npos;
}

}  // namespace waymark::directory
