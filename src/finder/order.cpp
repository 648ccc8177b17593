#include "finder/order.h"

#include <bit>
#include <limits>

#include "finder/rank.h"

namespace waymark::finder {
namespace {

using engine::Node;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr double kUnknown = -std::numeric_limits<double>::infinity();

double seconds_of(Instant instant) {
    return static_cast<double>(instant.time_since_epoch().count());
}

// While clocks change, an hour of wall clock readings stands in another order
// than their instants: so much is allowed for.
constexpr hours kClocksMove{2};

}  // namespace

Order::Order(const Query& query) : query_(query), sort_(query.request.sort) {
    if (sort_ == Sort::nearest && !query.request.near) sort_ = Sort::soonest;
}

double Order::of(const Hit& hit) const {
    switch (sort_) {
        case Sort::nearest:
            return hit.km;
        case Sort::week:
            return hit.week_minute();
        case Sort::best:
            return -hit.points;
        default:
            return seconds_of(hit.starts);
    }
}

double Order::least_of(const Node& node) const {
    switch (sort_) {
        case Sort::nearest:
            return query_.region.least_km(node);
        case Sort::week:
            return least_week_minute(node);
        case Sort::best:
            return -most_points(node);
        default:
            return soonest_of(node);
    }
}

double Order::least_week_minute(const Node& node) const {
    const auto wanted = node.days & query_.pattern.days;
    const auto hour_mask = node.hours & query_.pattern.hours;
    if (wanted == 0 || hour_mask == 0) return kUnknown;
    return std::countr_zero(static_cast<unsigned>(wanted)) * 1441.0 +
           std::countr_zero(hour_mask) * 60.0;
}

double Order::soonest_of(const Node& node) const {
    if (!node.has_rows || node.zone == engine::kManyZones) return kUnknown;
    const auto& clock = query_.clock(node.zone);
    const auto hour_mask = node.hours & query_.pattern.hours;
    if (!clock.is_settled() || hour_mask == 0) return kUnknown;
    const unsigned from = std::chrono::weekday{clock.today()}.c_encoding();
    const unsigned wanted = node.days & query_.pattern.days;
    const unsigned ahead = ((wanted | wanted << 7) >> from) & 0x7f;
    const auto day_hour =
        std::chrono::floor<hours>(clock.local() - LocalSeconds{clock.today()}).count();
    const bool is_today = (ahead & 1) != 0 && hour_mask >> day_hour != 0;
    const auto later = is_today ? hour_mask >> day_hour << day_hour : hour_mask;
    const auto rest = is_today ? ahead : ((ahead & ~1u) | 0x80u);
    const auto day = clock.today() + days{std::countr_zero(rest)};
    const auto reading = day + hours{std::countr_zero(later)};
    if (reading <= clock.local()) return kUnknown;
    return seconds_of(clock.to_instant(reading) - kClocksMove);
}

int Order::most_points(const Node& node) const {
    Fit fit{.features = directory::FeatureSet::of_bits(node.features)};
    const double soonest = soonest_of(node);
    const auto until = soonest == kUnknown ? 0.0 : (soonest - seconds_of(query_.now)) / 60;
    fit.until = minutes{static_cast<std::int64_t>(until) - 1};
    if (query_.request.near) fit.distance = Kilometers{query_.region.least_km(node)};
    if (node.last_tended != kNever) {
        fit.untended = query_.now.time_since_epoch() - seconds{node.last_tended};
    }
    return most_points_of(fit, node.fellowships & query_.pattern.fellowships,
                          node.attitudes & query_.pattern.attitudes, query_.request);
}

}  // namespace waymark::finder
