#include "finder/coverage.h"

#include <algorithm>
#include <array>
#include <bit>

#include "engine/region.h"
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

// Goes only where a programme may stand that was not found yet.
struct Covering {
    Covering(const Index& its_index, const Circle& circle)
        : index(its_index), region(circle.center, circle.radius, std::nullopt) {}

    void walk(engine::Branch branch) {
        const auto& node = index.tree.node(branch);
        if ((node.fellowships & ~covered) == 0) return;
        const auto holds = region.holds(node);
        if (holds == engine::Region::Holds::none) return;
        if (branch.is_leaf()) {
            look_into(branch.number);
        } else {
            index.tree.each_child(branch, [this](engine::Branch child) { walk(child); });
        }
    }

    void look_into(LeafNumber leaf) {
        constexpr auto kAllRows = ~std::uint64_t{0};
        auto bits = region.keep(kAllRows, index.spots[leaf], index.points_of(leaf));
        for (; bits != 0; bits &= bits - 1) {
            const auto& row =
                index
                    .rows[leaf * engine::kLeafRows + static_cast<unsigned>(std::countr_zero(bits))];
            if (directory::can_walk_in(row.venue)) covered |= bit(row.fellowship);
        }
    }

    const Index& index;
    engine::Region region;
    std::uint32_t covered = 0;
};

std::uint32_t walkable_in(const Index& index, const Circle& circle) {
    Covering covering{index, circle};
    if (!index.tree.empty()) covering.walk(index.tree.top());
    return covering.covered;
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
