// Which towns the sample's groups meet in.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/geo.h"
#include "core/random.h"
#include "core/zone.h"

namespace waymark::sample {

struct City {
    std::string_view name{};
    std::string_view country{};       // "US"
    std::string_view country_name{};  // "United States"
    std::string_view region{};        // "PA", or "" where we have no letters.
    std::string_view region_name{};   // As an address has it: "PA", "England", or "".
    GeoPoint center{};
    Zone zone{};
    Kilometers reach{};
};

// Three in five are in the United States, 8 % in Canada, 5 % in Great Britain;
// inside these and in the rest of the world by population to the power of 0.95.
class Cities {
  public:
    Cities();
    City draw(Random& random) const;

  private:
    struct Pool {
        std::vector<std::size_t> rows{};
        std::vector<double> reached{};  // The sum of weights up to and with each row.
    };
    std::array<Pool, 4> pools_{};
};

}  // namespace waymark::sample
