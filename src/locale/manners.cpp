#include "locale/manners.h"

#include <algorithm>
#include <array>

namespace waymark::locale {
namespace {

// Road signs in miles; CLDR's measurementData (UK, US) with Liberia and Myanmar.
constexpr std::array<std::string_view, 7> kMiles{"GB", "GU", "LR", "MM", "PR", "US", "VI"};

// Where the clock on the wall is told in twelve hours: CLDR's timeData, "h" preferred.
constexpr std::array<std::string_view, 22> kTwelveHours{
    "AU", "BD", "CA", "CO", "DO", "EG", "GU", "IN", "JM", "MX", "MY",
    "NZ", "PA", "PH", "PK", "PR", "SA", "SV", "TT", "US", "VE", "VI"};

constexpr std::array<std::string_view, 6> kMonthFirst{"CA", "GU", "PH", "PR", "US", "VI"};

}  // namespace

Manners manners_of(std::string_view country) {
    return {.units = std::ranges::binary_search(kMiles, country) ? Units::miles : Units::kilometers,
            .hours = std::ranges::binary_search(kTwelveHours, country) ? Hours::twelve
                                                                       : Hours::twenty_four,
            .month_first = std::ranges::binary_search(kMonthFirst, country)};
}

}  // namespace waymark::locale
