#include "finder/widen.h"

#include <algorithm>

#include "finder/matches.h"
#include "finder/query.h"

namespace waymark::finder {
namespace {

using directory::Feature;
using directory::FeatureSet;
using directory::VenueKind;
using std::chrono::minutes;

constexpr std::size_t kOnlineShown = 5;
constexpr std::chrono::hours kVerySoon{2};
constexpr FeatureSet kNeedsOnScreen{Feature::sign_language, Feature::captions};

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
        const auto nearest = nearest_of(snapshot_, request, now_);
        if (!nearest) return std::nullopt;
        request.radius = doubled_to_hold(*asked_radius_, nearest->km, most);
        return found_by(std::move(request));
    }

    // All those as near as the nearest one.
    std::optional<Wider> nearest_anywhere(std::optional<minutes> wait) const {
        return in_circle_up_to(kRadiusMax, wait);
    }

    std::optional<Wider> found_by(SearchRequest request) const {
        auto found = scan(snapshot_, request, now_);
        if (found.is_nothing()) return std::nullopt;
        Wider wider{.request = std::move(request), .found = std::move(found)};
        if (radius_of(wider.request) != asked_radius_) {
            wider.widened.radius = radius_of(wider.request);
        }
        if (wider.request.within != request_.within) wider.widened.within = wider.request.within;
        const auto nearest =
            request_.near ? nearest_of(snapshot_, wider.request, now_) : std::nullopt;
        if (nearest) wider.widened.nearest = Kilometers{nearest->km};
        const auto first =
            wider.widened.radius ? nearest : soonest_of(snapshot_, wider.request, now_);
        if (first && first->has_start()) {
            wider.widened.wait = std::max(std::chrono::floor<minutes>(first->starts - now_), {});
        }
        return wider;
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
    online.counts = false;
    Fallback fallback;
    fallback.online = page_of(snapshot, online, scan(snapshot, online, now), now);
    online.counts = true;
    online.within = kVerySoon;
    fallback.starting_within_two_hours = scan(snapshot, online, now).total;
    return fallback;
}

}  // namespace waymark::finder
