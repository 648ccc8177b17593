#include "places/towns.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/text.h"
#include "embedded/places.h"

namespace waymark::places {
namespace {

constexpr std::size_t kLettersForTypo = 4;
constexpr double kKilometersPerDegree = kEarthRadiusKm * std::numbers::pi / 180;

}  // namespace

Towns::Towns(const Table& table)
    : keys_(table, 0),
      names_(table, 2),
      area_(table.section(4)),
      kind_(table.section(5)),
      population_(table.section(6)),
      latitude_(table.section(7)),
      longitude_(table.section(8)) {}

const Towns& Towns::all() {
    static const Towns towns{Table{embedded::places("towns.bin")}};
    return towns;
}

Place Towns::place(std::size_t row) const {
    const Areas& areas = Areas::all();
    const AreaNumber area_number = area(row);
    const std::string_view shown = areas.shown(area_number);
    Place place{
        .name = std::string{name(row)},
        .country = std::string{areas.country(area_number)},
        .region = std::string{areas.region(area_number)},
        .point = point(row),
        .precision = Precision::town,
        .within = reach_of(kind(row), population(row)),
        .population = population(row),
    };
    // "Singapore" is in Singapore, and "Washington, D.C." says where it is.
    if (shown != place.name && place.name.find(',') == std::string::npos) {
        place.name.append(", ").append(shown);
    }
    return place;
}

void Towns::add_called(std::string_view key, std::vector<std::size_t>& rows) const {
    const auto [begin, end] = called(key);
    for (std::size_t row = begin; row < end; ++row)
        rows.push_back(row);
}

std::vector<std::size_t> Towns::called_nearly(std::string_view key) const {
    std::vector<std::size_t> rows;
    if (key.size() < kLettersForTypo) return rows;
    const auto [begin, end] = keys_.rows_beginning(key.substr(0, 1));
    for (std::size_t row = begin; row < end; ++row) {
        const std::size_t length = keys_.length(row);
        if (length + 1 < key.size() || length > key.size() + 1) continue;
        if (within_one_typo(key, keys_[row])) rows.push_back(row);
    }
    return rows;
}

std::vector<std::size_t> Towns::called_nearly_but_first_letter(std::string_view key) const {
    std::vector<std::size_t> rows;
    if (key.size() < kLettersForTypo) return rows;
    const std::string_view rest = key.substr(1);
    add_called(rest, rows);
    const std::string swapped{key[1], key[0]};
    if (key[0] != key[1]) add_called(swapped + std::string{key.substr(2)}, rows);
    for (const char letter : std::string_view{"abcdefghijklmnopqrstuvwxyz"}) {
        if (letter == key[0]) continue;
        add_called(letter + std::string{rest}, rows);
        add_called(letter + std::string{key}, rows);
    }
    return rows;
}

std::vector<std::size_t> Towns::around(GeoPoint center, Kilometers radius) const {
    std::vector<std::size_t> rows;
    const double band = radius.value / kKilometersPerDegree;
    const auto south = static_cast<std::int32_t>(std::floor((center.latitude - band) * 1e5));
    const auto north = static_cast<std::int32_t>(std::ceil((center.latitude + band) * 1e5));
    for (std::size_t row = 0; row < size(); ++row) {
        const std::int32_t latitude = latitude_[row];
        if (latitude < south || latitude > north) continue;
        if (kind(row) != TownKind::town) continue;
        if (distance_between(center, point(row)) <= radius) rows.push_back(row);
    }
    return rows;
}

Kilometers reach_of(TownKind kind, std::int64_t population) {
    switch (kind) {
        case TownKind::hamlet:
            return Kilometers{11};  // As far as a ZIP code's middle may be off.
        case TownKind::county:
            return Kilometers{40};
        case TownKind::town:
        case TownKind::alias:
            break;
    }
    // A disc of 400 people a square kilometre, as loosely built as American towns are:
    // the ZIP codes of a US town have their middle in it nine times in ten.
    constexpr double kPeoplePerSquareKilometer = 400;
    const double area = static_cast<double>(population) / kPeoplePerSquareKilometer;
    return Kilometers{std::clamp(std::sqrt(area / std::numbers::pi), 9.0, 60.0)};
}

}  // namespace waymark::places
