// Rows by where they are: half-degree squares, each row in one of them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/geo.h"
#include "engine/row.h"

namespace waymark::finder {

using engine::RowNumber;

// A box that holds the circle; over a pole or the date line too.
GeoBox bounds_of(const GeoPoint& center, Kilometers radius);

class Grid {
  public:
    // Row i is at points[i]; a row without a point is in no square.
    explicit Grid(std::span<const std::optional<GeoPoint>> points);

    // Calls `take(RowNumber)` once for each row of every square that the box
    // touches: all rows in the box, and some around it.
    template <class Take>
    void each_row(const GeoBox& box, Take take) const {
        const int west = column_of(box.west);
        const int east = column_of(box.east);
        const bool crosses = box.west > box.east;
        for (int line = line_of(box.south); line <= line_of(box.north); ++line) {
            if (crosses && west <= east) {
                each_of(line, 0, kColumns - 1, take);
            } else if (crosses) {
                each_of(line, west, kColumns - 1, take);
                each_of(line, 0, east, take);
            } else {
                each_of(line, west, east, take);
            }
        }
    }

  private:
    static constexpr int kLines = 360;
    static constexpr int kColumns = 720;
    static int line_of(double latitude);
    static int column_of(double longitude);

    template <class Take>
    void each_of(int line, int first, int last, Take take) const {
        const auto cell = static_cast<std::size_t>(line) * kColumns;
        const auto begin = begins_[cell + static_cast<std::size_t>(first)];
        const auto end = begins_[cell + static_cast<std::size_t>(last) + 1];
        for (auto at = begin; at < end; ++at)
            take(rows_[at]);
    }

    std::vector<std::uint32_t> begins_;  // Of each square in rows_, and one past the last.
    std::vector<RowNumber> rows_;
};

}  // namespace waymark::finder
