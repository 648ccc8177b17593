// Countries, and the states, provinces and nations that people write after a town.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "places/table.h"

namespace waymark::places {

using AreaNumber = std::uint16_t;

// What a name can stand for. Lower ranks are meant first: after a town, "CA"
// is California (0) before it is Canada (1).
struct Meaning {
    AreaNumber area = 0;
    int rank = 0;
    friend bool operator==(const Meaning&, const Meaning&) = default;
};

class Areas {
  public:
    static const Areas& all();

    std::size_t size() const { return countries_.size(); }
    std::string_view country(AreaNumber area) const { return countries_[area]; }  // "US"
    std::string_view region(AreaNumber area) const { return regions_[area]; }     // "PA", or ""
    std::string_view shown(AreaNumber area) const { return shown_[area]; }        // "PA", "France"

    // Whether all of `inner` lies in `outer`.
    bool contains(AreaNumber outer, AreaNumber inner) const;

    // Empty when no area is called so.
    std::vector<Meaning> called(std::string_view key) const;
    // Those called nearly so: one typo apart, in names of five letters or more.
    std::vector<Meaning> called_nearly(std::string_view key) const;

  private:
    explicit Areas(const Table& table);
    Texts countries_, regions_, shown_, keys_;
    Column<AreaNumber> area_;
    Column<std::uint8_t> rank_;
};

}  // namespace waymark::places
