#include "finder/grid.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace waymark::finder {
namespace {

constexpr double kDegrees = 180 / std::numbers::pi;

double wrapped(double longitude) {
    if (longitude < -180) return longitude + 360;
    if (longitude > 180) return longitude - 360;
    return longitude;
}

}  // namespace

GeoBox bounds_of(const GeoPoint& center, Kilometers radius) {
    // A hair wider, so that rounding never loses a point on the rim.
    const double angle = radius.value / kEarthRadiusKm * (1 + 1e-9) + 1e-12;
    const double height = angle * kDegrees;
    GeoBox box{.south = std::max(center.latitude - height, -90.0),
               .west = -180,
               .north = std::min(center.latitude + height, 90.0),
               .east = 180};
    const double around = std::cos(center.latitude / kDegrees);
    const bool holds_pole = box.south <= -90 || box.north >= 90 || std::sin(angle) >= around;
    if (holds_pole || angle >= std::numbers::pi / 2) return box;
    const double width = std::asin(std::sin(angle) / around) * kDegrees;
    if (width >= 180) return box;
    box.west = wrapped(center.longitude - width);
    box.east = wrapped(center.longitude + width);
    return box;
}

int Grid::line_of(double latitude) {
    return std::clamp(static_cast<int>((latitude + 90) * 2), 0, kLines - 1);
}

int Grid::column_of(double longitude) {
    return std::clamp(static_cast<int>((longitude + 180) * 2), 0, kColumns - 1);
}

Grid::Grid(std::span<const std::optional<GeoPoint>> points)
    : begins_(static_cast<std::size_t>(kLines) * kColumns + 1) {
    const auto cell_of = [](const GeoPoint& point) {
        return static_cast<std::size_t>(line_of(point.latitude)) * kColumns +
               static_cast<std::size_t>(column_of(point.longitude));
    };
    for (const auto& point : points) {
        if (point) ++begins_[cell_of(*point) + 1];
    }
    for (std::size_t cell = 1; cell < begins_.size(); ++cell)
        begins_[cell] += begins_[cell - 1];
    rows_.resize(begins_.back());
    auto free = begins_;
    for (std::size_t row = 0; row < points.size(); ++row) {
        if (points[row]) rows_[free[cell_of(*points[row])]++] = static_cast<RowNumber>(row);
    }
}

}  // namespace waymark::finder
