#include <algorithm>

#include "places/gazetteer.h"
#include "places/towns.h"

namespace waymark::places {

std::vector<Place> towns_around(GeoPoint center, Kilometers radius, std::size_t limit) {
    const Towns& towns = Towns::all();
    std::vector<std::size_t> rows = towns.around(center, radius);
    std::ranges::stable_sort(rows, std::greater{},
                             [&](std::size_t row) { return towns.population(row); });
    const Kilometers apart{radius.value / 10};
    std::vector<Place> chosen;
    for (const std::size_t row : rows) {
        if (chosen.size() == limit) break;
        const bool is_crowded = std::ranges::any_of(chosen, [&](const Place& other) {
            return distance_between(other.point, towns.point(row)) < apart;
        });
        if (!is_crowded) chosen.push_back(towns.place(row));
    }
    return chosen;
}

}  // namespace waymark::places
