// Every town of 1,000 people or more in the world, by the key of its name; and
// what US ZIP codes know besides: smaller places, and counties.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/geo.h"
#include "places/areas.h"
#include "places/gazetteer.h"
#include "places/table.h"

namespace waymark::places {

enum class TownKind : std::uint8_t {
    town,
    alias,   // Another name of a town that has its own row.
    hamlet,  // At the middle of its ZIP codes; its people are not known.
    county,
};

class Towns {
  public:
    static const Towns& all();

    std::size_t size() const { return keys_.size(); }
    std::string_view key(std::size_t row) const { return keys_[row]; }
    std::string_view name(std::size_t row) const { return names_[row]; }  // "Philadelphia"
    AreaNumber area(std::size_t row) const { return area_[row]; }
    TownKind kind(std::size_t row) const { return static_cast<TownKind>(kind_[row]); }
    std::int64_t population(std::size_t row) const { return population_[row]; }
    GeoPoint point(std::size_t row) const {
        return {degrees(latitude_[row]), degrees(longitude_[row])};
    }

    // "Philadelphia, PA" with all that is known of it.
    Place place(std::size_t row) const;

    RowRange called(std::string_view key) const { return keys_.rows_of(key); }
    // Rows whose key is one typo from `key` and begins with the same letter; none
    // when it is under four letters.
    std::vector<std::size_t> called_nearly(std::string_view key) const;
    // Those where the typo is in the first letter: missing, another, too many or swapped.
    std::vector<std::size_t> called_nearly_but_first_letter(std::string_view key) const;
    std::vector<std::size_t> around(GeoPoint center, Kilometers radius) const;

  private:
    explicit Towns(const Table& table);
    void add_called(std::string_view key, std::vector<std::size_t>& rows) const;
    static double degrees(std::int32_t stored) { return stored / 1e5; }

    Texts keys_, names_;
    Column<AreaNumber> area_;
    Column<std::uint8_t> kind_;
    Column<std::uint32_t> population_;
    Column<std::int32_t> latitude_, longitude_;
};

// How far the meant place may lie from a town's middle.
Kilometers reach_of(TownKind kind, std::int64_t population);

}  // namespace waymark::places
