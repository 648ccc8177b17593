// The vocabulary of what a place of help is and offers: the words of the
// search, into which the codes of every list are mapped (trait_sources.h). The
// list's own codes stay beside it (Facility::attributes).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace waymark::directory {

enum class Trait : std::uint8_t {
    // Kind: what sort of place it is.
    treatment,
    recovery_housing,
    therapeutic_community,
    harm_reduction,
    naloxone_site,
    peer_centre,
    work_training,
    testing,
    mental_health,
    // Medication one can get there: dispensed or prescribed, not only "used by residents".
    methadone,
    buprenorphine,
    buprenorphine_injection,
    naltrexone,
    naltrexone_injection,
    // Setting.
    hospital,
    detox,
    residential,
    day_treatment,
    intensive_outpatient,
    outpatient,
    sober_housing,
    opioid_treatment_program,
    // Payment.
    medicaid,
    medicare,
    private_insurance,
    cash,
    state_insurance,
    military_insurance,
    tribal_funds,
    free_of_charge,
    sliding_scale,
    payment_assistance,
    public_funding,
    // Serves: groups it has a programme for.
    adolescents,
    young_adults,
    women,
    pregnant,
    men,
    seniors,
    lgbtq,
    veterans,
    active_duty,
    military_families,
    justice,
    co_occurring,
    pain,
    hiv,
    sexual_abuse,
    domestic_violence,
    trauma,
    // Along: who may come too.
    children_along,
    // Age and sex it takes.
    age_children,
    age_young_adults,
    age_adults,
    age_seniors,
    female,
    male,
    // Approach.
    cbt,
    contingency_management,
    motivational_interviewing,
    twelve_step,
    relapse_prevention,
    trauma_counselling,
    matrix_model,
    family_counselling,
    peer_support,
    smoking_help,
    // Quality: what SAMHSA and NIDA advise to ask for.
    all_three_medications,
    accredited,
    naloxone_given,
    keeps_medication,
    aftercare,
    discharge_planning,
    interim_services,
    transport,
    case_management,
    // Only: it serves nobody else.
    only_dui,
    only_alcohol,
    only_opioids,
    only_veterans,
    // How one takes part without going there.
    telehealth_counselling,
    telehealth_medication,
    // Detoxification from what (for those that offer it at all).
    opioid_detox,
    alcohol_detox,
    sedative_detox,
    // Tests.
    hiv_test,
    hepatitis_b_test,
    hepatitis_c_test,
    tb_test,
    sti_test,
    // Recovery housing.
    narr_1,
    narr_2,
    narr_3,
    narr_4,
    house_takes_methadone,
    house_takes_buprenorphine,
    house_takes_naltrexone,
    // Naloxone and harm reduction.
    naloxone_free,
    no_prescription_needed,
    no_id_needed,
    walk_in,
    open_day_and_night,
    vending_machine,
    by_mail,
    mobile_site,
    naloxone_nasal,
    naloxone_injectable,
    naloxone_training,
    syringes,
    fentanyl_strips,
    xylazine_strips,
    // Access.
    wheelchair,
    sign_language,
    // Later additions stand here.
    count_,
};

enum class TraitKind : std::uint8_t {
    kind,
    medication,
    setting,
    payment,
    serves,
    along,
    age,
    sex,
    approach,
    quality,
    only,
    telehealth,
    withdrawal,
    test,
    housing,
    supplies,
    access,
};
// "kind", "medication" …: the search's option that takes the codes.
std::string_view code_of(TraitKind kind);
std::optional<TraitKind> trait_kind_of_code(std::string_view code);

struct TraitInfo {
    Trait trait{};
    std::string_view code{};  // "buprenorphine-injection": in URLs, options and JSON.
    TraitKind kind{};
    std::string_view name{};  // English, a key of the catalogue.
};

std::span<const TraitInfo> traits();
const TraitInfo& info(Trait trait);
// A code means one thing within its kind: "hiv" serves, "children" along or age.
std::optional<Trait> trait_of_code(TraitKind kind, std::string_view code);

}  // namespace waymark::directory
