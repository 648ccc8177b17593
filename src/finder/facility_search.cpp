#include "finder/facility_search.h"

#include <algorithm>
#include <limits>

#include "finder/check_asked.h"
#include "finder/facility_scan.h"
#include "finder/facility_why.h"

namespace waymark::finder {
namespace {

using directory::GeoPrecision;
using directory::TraitKind;
using directory::TraitSet;

constexpr Kilometers kListedAround{100};

Result<> check(const FacilityRequest& request) {
    TRY(check_where(request.near, request.radius, request.box));
    TRY(check_text(request.text));
    if (request.limit == 0 || request.limit > kMatchesMax) {
        return invalid_input("limit", "Ask for 1 to 1000 places at a time.");
    }
    if (request.offset > kOffsetMax) {
        return invalid_input("offset", "Write how many places to pass over, 0 or more.");
    }
    if (request.sort == Sort::soonest) return invalid_input("sort", "Choose best or nearest.");
    return {};
}

FacilityMatch match_of(const Snapshot& snapshot, const FacilityRequest& request,
                       const FacilityHit& hit, Instant now) {
    const auto& facilities = snapshot.facilities();
    const auto& facility = facilities.list()[hit.row];
    const auto& row = facilities.rows()[hit.row];
    FacilityMatch match{.facility = &facility,
                        .traits = &row.traits,
                        .has_evidence_warning = row.has_evidence_warning,
                        .is_open = directory::is_open(facility.hours, now),
                        .points = hit.points};
    if (hit.km != std::numeric_limits<double>::infinity() && !hit.is_by_telehealth) {
        match.distance = Kilometers{hit.km};
        match.is_distance_exact = facility.precision == GeoPrecision::rooftop ||
                                  facility.precision == GeoPrecision::street;
    }
    match.ask = to_ask(row.traits, request);
    match.why = why(match, request);
    return match;
}

std::vector<Facet> facets_of(const FoundFacilities& found) {
    std::vector<Facet> facets;
    for (std::size_t i = 0; i < kTraitKinds; ++i) {
        const auto kind = static_cast<TraitKind>(i);
        Facet facet{.name = std::string{directory::code_of(kind)}};
        for (const auto& each : directory::traits()) {
            const auto count = found.counts[static_cast<std::size_t>(each.trait)];
            if (each.kind == kind && count > 0)
                facet.counts.push_back({std::string{each.code}, count});
        }
        std::ranges::stable_sort(facet.counts, std::ranges::greater{}, &FacetCount::count);
        if (!facet.counts.empty()) facets.push_back(std::move(facet));
    }
    return facets;
}

// The nearest anywhere, and all that are about as near.
std::optional<FoundFacilities> widen(const Snapshot& snapshot, FacilityRequest& request,
                                     Instant now) {
    const auto asked = radius_of(request);
    if (!request.near || !asked || *asked >= kRadiusMax) return std::nullopt;
    request.radius = kRadiusMax;
    const auto far = scan_facilities(snapshot.facilities(), request, now);
    if (far.total == 0) return std::nullopt;
    auto radius = *asked;
    while (radius.value < far.nearest_km)
        radius.value = std::min(radius.value * 2, kRadiusMax.value);
    request.radius = radius;
    return scan_facilities(snapshot.facilities(), request, now);
}

// Else a place cannot leave anything open, and need not be counted again.
bool asks_for_traits(const FacilityRequest& request) {
    for (std::size_t i = 0; i < kTraitKinds; ++i) {
        if (static_cast<TraitKind>(i) != TraitKind::kind && !request.wanted[i].empty()) return true;
    }
    return false;
}

std::int64_t count_with_unknown(const Snapshot& snapshot, FacilityRequest request, Instant now) {
    request.takes_unknown = true;
    request.offset = 0;
    request.limit = 1;
    return scan_facilities(snapshot.facilities(), request, now).total;
}

bool has_list_around(const Snapshot& snapshot, const FacilityRequest& request) {
    const auto& facilities = snapshot.facilities();
    if (!request.near) return !facilities.list().empty();
    bool has_any = false;
    facilities.grid().each_row(bounds_of(*request.near, kListedAround),
                               [&](RowNumber) { has_any = true; });
    return has_any;
}

}  // namespace

Result<FacilityAnswer> search_facilities(const Snapshot& snapshot, const FacilityRequest& request,
                                         Instant now) {
    TRY(check(request));
    FacilityAnswer answer;
    FacilityRequest searched = request;
    auto found = scan_facilities(snapshot.facilities(), searched, now);
    answer.old = found.old;
    if (found.total == 0) {
        if (auto wider = widen(snapshot, searched, now)) {
            found = std::move(*wider);
            answer.widened = searched.radius;
        } else {
            searched = request;
        }
    }
    answer.total = found.total;
    if (!request.takes_unknown && asks_for_traits(request)) {
        answer.unknown = count_with_unknown(snapshot, searched, now) - found.total;
    }
    answer.facets = facets_of(found);
    const std::span<const FacilityHit> first{found.first};
    for (const auto& hit : first.subspan(std::min(request.offset, first.size())))
        answer.matches.push_back(match_of(snapshot, searched, hit, now));
    answer.has_list_here = has_list_around(snapshot, request);
    answer.says = facilities_say(request, answer, found.nearest_km);
    return answer;
}

FacilityMatch match_alone(const Snapshot& snapshot, const directory::Facility& facility,
                          Instant now) {
    const auto& facilities = snapshot.facilities();
    const auto row = static_cast<RowNumber>(&facility - facilities.list().data());
    const FacilityRequest nothing;
    return match_of(snapshot, nothing, hit_of(facilities, nothing, row, now), now);
}

}  // namespace waymark::finder
