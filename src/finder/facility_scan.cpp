#include "finder/facility_scan.h"

#include <algorithm>
#include <limits>

#include "core/text.h"
#include "finder/facility_rank.h"
#include "finder/first_hits.h"

namespace waymark::finder {
namespace {

using directory::Facility;
using directory::Trait;
using directory::TraitKind;
using directory::Traits;
using directory::TraitSet;
using enum directory::Trait;

constexpr double kNowhere = std::numeric_limits<double>::infinity();
constexpr std::size_t kWithMedicationBefore = 3;
constexpr TraitSet kUsualKinds{treatment, therapeutic_community, recovery_housing};

// Whether any value of the kind will do; else a place has all that is asked.
bool any_will_do(TraitKind kind) {
    switch (kind) {
        case TraitKind::serves:
        case TraitKind::along:
        case TraitKind::approach:
        case TraitKind::quality:
        case TraitKind::test:
        case TraitKind::supplies:
        case TraitKind::access:
            return false;
        default:
            return true;
    }
}

bool is_known_to_fit(const Traits& traits, TraitKind kind, TraitSet wanted) {
    return any_will_do(kind) ? traits.yes.has_any(wanted) : traits.yes.has_all(wanted);
}

// Whether nothing that is known of it stands against it.
bool may_fit(const Traits& traits, TraitKind kind, TraitSet wanted) {
    if (any_will_do(kind)) return traits.yes.has_any(wanted) || !traits.no.has_all(wanted);
    return !traits.no.has_any(wanted);
}

struct InOrder {
    Sort sort{};
    bool operator()(const FacilityHit& a, const FacilityHit& b) const {
        if (sort == Sort::best && a.points != b.points) return a.points > b.points;
        if (a.km != b.km) return a.km < b.km;
        return a.row < b.row;
    }
};

class FacilityScan {
  public:
    FacilityScan(const Facilities& facilities, const FacilityRequest& request, Instant now)
        : facilities_(facilities),
          request_(request),
          now_(now),
          radius_(radius_of(request)),
          first_({request.sort}, request.offset + request.limit) {
        for (const auto& language : request.languages)
            languages_.push_back(ascii_lower(language));
    }

    FoundFacilities run() && {
        const auto box = bounds();
        std::optional<RowSet> worded;
        if (!request_.text.empty()) worded = facilities_.words().rows_with(request_.text);
        const auto look = [&](RowNumber row) {
            if (!worded || worded->has(row)) look_at(row);
        };
        if (box) {
            facilities_.grid().each_row(*box, look);
        } else {
            const auto rows = static_cast<RowNumber>(facilities_.rows().size());
            for (RowNumber row = 0; row < rows; ++row)
                look(row);
        }
        found_.first = std::move(first_).sorted();
        lift_medication();
        return std::move(found_);
    }

    FacilityHit measured(RowNumber number) const {
        const auto& row = facilities_.rows()[number];
        const auto& facility = facilities_.list()[number];
        FacilityHit hit{.km = kNowhere, .row = number, .is_by_telehealth = asks_telehealth()};
        const auto& point = facilities_.points()[number];
        if (request_.near && point) hit.km = distance_between(*request_.near, *point).value;
        FacilityFit fit{.is_by_telehealth = hit.is_by_telehealth,
                        .traits = row.traits,
                        .has_evidence_warning = row.has_evidence_warning,
                        .status = facility.status};
        if (hit.km != kNowhere) fit.distance = Kilometers{hit.km};
        if (const auto checked = verified_on(facility)) {
            fit.age = now_ - Instant{std::chrono::sys_days{*checked}};
        }
        hit.points = points_of(fit, request_);
        return hit;
    }

  private:
    bool asks_telehealth() const { return !request_.of(TraitKind::telehealth).empty(); }

    // What is had by telehealth is near wherever it is served.
    std::optional<GeoBox> bounds() const {
        if (asks_telehealth()) return std::nullopt;
        if (request_.near && radius_) return bounds_of(*request_.near, *radius_);
        return request_.box;
    }

    void look_at(RowNumber number) {
        const auto& row = facilities_.rows()[number];
        const auto& facility = facilities_.list()[number];
        if (!fits_kind(row.traits) || !fits_wants(row.traits) || !fits_place(number) ||
            !fits_languages(facility) || !fits_hours(facility)) {
            return;
        }
        const auto hit = measured(number);
        if (radius_ && request_.near && !asks_telehealth() && hit.km > radius_->value) return;
        if (!request_.shows_old && row.is_old(now_)) {
            ++found_.old;
            return;
        }
        take(row, hit);
    }

    bool fits_kind(const Traits& traits) const {
        if (traits.yes.has(only_dui) && !request_.shows_dui_only &&
            !request_.of(TraitKind::only).has(only_dui)) {
            return false;
        }
        if (request_.is_any_kind) return true;
        const auto asked = request_.of(TraitKind::kind);
        if (!asked.empty()) return traits.yes.has_any(asked);
        static const TraitSet kKinds = TraitSet::of_kind(TraitKind::kind);
        const bool says_no_kind = !traits.yes.has_any(kKinds);
        const bool takes_both = request_.of(TraitKind::serves).has(co_occurring);
        return says_no_kind || traits.yes.has_any(kUsualKinds) ||
               (takes_both && traits.yes.has(mental_health));
    }

    bool fits_wants(const Traits& traits) const {
        for (std::size_t i = 0; i < kTraitKinds; ++i) {
            const auto kind = static_cast<TraitKind>(i);
            const auto wanted = request_.wanted[i];
            if (kind == TraitKind::kind || wanted.empty()) continue;
            const bool is_only_turned_away = kind == TraitKind::age || kind == TraitKind::sex;
            const bool fits = request_.takes_unknown || is_only_turned_away
                                  ? may_fit_groups(traits, kind, wanted)
                                  : is_known_to_fit(traits, kind, wanted);
            if (!fits) return false;
        }
        return true;
    }

    // A list that names whom a place takes names them all: one that says
    // "adults" and nothing of children has not left children open.
    static bool may_fit_groups(const Traits& traits, TraitKind kind, TraitSet wanted) {
        const bool names_all = kind == TraitKind::age || kind == TraitKind::sex;
        if (names_all && traits.yes.has_any(TraitSet::of_kind(kind)))
            return traits.yes.has_any(wanted);
        return may_fit(traits, kind, wanted);
    }

    bool fits_place(RowNumber number) const {
        if (asks_telehealth()) return serves_area(number);
        const auto& point = facilities_.points()[number];
        if (!request_.near && !request_.box) return true;
        return point && (!request_.box || request_.box->contains(*point));
    }

    bool serves_area(RowNumber number) const {
        if (request_.area.empty()) return true;
        const auto& served = facilities_.list()[number].areas_served;
        if (served.empty()) return facilities_.rows()[number].area == request_.area;
        const auto country = request_.area.substr(0, 2);
        return std::ranges::any_of(served, [&](const std::string& area) {
            return area == request_.area || area == country;
        });
    }

    bool fits_languages(const Facility& facility) const {
        if (languages_.empty()) return true;
        return std::ranges::any_of(facility.languages, [&](const std::string& spoken) {
            const auto tag = ascii_lower(spoken);
            return std::ranges::any_of(languages_, [&](const std::string& asked) {
                return tag == asked || tag.starts_with(asked + "-");
            });
        });
    }

    bool fits_hours(const Facility& facility) const {
        return !request_.is_open_now || directory::is_open(facility.hours, now_).value_or(false);
    }

    void take(const FacilityRow& row, const FacilityHit& hit) {
        if (found_.total++ == 0 || hit.km < found_.nearest_km) found_.nearest_km = hit.km;
        for (const auto& each : directory::traits()) {
            if (row.traits.yes.has(each.trait))
                ++found_.counts[static_cast<std::size_t>(each.trait)];
        }
        const InOrder in_order{request_.sort};
        if (gives_opioid_medication(row.traits) && !row.has_evidence_warning &&
            (!best_with_medication_ || in_order(hit, *best_with_medication_))) {
            best_with_medication_ = hit;
        }
        first_.add(hit);
    }

    // Page after page is cut from the one same order: every page lifts the same hit.
    void lift_medication() {
        auto& first = found_.first;
        if (request_.sort != Sort::best || !best_with_medication_) return;
        const auto row = best_with_medication_->row;
        const auto at = std::ranges::find(first, row, &FacilityHit::row);
        const auto position = static_cast<std::size_t>(at - first.begin());
        const std::size_t last = kWithMedicationBefore - 1;
        if (position <= last || first.size() <= last) return;
        if (at != first.end()) {
            std::rotate(first.begin() + last, at, at + 1);
        } else {
            first.pop_back();
            first.insert(first.begin() + last, *best_with_medication_);
        }
    }

    const Facilities& facilities_;
    const FacilityRequest& request_;
    Instant now_;
    std::optional<Kilometers> radius_;
    std::vector<std::string> languages_;
    FoundFacilities found_{};
    FirstHits<FacilityHit, InOrder> first_;
    std::optional<FacilityHit> best_with_medication_{};
};

}  // namespace

std::optional<Kilometers> radius_of(const FacilityRequest& request) {
    if (request.radius || !request.near) return request.radius;
    if (request.sort == Sort::nearest) return std::nullopt;
    return kRadiusUsual;
}

FoundFacilities scan_facilities(const Facilities& facilities, const FacilityRequest& request,
                                Instant now) {
    return FacilityScan{facilities, request, now}.run();
}

FacilityHit hit_of(const Facilities& facilities, const FacilityRequest& request, RowNumber row,
                   Instant now) {
    return FacilityScan{facilities, request, now}.measured(row);
}

}  // namespace waymark::finder
