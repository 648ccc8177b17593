#include "directory/trait.h"

#include <algorithm>
#include <array>

namespace waymark::directory {
namespace {

using enum Trait;
using K = TraitKind;

constexpr std::array<std::string_view, 17> kKindCodes{
    "kind",       "medication", "setting",  "payment",  "serves", "along",
    "age",        "sex",        "approach", "quality",  "only",   "telehealth",
    "withdrawal", "test",       "housing",  "supplies", "access"};

constexpr auto kTraits = std::to_array<TraitInfo>({
    {treatment, "treatment", K::kind, "Treatment"},
    {recovery_housing, "recovery-housing", K::kind, "Recovery housing"},
    {therapeutic_community, "therapeutic-community", K::kind, "Therapeutic community"},
    {harm_reduction, "harm-reduction", K::kind, "Harm reduction"},
    {naloxone_site, "naloxone", K::kind, "Naloxone"},
    {peer_centre, "peer-centre", K::kind, "Peer or recovery centre"},
    {work_training, "work", K::kind, "Work and training"},
    {testing, "testing", K::kind, "Testing for HIV and hepatitis"},
    {mental_health, "mental-health", K::kind, "Mental health care"},
    {methadone, "methadone", K::medication, "Methadone"},
    {buprenorphine, "buprenorphine", K::medication, "Buprenorphine"},
    {buprenorphine_injection, "buprenorphine-injection", K::medication, "Buprenorphine injection"},
    {naltrexone, "naltrexone", K::medication, "Naltrexone"},
    {naltrexone_injection, "naltrexone-injection", K::medication, "Naltrexone injection"},
    {hospital, "hospital", K::setting, "Hospital"},
    {detox, "detox", K::setting, "Detox"},
    {residential, "residential", K::setting, "Living there (residential)"},
    {day_treatment, "day", K::setting, "Day treatment"},
    {intensive_outpatient, "intensive-outpatient", K::setting,
     "Several visits a week (intensive outpatient)"},
    {outpatient, "outpatient", K::setting, "Visits (outpatient)"},
    {sober_housing, "sober-housing", K::setting, "Sober housing"},
    {opioid_treatment_program, "opioid-treatment-program", K::setting,
     "Opioid treatment programme"},
    {medicaid, "medicaid", K::payment, "Medicaid"},
    {medicare, "medicare", K::payment, "Medicare"},
    {private_insurance, "private", K::payment, "Private insurance"},
    {cash, "cash", K::payment, "Cash"},
    {state_insurance, "state", K::payment, "State insurance plan"},
    {military_insurance, "military", K::payment, "Military insurance"},
    {tribal_funds, "tribal", K::payment, "Tribal or Indian Health Service funds"},
    {free_of_charge, "free", K::payment, "Free for everybody"},
    {sliding_scale, "sliding-scale", K::payment, "Price by income"},
    {payment_assistance, "assistance", K::payment, "Help with paying"},
    {public_funding, "public-funding", K::payment, "Public funding"},
    {adolescents, "adolescents", K::serves, "Teenagers"},
    {young_adults, "young-adults", K::serves, "Young adults"},
    {women, "women", K::serves, "Women"},
    {pregnant, "pregnant", K::serves, "Pregnant people and new mothers"},
    {men, "men", K::serves, "Men"},
    {seniors, "seniors", K::serves, "Older people"},
    {lgbtq, "lgbtq", K::serves, "LGBTQ+ people"},
    {veterans, "veterans", K::serves, "Veterans"},
    {active_duty, "active-duty", K::serves, "People in the military"},
    {military_families, "military-families", K::serves, "Military families"},
    {justice, "justice", K::serves, "People with a court case or parole"},
    {co_occurring, "co-occurring", K::serves, "People who also live with a mental illness"},
    {pain, "pain", K::serves, "People with lasting pain"},
    {hiv, "hiv", K::serves, "People with HIV"},
    {sexual_abuse, "sexual-abuse", K::serves, "People who lived through sexual violence"},
    {domestic_violence, "domestic-violence", K::serves,
     "People who lived through violence at home"},
    {trauma, "trauma", K::serves, "People who lived through trauma"},
    {children_along, "children", K::along, "You can bring your children"},
    {age_children, "children", K::age, "Under 18"},
    {age_young_adults, "young-adults", K::age, "18 to 25"},
    {age_adults, "adults", K::age, "26 to 64"},
    {age_seniors, "seniors", K::age, "65 and over"},
    {female, "female", K::sex, "Takes women"},
    {male, "male", K::sex, "Takes men"},
    {cbt, "cbt", K::approach, "Cognitive behavioural therapy"},
    {contingency_management, "cm", K::approach, "Rewards (contingency management)"},
    {motivational_interviewing, "mi", K::approach, "Motivational interviewing"},
    {twelve_step, "twelve-step", K::approach, "Twelve steps"},
    {relapse_prevention, "relapse-prevention", K::approach, "Relapse prevention"},
    {trauma_counselling, "trauma-counselling", K::approach, "Trauma counselling"},
    {matrix_model, "matrix", K::approach, "Matrix model"},
    {family_counselling, "family", K::approach, "Family counselling"},
    {peer_support, "peer-support", K::approach, "Peer support"},
    {smoking_help, "smoking", K::approach, "Help to stop smoking"},
    {all_three_medications, "all-three-medications", K::quality, "All three medications"},
    {accredited, "accredited", K::quality, "Accredited"},
    {naloxone_given, "naloxone", K::quality, "Naloxone and overdose training"},
    {keeps_medication, "keeps-medication", K::quality, "Takes people on medication"},
    {aftercare, "aftercare", K::quality, "Care afterwards"},
    {discharge_planning, "discharge-planning", K::quality, "A plan for when you leave"},
    {interim_services, "interim", K::quality, "Help while you wait"},
    {transport, "transport", K::quality, "Help with getting there"},
    {case_management, "case-management", K::quality, "A case manager"},
    {only_dui, "dui", K::only, "Only for people sent for drink driving"},
    {only_alcohol, "alcohol", K::only, "Only for alcohol"},
    {only_opioids, "opioids", K::only, "Only for opioids"},
    {only_veterans, "veterans", K::only, "Only for veterans"},
    {telehealth_counselling, "counselling", K::telehealth, "Counselling by video"},
    {telehealth_medication, "medication", K::telehealth, "Medication by video or phone"},
    {opioid_detox, "opioids", K::withdrawal, "Detox from opioids"},
    {alcohol_detox, "alcohol", K::withdrawal, "Detox from alcohol"},
    {sedative_detox, "sedatives", K::withdrawal, "Detox from calming pills"},
    {hiv_test, "hiv", K::test, "HIV test"},
    {hepatitis_b_test, "hepatitis-b", K::test, "Hepatitis B test"},
    {hepatitis_c_test, "hepatitis-c", K::test, "Hepatitis C test"},
    {tb_test, "tb", K::test, "Tuberculosis test"},
    {sti_test, "sti", K::test, "Test for infections passed on by sex"},
    {narr_1, "narr-1", K::housing, "Run by the people who live there (NARR level 1)"},
    {narr_2, "narr-2", K::housing, "With a house manager (NARR level 2)"},
    {narr_3, "narr-3", K::housing, "With staff (NARR level 3)"},
    {narr_4, "narr-4", K::housing, "With treatment in the house (NARR level 4)"},
    {house_takes_methadone, "methadone", K::housing, "You may live there on methadone"},
    {house_takes_buprenorphine, "buprenorphine", K::housing, "You may live there on buprenorphine"},
    {house_takes_naltrexone, "naltrexone", K::housing, "You may live there on naltrexone"},
    {naloxone_free, "free", K::supplies, "Free naloxone"},
    {no_prescription_needed, "no-prescription", K::supplies, "No prescription needed"},
    {no_id_needed, "no-id", K::supplies, "No papers asked"},
    {walk_in, "walk-in", K::supplies, "Walk in"},
    {open_day_and_night, "day-and-night", K::supplies, "Open day and night"},
    {vending_machine, "machine", K::supplies, "A machine or a box"},
    {by_mail, "mail", K::supplies, "By mail"},
    {mobile_site, "mobile", K::supplies, "Mobile: it moves about"},
    {naloxone_nasal, "nasal", K::supplies, "Nasal spray"},
    {naloxone_injectable, "injectable", K::supplies, "To inject"},
    {naloxone_training, "training", K::supplies, "They show you how"},
    {syringes, "syringes", K::supplies, "New syringes"},
    {fentanyl_strips, "fentanyl-strips", K::supplies, "Fentanyl test strips"},
    {xylazine_strips, "xylazine-strips", K::supplies, "Xylazine test strips"},
    {wheelchair, "wheelchair", K::access, "Wheelchair access"},
    {sign_language, "sign-language", K::access, "Sign language"},
});
static_assert(kTraits.size() == static_cast<std::size_t>(count_));

constexpr bool stands_in_order() {
    for (std::size_t i = 0; i < kTraits.size(); ++i) {
        if (static_cast<std::size_t>(kTraits[i].trait) != i) return false;
    }
    return true;
}
static_assert(stands_in_order());

}  // namespace

std::string_view code_of(TraitKind kind) {
    return kKindCodes[static_cast<std::size_t>(kind)];
}

std::optional<TraitKind> trait_kind_of_code(std::string_view code) {
    const auto found = std::ranges::find(kKindCodes, code);
    if (found == kKindCodes.end()) return std::nullopt;
    return static_cast<TraitKind>(found - kKindCodes.begin());
}

std::span<const TraitInfo> traits() {
    return kTraits;
}

const TraitInfo& info(Trait trait) {
    return kTraits[static_cast<std::size_t>(trait)];
}

std::optional<Trait> trait_of_code(TraitKind kind, std::string_view code) {
    const auto found = std::ranges::find_if(
        kTraits, [&](const TraitInfo& each) { return each.kind == kind && each.code == code; });
    if (found == kTraits.end()) return std::nullopt;
    return found->trait;
}

}  // namespace waymark::directory
