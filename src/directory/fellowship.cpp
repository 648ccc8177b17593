#include "directory/fellowship.h"

#include <algorithm>
#include <array>

namespace waymark::directory {
namespace {

using enum Fellowship;
using F = Family;
using C = Concern;

// Codes are those of the TSML plugin's programmes where it has one.
constexpr std::array<FellowshipInfo, 21> kFellowships{{
    {unknown, "unknown", "?", "Programme not known", F::unknown, C::unknown},
    {na, "na", "NA", "Narcotics Anonymous", F::twelve_step, C::drugs},
    {ha, "ha", "HA", "Heroin Anonymous", F::twelve_step, C::opioids},
    {aa, "aa", "AA", "Alcoholics Anonymous", F::twelve_step, C::alcohol},
    {ca, "ca", "CA", "Cocaine Anonymous", F::twelve_step, C::any},
    {cma, "cma", "CMA", "Crystal Meth Anonymous", F::twelve_step, C::stimulants},
    {ma, "ma", "MA", "Marijuana Anonymous", F::twelve_step, C::cannabis},
    {smart, "smart", "SMART", "SMART Recovery", F::secular, C::any},
    {refuge_recovery, "rr", "Refuge", "Refuge Recovery", F::buddhist, C::any},
    {recovery_dharma, "rd", "Dharma", "Recovery Dharma", F::buddhist, C::any},
    {lifering, "lifering", "LifeRing", "LifeRing Secular Recovery", F::secular, C::any},
    {celebrate_recovery, "celebrate-recovery", "CR", "Celebrate Recovery", F::christian, C::any},
    {women_for_sobriety, "wfs", "WFS", "Women for Sobriety", F::secular, C::any},
    {al_anon, "al-anon", "Al-Anon", "Al-Anon Family Groups", F::relatives, C::relatives},
    {nar_anon, "nar-anon", "Nar-Anon", "Nar-Anon Family Groups", F::relatives, C::relatives},
    {families_anonymous, "fa", "FA", "Families Anonymous", F::relatives, C::relatives},
    {drug_addicts_anonymous, "daa", "DAA", "Drug Addicts Anonymous", F::twelve_step, C::drugs},
    {pal, "pal", "PAL", "Parents of Addicted Loved Ones", F::relatives, C::relatives},
    {aca, "aca", "ACA", "Adult Children of Alcoholics", F::relatives, C::relatives},
    {coda, "coda", "CoDA", "Co-Dependents Anonymous", F::relatives, C::relatives},
    {other, "other", "Other", "Another programme", F::unknown, C::unknown},
}};

}  // namespace

std::span<const FellowshipInfo> fellowships() {
    return kFellowships;
}

const FellowshipInfo& info(Fellowship fellowship) {
    return kFellowships[static_cast<std::size_t>(fellowship)];
}

std::optional<Fellowship> fellowship_of_code(std::string_view code) {
    const auto found = std::ranges::find(kFellowships, code, &FellowshipInfo::code);
    if (found == kFellowships.end()) return std::nullopt;
    return found->fellowship;
}

std::string_view code_of(Family family) {
    constexpr std::array<std::string_view, 6> kCodes{"unknown",  "12-step",   "secular",
                                                     "buddhist", "christian", "relatives"};
    return kCodes[static_cast<std::size_t>(family)];
}

std::string_view code_of(Concern concern) {
    constexpr std::array<std::string_view, 8> kCodes{
        "unknown", "any", "drugs", "opioids", "stimulants", "cannabis", "alcohol", "relatives"};
    return kCodes[static_cast<std::size_t>(concern)];
}

bool is_for_opioid_users(Fellowship fellowship) {
    const auto concern = info(fellowship).concern;
    return concern == C::drugs || concern == C::opioids || concern == C::any ||
           concern == C::unknown;
}

}  // namespace waymark::directory
