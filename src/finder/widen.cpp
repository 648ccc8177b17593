#include "finder/widen.h"

#include <algorithm>

#include "finder/matches.h"

namespace waymark::finder {
namespace {

using directory::Feature;
using directory::FeatureSet;
using directory::VenueKind;
using std::chrono::minutes;

constexpr std::size_t kOnlineShown = 5;
constexpr std::chrono::hours kVerySoon{2};
constexpr FeatureSet kNeedsOnScreen{Feature::sign_language};

double nearest_km(const std::vector<Hit>& hits) {
    return std::ranges::min(hits, {}, &Hit::km).km;
}

// The circle asked, doubled until it holds that distance; never over `most`.
Kilometers doubled_to_hold(Kilometers radius, double km, Kilometers most) {
    while (radius.value < km && radius < most)
        radius.value = std::min(radius.value * 2, most.value);
    return radius;
}

class Widening {
  public:
    Widening(const Snapshot& snapshot, const SearchRequest& request, Instant now)
        : snapshot_(snapshot), request_(request), now_(now), asked_radius_(radius_of(request)) {}

    std::optional<Wider> run() {
        const bool has_circle = request_.near && asked_radius_;
        if (has_circle) {
            if (auto found = in_circle_up_to(kEasyDrive, request_.within)) return found;
        }
        for (const auto& wait : longer_waits()) {
            if (auto found = in_asked_place(wait)) return found;
            if (!has_circle) continue;
            if (auto found = in_circle_up_to(kEasyDrive, wait)) return found;
        }
        if (!has_circle) return std::nullopt;
        if (auto found = nearest_anywhere(request_.within)) return found;
        return request_.within ? nearest_anywhere(std::max<minutes>(*request_.within, kWithinAWeek))
                               : std::nullopt;
    }

  private:
    std::vector<minutes> longer_waits() const {
        std::vector<minutes> waits;
        for (const minutes wait : {minutes{kWithinADay}, minutes{kWithinAWeek}}) {
            if (request_.within && *request_.within < wait) waits.push_back(wait);
        }
        return waits;
    }

    std::optional<Wider> in_asked_place(minutes wait) const {
        auto request = request_;
        request.within = wait;
        return found_by(std::move(request));
    }

    std::optional<Wider> in_circle_up_to(Kilometers most, std::optional<minutes> wait) const {
        if (*asked_radius_ >= most) return std::nullopt;
        auto request = request_;
        request.within = wait;
        request.radius = most;
        const auto hits = scan(snapshot_, request, now_);
        if (hits.empty()) return std::nullopt;
        request.radius = doubled_to_hold(*asked_radius_, nearest_km(hits), most);
        return found_by(std::move(request));
    }

    // All those as near as the nearest one.
    std::optional<Wider> nearest_anywhere(std::optional<minutes> wait) const {
        if (*asked_radius_ >= kRadiusMax) return std::nullopt;
        auto request = request_;
        request.within = wait;
        request.radius = kRadiusMax;
        const auto hits = scan(snapshot_, request, now_);
        if (hits.empty()) return std::nullopt;
        request.radius = doubled_to_hold(*asked_radius_, nearest_km(hits), kRadiusMax);
        return found_by(std::move(request));
    }

    std::optional<Wider> found_by(SearchRequest request) const {
        auto hits = scan(snapshot_, request, now_);
        if (hits.empty()) return std::nullopt;
        Wider wider{.request = std::move(request), .hits = std::move(hits)};
        if (radius_of(wider.request) != asked_radius_) {
            wider.widened.radius = radius_of(wider.request);
        }
        if (wider.request.within != request_.within) wider.widened.within = wider.request.within;
        if (request_.near) wider.widened.nearest = Kilometers{nearest_km(wider.hits)};
        const auto first = first_to_tell(wider);
        if (first.has_start()) {
            wider.widened.wait = std::max(std::chrono::floor<minutes>(first.starts - now_), {});
        }
        return wider;
    }

    static const Hit& first_to_tell(const Wider& wider) {
        const auto sort = wider.widened.radius ? Sort::nearest : Sort::soonest;
        return *std::ranges::min_element(
            wider.hits, [&](const Hit& a, const Hit& b) { return stands_before(sort, a, b); });
    }

    const Snapshot& snapshot_;
    const SearchRequest& request_;
    Instant now_;
    std::optional<Kilometers> asked_radius_;
};

}  // namespace

std::optional<Wider> widen(const Snapshot& snapshot, const SearchRequest& request, Instant now) {
    return Widening{snapshot, request, now}.run();
}

Fallback online_instead(const Snapshot& snapshot, const SearchRequest& request, Instant now) {
    SearchRequest online;
    online.fellowships = request.fellowships;
    online.languages = request.languages;
    online.audience = request.audience;
    online.needs = FeatureSet::of_bits(request.needs.bits() & kNeedsOnScreen.bits());
    online.medication = request.medication;
    online.door = request.door;
    online.venues = {VenueKind::online, VenueKind::hybrid};
    online.within = kWithinAWeek;
    online.sort = Sort::soonest;
    online.limit = kOnlineShown;
    auto hits = scan(snapshot, online, now);
    Fallback fallback;
    fallback.starting_within_two_hours =
        std::ranges::count_if(hits, [&](const Hit& hit) { return hit.starts <= now + kVerySoon; });
    fallback.online = page_of(snapshot, online, hits, now);
    return fallback;
}

}  // namespace waymark::finder
