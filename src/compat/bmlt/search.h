// GetSearchResults: what is asked, and which meetings that are.
//
// Filters add up. A question that cannot be answered (a key without a value, one
// coordinate) has no meetings, as with BMLT; nothing fails.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "compat/bmlt/parameters.h"
#include "compat/bmlt/table.h"
#include "core/geo.h"
#include "core/result.h"

namespace waymark::compat::bmlt {

enum class Unit { miles, kilometers };
// Of a degree of arc, as BMLT counts.
inline constexpr double kMilesADegree = 69.0;
inline constexpr double kKilometersADegree = 111.111;

struct Circle {
    GeoPoint center{};
    Unit unit = Unit::miles;
    // Negative: the smallest of the fixed radii that holds so many meetings.
    // Not set: distances are told, and none is too far.
    std::optional<double> width{};
};

struct KeyFilter {
    std::size_t column = 0;
    std::vector<TextId> values{};  // Any of them.
};

enum class Published { yes, no, both };

struct Search {
    bool is_hopeless = false;  // Asked so that nothing can answer it.
    Ids ids{}, weekdays{}, venues{}, bodies{}, formats{};
    bool any_format = false;  // Else all that are wanted.
    std::optional<KeyFilter> key{};
    std::optional<int> starts_after{}, starts_before{}, ends_before{};  // Minutes of the day.
    std::optional<int> duration_min{}, duration_max{};
    std::optional<Circle> circle{};
    std::vector<std::string> words{};  // Folded; any of them.
    bool has_words = false;            // Asked for words, even if none can be found.
    Published published = Published::yes;
    bool by_distance = false;
    std::vector<std::size_t> sort_columns{};
    std::size_t page_size = 0, page = 1;  // 0: all.
};

// Fails with invalid_input where a person should know: an address that is not found.
Result<Search> read_search(const Parameters& parameters, const Table& table);

struct Found {
    RowNumber row = 0;
    double degrees = -1;  // From the circle's centre; negative when none was asked.
};

// In the order asked, cut to the page.
std::vector<Found> search(const Table& table, const Search& asked);

}  // namespace waymark::compat::bmlt
