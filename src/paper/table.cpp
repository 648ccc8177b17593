#include <algorithm>
#include <cstddef>
#include <memory>
#include <numeric>
#include <utility>

#include "paper/body.h"

namespace waymark::paper {
namespace {

using html::Block;

constexpr double kPad = 5;
constexpr double kLeading = 13;
constexpr double kMuchLonger = 3;
constexpr Lettering kCell{.face = Face::sans, .size = 9.5};
constexpr Lettering kHead{.face = Face::sans_bold, .size = 9.5};

using Cells = std::vector<std::vector<TextSpan>>;

Cells cells_of(const Block& row, const Lettering& lettering, const BodyStyle& style) {
    Cells cells;
    for (const auto& cell : row.inside)
        cells.push_back(spans_of(cell.text, lettering, style));
    return cells;
}

std::size_t columns_in(const std::vector<Cells>& rows) {
    std::size_t columns = 0;
    for (const auto& row : rows)
        columns = std::max(columns, row.size());
    return columns;
}

// Columns that say about as much are equally wide, so that tables that follow
// each other line up. Else each gets its longest word, and what is left goes by
// how much there is to say.
std::vector<double> column_widths(const std::vector<Cells>& rows, double width) {
    std::vector<double> least(columns_in(rows), 0), wished(least.size(), 0);
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto [narrowest, widest] = widths_of(row[i]);
            least[i] = std::max(least[i], narrowest + 2 * kPad);
            wished[i] = std::max(wished[i], widest + 2 * kPad);
        }
    }
    const double share = width / static_cast<double>(least.size());
    const auto [shortest, longest] = std::ranges::minmax(wished);
    const bool is_even = longest <= kMuchLonger * shortest;
    if (is_even && std::ranges::max(least) <= share) return std::vector(least.size(), share);
    const double needed = std::accumulate(least.begin(), least.end(), 0.0);
    const double all = std::accumulate(wished.begin(), wished.end(), 0.0);
    for (std::size_t i = 0; i < least.size(); ++i) {
        if (needed >= width) {
            least[i] *= width / needed;
        } else if (all > needed) {
            least[i] += (width - needed) * (wished[i] - least[i]) / (all - needed);
        } else {
            least[i] += (width - needed) / static_cast<double>(least.size());
        }
    }
    return least;
}

Strip row_strip(const Cells& cells, const std::vector<double>& widths, double x, bool is_head) {
    Strip row;
    double left = x;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Setting setting{left + kPad, widths[i] - 2 * kPad, kLeading};
        double y = kPad;
        for (auto& line : strips_of(cells[i], setting)) {
            for (auto& mark : line.marks) {
                std::get<TextMark>(mark).baseline += y;
                row.marks.push_back(std::move(mark));
            }
            y += line.height;
        }
        row.height = std::max(row.height, y + kPad);
        left += widths[i];
    }
    const double width = std::accumulate(widths.begin(), widths.end(), 0.0);
    row.marks.insert(row.marks.begin(),
                     BoxMark{{x, row.height - 0.75, width, 0.75}, is_head ? kTeal : kLine});
    if (is_head) row.marks.insert(row.marks.begin(), BoxMark{{x, 0, width, row.height}, kTint});
    return row;
}

}  // namespace

Strips table_strips(const Block& table, double x, double width, const BodyStyle& style) {
    std::vector<Cells> rows;
    for (const auto& row : table.inside)
        rows.push_back(cells_of(row, rows.empty() ? kHead : kCell, style));
    if (columns_in(rows) == 0) return {};
    const auto widths = column_widths(rows, width);
    const auto head = std::make_shared<Strip>(row_strip(rows.front(), widths, x, true));
    Strips strips{*head};
    strips.front().space_before = 10;
    strips.front().is_kept_with_next = rows.size() > 1;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        strips.push_back(row_strip(rows[i], widths, x, false));
        strips.back().head = head;
    }
    // No row alone at the bottom or the top of a page.
    if (rows.size() > 2) {
        strips[1].is_kept_with_next = true;
        strips[rows.size() - 2].is_kept_with_next = true;
    }
    return strips;
}

}  // namespace waymark::paper
