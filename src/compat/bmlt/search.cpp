#include "compat/bmlt/search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>

#include "compat/bmlt/order.h"

namespace waymark::compat::bmlt {
namespace {

constexpr std::array kAutoRadii{
    0.0625, 0.125, 0.1875, 0.25, 0.4375, 0.5,  0.5625, 0.75,  0.8125, 1.0,  1.25, 1.5,
    1.75,   2.0,   2.25,   2.5,  2.75,   3.0,  3.25,   3.5,   3.75,   4.0,  4.25, 4.5,
    4.75,   5.0,   5.5,    6.0,  6.5,    7.0,  7.5,    8.0,   8.5,    9.0,  9.5,  10.0,
    11.0,   12.0,  13.0,   14.0, 15.0,   17.5, 20.0,   22.5,  25.0,   27.5, 30.0, 35.0,
    40.0,   45.0,  50.0,   60.0, 70.0,   80.0, 90.0,   100.0, 150.0,  200.0};

constexpr double kDegrees = 180 / std::numbers::pi;

double a_degree(Unit unit) {
    return unit == Unit::miles ? kMilesADegree : kKilometersADegree;
}

// Infinite for what is no cosine: a place that is not known.
double degrees_of(double cosine) {
    return cosine < -1 ? std::numeric_limits<double>::infinity() : std::acos(cosine) * kDegrees;
}

// One answer to "does this row pass", for everything but the place.
class Filter {
  public:
    Filter(const Table& table, const Search& asked)
        : table_(table),
          asked_(asked),
          asks_who_(!asked.ids.empty() || !asked.bodies.empty()),
          asks_when_(!asked.weekdays.empty() || !asked.venues.empty() || asked.starts_after ||
                     asked.starts_before || asked.ends_before || asked.duration_min ||
                     asked.duration_max),
          is_hit_(asked.has_words ? table.pool().size() : 0) {
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
        if (asks_who_ && !is_asked_for(row)) return false;
        // Of one meeting in two lists the row that is shown for both, if that is
        // among those asked for too.
        if (row.shown != kNoRow && is_asked_for(table_.rows()[row.shown])) return false;
        if (asks_when_ && !(asked_.weekdays.pass(row.weekday) && asked_.venues.pass(row.venue) &&
                            fits_times(row))) {
            return false;
        }
        return has_formats(number) && has_key(number) && has_word(number);
    }

  private:
    bool is_asked_for(const Row& row) const {
        return asked_.ids.pass(row.id) && asked_.bodies.pass(row.body);
    }

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
    bool asks_who_, asks_when_;  // Most ask for little: whole groups of rules are skipped.
    std::vector<bool> is_hit_;
};

// The smallest of the fixed radii that holds so many of them; the last when none does.
double auto_width(std::vector<double> cosines, double needed, double unit) {
    if (needed < 1) return kAutoRadii.front();
    if (needed > static_cast<double>(cosines.size())) return kAutoRadii.back();
    const auto last = cosines.begin() + static_cast<std::ptrdiff_t>(needed) - 1;
    std::ranges::nth_element(cosines, last, std::greater{});
    const auto width = std::ranges::lower_bound(kAutoRadii, degrees_of(*last) * unit);
    return width == kAutoRadii.end() ? kAutoRadii.back() : *width;
}

// Puts in the distances and leaves out what is too far.
void keep_near(const Table& table, const Circle& circle, std::vector<Found>& found) {
    constexpr double kNowhere = -2;     // No cosine.
    constexpr double kRounding = 1e-9;  // Far more than a cosine can be wrong by.
    const Direction here = direction_of(circle.center);
    std::vector<double> cosines;
    cosines.reserve(found.size());
    for (const auto& each : found) {
        const Direction there = table.rows()[each.row].place;
        const double cosine = here.x * there.x + here.y * there.y + here.z * there.z;
        cosines.push_back(there.is_known() ? std::clamp(cosine, -1.0, 1.0) : kNowhere);
    }
    const double unit = a_degree(circle.unit);
    double width = circle.width.value_or(std::numeric_limits<double>::infinity());
    if (width < 0) width = auto_width(cosines, std::floor(-width), unit);
    // Most rows are told to be too far by their cosine alone: an angle costs more.
    const double reach = std::min(width / unit, 180.0) / kDegrees;
    const double least = circle.width ? std::cos(reach) - kRounding : kNowhere;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (cosines[i] < least) continue;
        const double degrees = degrees_of(cosines[i]);
        if (circle.width && !(degrees * unit <= width)) continue;
        found[kept++] = {found[i].row, degrees};
    }
    found.resize(kept);
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
    const bool by_distance = asked.by_distance && asked.circle;
    const bool is_usual = !by_distance && std::ranges::equal(asked.sort_columns, kUsualOrder);
    // In the usual order, with every row telling for itself, the page's end is the end.
    const std::size_t enough = is_usual && !asked.circle && asked.page_size > 0
                                   ? asked.page * asked.page_size
                                   : std::numeric_limits<std::size_t>::max();
    for (RowNumber i = 0; i < table.rows().size() && found.size() < enough; ++i) {
        const RowNumber row = is_usual ? table.usual_order()[i] : i;
        if (filter.passes(row)) found.push_back({row});
    }
    if (asked.circle) keep_near(table, *asked.circle, found);
    if (by_distance) {
        std::ranges::stable_sort(found, {}, &Found::degrees);
    } else if (!is_usual) {
        sort_by(table, asked.sort_columns, found);
    }
    cut_page(asked, found);
    return found;
}

}  // namespace waymark::compat::bmlt
