#include "sample/cities.h"

#include <algorithm>
#include <cmath>

#include "places/areas.h"
#include "places/gazetteer.h"
#include "places/towns.h"
#include "sample/chance.h"

namespace waymark::sample {
namespace {

using places::Areas;
using places::Towns;

constexpr double kPopulationPower = 0.95;
constexpr std::array<Weighted<std::size_t>, 4> kPoolShares{{{0, 60}, {1, 8}, {2, 5}, {3, 27}}};

std::size_t pool_of(std::string_view country) {
    if (country == "US") return 0;
    if (country == "CA") return 1;
    return country == "GB" ? 2 : 3;
}

std::string_view country_name(std::string_view country) {
    const Areas& areas = Areas::all();
    for (std::size_t n = 0; n < areas.size(); ++n) {
        const auto area = static_cast<places::AreaNumber>(n);
        if (areas.country(area) == country && areas.region(area).empty()) return areas.shown(area);
    }
    return country;
}

}  // namespace

Cities::Cities() {
    const Towns& towns = Towns::all();
    for (std::size_t row = 0; row < towns.size(); ++row) {
        if (towns.kind(row) != places::TownKind::town || towns.population(row) == 0) continue;
        Pool& pool = pools_[pool_of(Areas::all().country(towns.area(row)))];
        const double before = pool.reached.empty() ? 0 : pool.reached.back();
        pool.rows.push_back(row);
        pool.reached.push_back(
            before + std::pow(static_cast<double>(towns.population(row)), kPopulationPower));
    }
}

City Cities::draw(Random& random) const {
    const Pool& pool = pools_[choose<std::size_t>(kPoolShares, random)];
    const double at = random.unit() * pool.reached.back();
    const auto found = std::ranges::upper_bound(pool.reached, at);
    const Towns& towns = Towns::all();
    const std::size_t row = pool.rows[static_cast<std::size_t>(found - pool.reached.begin())];
    const auto area = towns.area(row);
    return {
        .name = towns.name(row),
        .country = Areas::all().country(area),
        .country_name = country_name(Areas::all().country(area)),
        .region = Areas::all().region(area),
        .region_name = Areas::all().region(area).empty() ? "" : Areas::all().shown(area),
        .center = towns.point(row),
        .zone = places::zone_at(towns.point(row)),
        .reach = places::reach_of(towns.kind(row), towns.population(row)),
    };
}

}  // namespace waymark::sample
