#include "compat/bmlt/order.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "compat/bmlt/search.h"
#include "core/number.h"

namespace waymark::compat::bmlt {
namespace {

// What a row is sorted by in one column; never NaN.
double sort_value(const Table& table, const Found& found, std::size_t column) {
    constexpr double kLast = std::numeric_limits<double>::infinity();
    if (column == distance_in_km || column == distance_in_miles) return found.degrees;
    const TextId cell = table.cell(found.row, column);
    if (cell == 0) return kLast;
    if (column < first_own && kColumns[column].is_number) {
        return parse_number<double>(table.pool().text(cell)).value_or(kLast);
    }
    return table.pool().rank(cell);
}

}  // namespace

void sort_by(const Table& table, std::span<const std::size_t> columns, std::vector<Found>& found) {
    const std::size_t width = columns.size();
    std::vector<double> values;
    values.reserve(found.size() * width);
    for (const auto& each : found) {
        for (const std::size_t column : columns)
            values.push_back(sort_value(table, each, column));
    }
    std::vector<std::size_t> order(found.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        for (std::size_t i = 0; i < width; ++i) {
            const double x = values[a * width + i], y = values[b * width + i];
            if (x != y) return x < y;
        }
        return a < b;
    });
    std::vector<Found> sorted;
    sorted.reserve(found.size());
    for (const std::size_t at : order)
        sorted.push_back(found[at]);
    found = std::move(sorted);
}

std::vector<RowNumber> rows_in_usual_order(const Table& table) {
    std::vector<Found> all;
    all.reserve(table.rows().size());
    for (RowNumber row = 0; row < table.rows().size(); ++row)
        all.push_back({row});
    sort_by(table, kUsualOrder, all);
    std::vector<RowNumber> order;
    order.reserve(all.size());
    for (const auto& each : all)
        order.push_back(each.row);
    return order;
}

}  // namespace waymark::compat::bmlt
