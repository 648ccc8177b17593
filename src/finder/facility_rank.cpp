#include "finder/facility_rank.h"

#include <algorithm>
#include <array>

#include "finder/steps.h"

namespace waymark::finder {
namespace {

using directory::FacilityStatus;
using directory::TraitKind;
using enum directory::Trait;

constexpr std::array<Step, 5> kByMeters{
    {{2'000, 300}, {10'000, 240}, {30'000, 160}, {80'000, 60}, {300'000, 0}}};
constexpr int kByTelehealth = 120;
constexpr std::chrono::days kFresh{90};
constexpr std::chrono::days kRecent{365};

int points_for_distance(const FacilityFit& fit) {
    if (fit.is_by_telehealth) return kByTelehealth;
    if (!fit.distance) return 0;
    return points_along(kByMeters, static_cast<std::int64_t>(fit.distance->value * 1000));
}

int points_for_medication(const directory::Traits& traits) {
    int points = 0;
    if (gives_opioid_medication(traits)) {
        points += 120;
    } else if (traits.yes.has(naltrexone)) {
        points += 40;
    }
    if (traits.yes.has(all_three_medications)) points += 30;
    if (traits.yes.has(keeps_medication)) points += 30;
    if (traits.no.has(keeps_medication)) points -= 60;
    return points;
}

int count_of(directory::TraitSet set) {
    return static_cast<int>(std::ranges::count_if(
        directory::traits(), [&](const auto& each) { return set.has(each.trait); }));
}

int points_for_asked(const directory::Traits& traits, const FacilityRequest& request) {
    int points = 0;
    for (std::size_t kind = 0; kind < kTraitKinds; ++kind) {
        if (kind == static_cast<std::size_t>(TraitKind::kind)) continue;
        points += 20 * count_of(traits.yes & request.wanted[kind]);
    }
    return points;
}

int points_for_care(const directory::Traits& traits) {
    return 15 * count_of(traits.yes & directory::TraitSet{accredited, naloxone_given, aftercare,
                                                          interim_services});
}

int points_for_freshness(const std::optional<std::chrono::seconds>& age) {
    if (!age) return 0;
    if (*age <= kFresh) return 40;
    return *age <= kRecent ? 25 : 0;
}

// Who would be turned away there.
int points_for_others(const FacilityFit& fit, const FacilityRequest& request) {
    const directory::TraitSet others{only_alcohol, only_dui, mental_health};
    int points = fit.traits.yes.has_any(others) ? -200 : 0;
    const bool is_veteran = request.of(TraitKind::serves).has(directory::Trait::veterans);
    if (fit.traits.yes.has(only_veterans) && !is_veteran) points -= 200;
    return points;
}

}  // namespace

bool gives_opioid_medication(const directory::Traits& traits) {
    return traits.yes.has(methadone) || traits.yes.has(buprenorphine);
}

int points_of(const FacilityFit& fit, const FacilityRequest& request) {
    int points = points_for_distance(fit) + points_for_medication(fit.traits) +
                 points_for_asked(fit.traits, request) + points_for_care(fit.traits) +
                 points_for_freshness(fit.age) + points_for_others(fit, request);
    if (fit.status != FacilityStatus::active) points -= 300;
    if (fit.has_evidence_warning) points -= 1000;
    return points;
}

}  // namespace waymark::finder
