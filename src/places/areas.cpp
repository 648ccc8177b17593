#include "places/areas.h"

#include "core/text.h"
#include "embedded/places.h"

namespace waymark::places {
namespace {

constexpr std::size_t kLettersForTypo = 5;

}  // namespace

Areas::Areas(const Table& table)
    : countries_(table, 0),
      regions_(table, 2),
      shown_(table, 4),
      keys_(table, 6),
      area_(table.section(8)),
      rank_(table.section(9)) {}

const Areas& Areas::all() {
    static const Areas areas{Table{embedded::places("areas.bin")}};
    return areas;
}

bool Areas::contains(AreaNumber outer, AreaNumber inner) const {
    if (outer == inner) return true;
    return regions_.length(outer) == 0 && country(outer) == country(inner);
}

std::vector<Meaning> Areas::called(std::string_view key) const {
    std::vector<Meaning> meanings;
    const auto [begin, end] = keys_.rows_of(key);
    for (std::size_t row = begin; row < end; ++row)
        meanings.push_back({area_[row], rank_[row]});
    return meanings;
}

std::vector<Meaning> Areas::called_nearly(std::string_view key) const {
    std::vector<Meaning> meanings;
    if (key.size() < kLettersForTypo) return meanings;
    for (std::size_t row = 0; row < keys_.size(); ++row) {
        if (keys_.length(row) < kLettersForTypo) continue;
        if (within_one_typo(key, keys_[row])) meanings.push_back({area_[row], rank_[row]});
    }
    return meanings;
}

}  // namespace waymark::places
