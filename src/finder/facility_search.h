// Places of help that fit: treatment, housing, harm reduction, naloxone, peers,
// work, tests. The same snapshot and the same promises as finder/search.h: a
// pure function, nothing kept.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/geo.h"
#include "core/phrase.h"
#include "core/result.h"
#include "directory/facility.h"
#include "directory/trait_set.h"
#include "finder/search.h"
#include "finder/snapshot.h"

namespace waymark::finder {

inline constexpr std::size_t kTraitKinds = 17;

// What a person asks for. Of kind, medication, setting, payment, age, sex,
// only, telehealth, withdrawal and housing any value asked for will do; of
// serves, along, approach, quality, test, supplies and access a place has all.
// A place must be known to have it: what nobody has said is no match, unless
// `takes_unknown`. Age and sex alone turn away only where the answer is no.
struct FacilityRequest {
    std::optional<GeoPoint> near{};
    // With `near`. Missing: kRadiusUsual, or no limit by Sort::nearest.
    std::optional<Kilometers> radius{};
    std::optional<GeoBox> box{};
    std::string area{};  // "US-VA": of `near`, for telehealth.
    // By directory::TraitKind. Without a kind: treatment, therapeutic
    // communities and recovery housing, and what does not say its kind.
    std::array<directory::TraitSet, kTraitKinds> wanted{};
    bool is_any_kind = false;
    bool takes_unknown = false;
    bool shows_dui_only = false;  // Else those are hidden.
    bool is_open_now = false;
    // With those that nobody knew to be true in the last 90 days (directory/age.h).
    bool shows_old = false;
    std::vector<std::string> languages{};  // BCP 47; any of them.
    std::string text{};
    Sort sort = Sort::best;  // Not soonest.
    std::size_t limit = 20;
    std::size_t offset = 0;

    directory::TraitSet& of(directory::TraitKind kind) {
        return wanted[static_cast<std::size_t>(kind)];
    }
    const directory::TraitSet& of(directory::TraitKind kind) const {
        return wanted[static_cast<std::size_t>(kind)];
    }
};

struct FacilityMatch {
    const directory::Facility* facility = nullptr;  // Owned by the snapshot.
    const directory::Traits* traits = nullptr;      // So is this.
    std::optional<Kilometers> distance{};           // None by telehealth, or without a point.
    bool is_distance_exact = false;                 // Else it is "about".
    bool has_evidence_warning = false;
    std::optional<bool> is_open{};  // Now; nothing when its hours are not known.
    std::vector<Phrase> why{};
    std::vector<directory::Trait> ask{};  // Asked for, and not said by the list.
    int points = 0;                       // By Sort::best (facility_rank.h).
};

struct FacilityAnswer {
    std::vector<FacilityMatch> matches{};
    std::int64_t total = 0;               // All matches, whatever limit and offset.
    std::optional<Kilometers> widened{};  // The wider circle; `matches` are of it.
    // How many more there would be with `takes_unknown`.
    std::int64_t unknown = 0;
    std::int64_t old = 0;         // More that `shows_old` would have found.
    std::vector<Facet> facets{};  // By directory::TraitKind, over all `total`.
    std::vector<Phrase> says{};
    bool has_list_here = false;  // Any place of help at all within 100 km of `near`.
};

// By Sort::best one of the first three gives medication for opioid use
// disorder, when any match does; the rest keeps its order.
//
// Fails with invalid_input, naming the option. Finding nothing is no failure.
Result<FacilityAnswer> search_facilities(const Snapshot& snapshot, const FacilityRequest& request,
                                         Instant now);

// Why it is shown, for a place that was not searched for (its own page, a
// comparison): no distance, nothing asked.
FacilityMatch match_alone(const Snapshot& snapshot, const directory::Facility& facility,
                          Instant now);

}  // namespace waymark::finder
