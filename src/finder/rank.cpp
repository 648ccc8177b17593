#include "finder/rank.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>

#include "finder/steps.h"

namespace waymark::finder {
namespace {

using directory::Concern;
using directory::Feature;
using Attitude = directory::MedicationFact::Attitude;
using std::chrono::days;

constexpr std::array<Step, 5> kByMinutes{
    {{60, 400}, {6 * 60, 300}, {24 * 60, 200}, {3 * 24 * 60, 100}, {7 * 24 * 60, 0}}};
constexpr std::array<Step, 5> kByMeters{
    {{1'000, 300}, {5'000, 240}, {15'000, 160}, {40'000, 60}, {160'000, 0}}};
constexpr int kFromAnywhere = 120;

int points_for_distance(const Fit& fit) {
    if (!fit.distance) return 0;
    if (fit.is_online_only) return kFromAnywhere;
    return points_along(kByMeters, static_cast<std::int64_t>(fit.distance->value * 1000));
}

int points_for_concern(Concern concern) {
    switch (concern) {
        case Concern::opioids:
            return 120;
        case Concern::drugs:
            return 110;
        case Concern::any:
            return 90;
        case Concern::unknown:
            return 50;
        default:
            return 0;
    }
}

int points_for_medication(Attitude attitude) {
    if (attitude == Attitude::welcomes) return 60;
    return attitude == Attitude::refuses ? -60 : 0;
}

int points_for_tending(std::optional<std::chrono::seconds> untended) {
    if (!untended) return 0;
    if (*untended <= days{90}) return 40;
    if (*untended <= days{365}) return 25;
    return *untended <= days{730} ? 10 : 0;
}

bool is_for_others(const Fit& fit, const SearchRequest& request) {
    if (directory::is_for_opioid_users(fit.fellowship)) return false;
    if (fit.features.has(Feature::open)) return false;
    return std::ranges::find(request.fellowships, fit.fellowship) == request.fellowships.end();
}

}  // namespace

int points_of(const Fit& fit, const SearchRequest& request) {
    const auto asked_for = fit.features.bits() & request.audience.bits();
    int points = 15 * std::popcount(asked_for);
    if (fit.until) points += points_along(kByMinutes, fit.until->count());
    points += points_for_distance(fit);
    points += points_for_concern(directory::info(fit.fellowship).concern);
    points += points_for_medication(fit.medication);
    points += points_for_tending(fit.untended);
    return is_for_others(fit, request) ? points - kForOthers : points;
}

int most_points_of(const Fit& fit, std::uint32_t fellowships, std::uint32_t attitudes,
                   const SearchRequest& request) {
    int of_concern = 0;
    for (const auto& info : directory::fellowships()) {
        if ((fellowships >> static_cast<unsigned>(info.fellowship) & 1) == 0) continue;
        of_concern = std::max(of_concern, points_for_concern(info.concern));
    }
    int of_medication = points_for_medication(Attitude::refuses);
    for (const auto attitude : {Attitude::unknown, Attitude::welcomes}) {
        if ((attitudes >> static_cast<unsigned>(attitude) & 1) == 0) continue;
        of_medication = std::max(of_medication, points_for_medication(attitude));
    }
    const int of_distance = fit.distance ? std::max(points_for_distance(fit), kFromAnywhere) : 0;
    return 15 * std::popcount(fit.features.bits() & request.audience.bits()) +
           (fit.until ? points_along(kByMinutes, fit.until->count()) : 0) + of_distance +
           of_concern + of_medication + points_for_tending(fit.untended);
}

std::optional<Instant> tended_at(const directory::Freshness& freshness) {
    return std::max(freshness.updated, freshness.last_confirmed_at);
}

}  // namespace waymark::finder
