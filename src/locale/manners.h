// How a country writes distances and times of day.
#pragma once

#include <cstdint>
#include <string_view>

namespace waymark::locale {

enum class Units : std::uint8_t { kilometers, miles };
enum class Hours : std::uint8_t { twelve, twenty_four };

struct Manners {
    Units units = Units::kilometers;
    Hours hours = Hours::twenty_four;
    bool month_first = false;  // "November 21" rather than "21 November", in English.
    friend bool operator==(const Manners&, const Manners&) = default;
};

// By ISO 3166-1 alpha-2 code, in capitals; the defaults for one we do not know.
Manners manners_of(std::string_view country);

}  // namespace waymark::locale
