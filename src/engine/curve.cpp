#include "engine/curve.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/sphere.h"

namespace waymark::engine {
namespace {

constexpr unsigned kBits = 26;
constexpr std::uint32_t kSide = 1u << kBits;

struct OnFace {
    unsigned face = 0;
    double u = 0, v = 0;  // -1 … 1
};

OnFace on_face(const Spot& spot) {
    const double x = std::abs(spot.x);
    const double y = std::abs(spot.y);
    const double z = std::abs(spot.z);
    if (x >= y && x >= z) return {spot.x < 0 ? 3u : 0u, spot.y / x, spot.z / x};
    if (y >= z) return {spot.y < 0 ? 4u : 1u, spot.x / y, spot.z / y};
    return {spot.z < 0 ? 5u : 2u, spot.x / z, spot.y / z};
}

std::uint32_t cell_of(double side) {
    const auto at = static_cast<std::int64_t>((side + 1) / 2 * kSide);
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(at, 0, kSide - 1));
}

// Hilbert's curve, a quarter at a time (Hilbert 1891; the turns as in Lam and
// Shapiro 1994).
std::uint64_t along_curve(std::uint32_t x, std::uint32_t y) {
    std::uint64_t along = 0;
    for (std::uint32_t half = kSide / 2; half > 0; half /= 2) {
        const bool right = (x & half) != 0;
        const bool upper = (y & half) != 0;
        along = along * 4 + ((right ? 3u : 0u) ^ (upper ? 1u : 0u));
        if (upper) continue;
        if (right) {
            x = kSide - 1 - x;
            y = kSide - 1 - y;
        }
        std::swap(x, y);
    }
    return along;
}

}  // namespace

std::uint64_t curve_key(const GeoPoint& point) {
    const auto [face, u, v] = on_face(spot_of(point));
    return std::uint64_t{face} << (2 * kBits) | along_curve(cell_of(u), cell_of(v));
}

}  // namespace waymark::engine
