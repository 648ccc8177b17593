// The order of an answer's meetings.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "compat/bmlt/columns.h"
#include "compat/bmlt/table.h"

namespace waymark::compat::bmlt {

struct Found;

// What BMLT sorts by when nothing is asked.
inline constexpr std::array<std::size_t, 3> kUsualOrder{weekday_tinyint, start_time, duration_time};

// By these columns in turn; numbers as numbers, empty texts last, equals by id.
// `found` must come by id.
void sort_by(const Table& table, std::span<const std::size_t> columns, std::vector<Found>& found);

// All rows in the usual order: a table keeps it, since most ask for it.
std::vector<RowNumber> rows_in_usual_order(const Table& table);

}  // namespace waymark::compat::bmlt
