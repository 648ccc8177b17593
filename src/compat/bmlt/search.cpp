#include "compat/bmlt/search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

#include "core/number.h"

namespace waymark::compat::bmlt {
namespace {

constexpr std::array kAutoRadii{
    0.0625, 0.125, 0.1875, 0.25, 0.4375, 0.5,  0.5625, 0.75,  0.8125, 1.0,  1.25, 1.5,
    1.75,   2.0,   2.25,   2.5,  2.75,   3.0,  3.25,   3.5,   3.75,   4.0,  4.25, 4.5,
    4.75,   5.0,   5.5,    6.0,  6.5,    7.0,  7.5,    8.0,   8.5,    9.0,  9.5,  10.0,
    11.0,   12.0,  13.0,   14.0, 15.0,   17.5, 20.0,   22.5,  25.0,   27.5, 30.0, 35.0,
    40.0,   45.0,  50.0,   60.0, 70.0,   80.0, 90.0,   100.0, 150.0,  200.0};

double a_degree(Unit unit) {
    return unit == Unit::miles ? kMilesADegree : kKilometersADegree;
}

// One answer to "does this row pass", for everything but the place.
class Filter {
  public:
    Filter(const Table& table, const Search& asked)
        : table_(table), asked_(asked), is_hit_(asked.has_words ? table.pool().size() : 0) {
        for (const auto& word : asked.words) {
            for (const TextId text : table.pool().with_word(word))
                is_hit_[text] = true;
        }
    }

    bool passes(RowNumber number) const {
        const Row& row = table_.rows()[number];
        if (asked_.published != Published::both &&
            row.is_published != (asked_.published == Published::yes)) {
            return false;
        }
        return asked_.ids.pass(row.id) && asked_.weekdays.pass(row.weekday) &&
               asked_.venues.pass(row.venue) && asked_.bodies.pass(row.body) && fits_times(row) &&
               has_formats(number) && has_key(number) && has_word(number);
    }

  private:
    bool fits_times(const Row& row) const {
        if (asked_.starts_after && row.start <= *asked_.starts_after) return false;
        if (asked_.starts_before && (row.start < 0 || row.start >= *asked_.starts_before)) {
            return false;
        }
        if (asked_.ends_before &&
            (row.start < 0 || row.start + row.duration > *asked_.ends_before)) {
            return false;
        }
        if (asked_.duration_min && row.duration < *asked_.duration_min) return false;
        return !asked_.duration_max || row.duration <= *asked_.duration_max;
    }

    bool has_formats(RowNumber number) const {
        const auto& [wanted, unwanted] = asked_.formats;
        if (wanted.empty() && unwanted.empty()) return true;
        const auto held = table_.formats_of(number);
        const auto has = [&](std::int64_t id) { return std::ranges::binary_search(held, id); };
        if (std::ranges::any_of(unwanted, has)) return false;
        if (wanted.empty()) return true;
        return asked_.any_format ? std::ranges::any_of(wanted, has)
                                 : std::ranges::all_of(wanted, has);
    }

    bool has_key(RowNumber number) const {
        if (!asked_.key) return true;
        const TextId cell = table_.cell(number, asked_.key->column);
        return std::ranges::find(asked_.key->values, cell) != asked_.key->values.end();
    }

    bool has_word(RowNumber number) const {
        if (!asked_.has_words) return true;
        for (std::size_t column = meeting_name; column < table_.column_count(); ++column) {
            if (is_hit_[table_.cell(number, column)]) return true;
        }
        return false;
    }

    const Table& table_;
    const Search& asked_;
    std::vector<bool> is_hit_;
};

// Puts in the distances and leaves out what is too far.
void keep_near(const Table& table, const Circle& circle, std::vector<Found>& found) {
    constexpr double kDegrees = 180 / std::numbers::pi;
    const Direction here = direction_of(circle.center);
    for (auto& each : found) {
        const Direction there = table.rows()[each.row].place;
        const double cosine = here.x * there.x + here.y * there.y + here.z * there.z;
        each.degrees = there.is_known() ? std::acos(std::clamp(cosine, -1.0, 1.0)) * kDegrees
                                        : std::numeric_limits<double>::infinity();
    }
    if (!circle.width) return;
    const double unit = a_degree(circle.unit);
    double width = *circle.width;
    if (width < 0) {
        const auto needed = static_cast<std::size_t>(std::min(-width, 1e9));
        std::array<std::size_t, kAutoRadii.size()> within{};
        for (const auto& each : found) {
            const auto at = std::ranges::lower_bound(kAutoRadii, each.degrees * unit);
            if (at != kAutoRadii.end()) ++within[static_cast<std::size_t>(at - kAutoRadii.begin())];
        }
        std::size_t held = 0;
        width = kAutoRadii.back();
        for (std::size_t i = 0; i < within.size(); ++i) {
            held += within[i];
            if (held < needed) continue;
            width = kAutoRadii[i];
            break;
        }
    }
    std::erase_if(found, [&](const Found& each) { return !(each.degrees * unit <= width); });
}

// What a row is sorted by in one column; empty texts go last.
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

void sort(const Table& table, const Search& asked, std::vector<Found>& found) {
    if (asked.by_distance && asked.circle) {
        std::ranges::stable_sort(found, {}, &Found::degrees);
        return;
    }
    const std::size_t width = asked.sort_columns.size();
    std::vector<double> values;
    values.reserve(found.size() * width);
    for (const auto& each : found) {
        for (const std::size_t column : asked.sort_columns)
            values.push_back(sort_value(table, each, column));
    }
    std::vector<std::size_t> order(found.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // Rows came by id, which settles what is equal.
    const auto key_of = [&](std::size_t at) {
        return std::span{values}.subspan(at * width, width);
    };
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        const auto compared = std::lexicographical_compare_three_way(
            key_of(a).begin(), key_of(a).end(), key_of(b).begin(), key_of(b).end(),
            [](double x, double y) { return std::weak_order(x, y); });
        return compared != 0 ? compared < 0 : a < b;
    });
    std::vector<Found> sorted;
    sorted.reserve(found.size());
    for (const std::size_t at : order)
        sorted.push_back(found[at]);
    found = std::move(sorted);
}

void cut_page(const Search& asked, std::vector<Found>& found) {
    if (asked.page_size == 0) return;
    const std::size_t first = std::min(found.size(), (asked.page - 1) * asked.page_size);
    const std::size_t last = std::min(found.size(), first + asked.page_size);
    found = {found.begin() + static_cast<std::ptrdiff_t>(first),
             found.begin() + static_cast<std::ptrdiff_t>(last)};
}

}  // namespace

std::vector<Found> search(const Table& table, const Search& asked) {
    std::vector<Found> found;
    if (asked.is_hopeless) return found;
    const Filter filter{table, asked};
    for (RowNumber row = 0; row < table.rows().size(); ++row) {
        if (filter.passes(row)) found.push_back({row});
    }
    if (asked.circle) keep_near(table, *asked.circle, found);
    sort(table, asked, found);
    cut_page(asked, found);
    return found;
}

}  // namespace waymark::compat::bmlt
