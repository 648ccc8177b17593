#include "finder/coverage.h"

#include <algorithm>
#include <array>

#include "finder/grid.h"
#include "finder/index.h"

namespace waymark::finder {
namespace {

using directory::Fellowship;

constexpr Kilometers kNearby = miles(50);

constexpr std::array kMainProgrammes{
    Fellowship::na,
    Fellowship::ha,
    Fellowship::aa,
    Fellowship::ca,
    Fellowship::smart,
    Fellowship::refuge_recovery,
    Fellowship::recovery_dharma,
    Fellowship::lifering,
    Fellowship::celebrate_recovery,
    Fellowship::women_for_sobriety,
    Fellowship::al_anon,
    Fellowship::nar_anon,
};

std::uint32_t bit(Fellowship fellowship) {
    return 1u << static_cast<unsigned>(fellowship);
}

struct Circle {
    GeoPoint center{};
    Kilometers radius{};
};

GeoPoint middle_of(const GeoBox& box) {
    const double east = box.east < box.west ? box.east + 360 : box.east;
    const double longitude = (box.west + east) / 2;
    return {(box.south + box.north) / 2, longitude > 180 ? longitude - 360 : longitude};
}

std::optional<Circle> circle_of(const SearchRequest& request) {
    if (request.near)
        return Circle{*request.near, std::max(request.radius.value_or(kNearby), kNearby)};
    if (!request.box) return std::nullopt;
    const auto center = middle_of(*request.box);
    const auto corner = GeoPoint{request.box->south, request.box->west};
    const auto reach = std::min(distance_between(center, corner), kRadiusMax);
    return Circle{center, std::max(reach, kNearby)};
}

bool is_online_only(const SearchRequest& request) {
    const auto has_room = [](directory::VenueKind kind) {
        return kind != directory::VenueKind::online &&
               kind != directory::VenueKind::temporarily_online;
    };
    return !request.venues.empty() && std::ranges::none_of(request.venues, has_room);
}

std::uint32_t walkable_in(const Index& index, const Circle& circle) {
    std::uint32_t covered = 0;
    index.grid.each_row(bounds_of(circle.center, circle.radius), [&](RowNumber row) {
        const auto its = bit(index.rows[row].fellowship);
        if ((covered & its) != 0 || !directory::can_walk_in(index.rows[row].venue)) return;
        if (distance_between(circle.center, *index.points[row]) <= circle.radius) covered |= its;
    });
    return covered;
}

}  // namespace

Coverage coverage_of(const Snapshot& snapshot, const SearchRequest& request) {
    const auto& index = snapshot.index();
    const auto circle = circle_of(request);
    const auto covered =
        circle && !is_online_only(request) ? walkable_in(index, *circle) : index.joinable;
    Coverage coverage;
    for (const auto& info : directory::fellowships()) {
        const bool is_named =
            info.fellowship != Fellowship::unknown && info.fellowship != Fellowship::other;
        if (is_named && (covered & bit(info.fellowship)) != 0) {
            coverage.covered.push_back(info.fellowship);
        }
    }
    const auto add_missing = [&](Fellowship fellowship) {
        if ((covered & bit(fellowship)) == 0) coverage.not_covered.push_back(fellowship);
    };
    if (request.fellowships.empty()) {
        std::ranges::for_each(kMainProgrammes, add_missing);
    } else {
        std::ranges::for_each(request.fellowships, add_missing);
    }
    return coverage;
}

}  // namespace waymark::finder
