// "Around you": a drawing, made here and not by a map service, of which way
// and how far the meetings or places of a list are. The list beside it says the same.
#pragma once

#include <optional>
#include <vector>

#include "core/geo.h"
#include "finder/search.h"
#include "html/safe.h"
#include "locale/speak.h"
#include "places/gazetteer.h"

namespace waymark::web {

// Something of the list that may stand on the drawing.
struct Spot {
    std::optional<GeoPoint> point{};  // Nothing: it stands in the list alone.
    std::optional<Kilometers> distance{};
};

// SVG with rings at round distances, north, the towns around, and the number
// (1 for the first) of every match that has a distance. Points that would lie
// on one another share a mark. Nothing when no match has a distance.
html::Safe sketch(const locale::Speaker& speak, GeoPoint center,
                  const std::vector<finder::Match>& matches,
                  const std::vector<places::Place>& towns);
html::Safe sketch(const locale::Speaker& speak, GeoPoint center, const std::vector<Spot>& spots,
                  const std::vector<places::Place>& towns);

// How far the outer ring is: the least of 1, 2, 3, 5, 8, 10, 20 … units of the
// reader's that is not nearer than `farthest`.
Kilometers outer_ring(const locale::Speaker& speak, Kilometers farthest);

}  // namespace waymark::web
