// The order of rows: along a Hilbert curve over the six faces of a cube around
// the Earth. Rows that are near each other on the curve are near on the ground.
#pragma once

#include <cstdint>

#include "core/geo.h"

namespace waymark::engine {

// Face in the top bits, then the place along the face's curve, 26 bits a side
// (about 15 cm).
std::uint64_t curve_key(const GeoPoint& point);

}  // namespace waymark::engine
