#include "finder/same_building.h"

#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/geo.h"
#include "core/text.h"

namespace waymark::finder {
namespace {

using directory::Place;

constexpr Kilometers kSameDoor{0.010};
constexpr Kilometers kSameAddress{0.5};
// A cell of latitude is 11 m high, so that a point within 10 m lies in it or beside it.
constexpr double kCellsPerDegree = 10'000;

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kShort{
    {{"street", "st"},
     {"avenue", "ave"},
     {"av", "ave"},
     {"road", "rd"},
     {"boulevard", "blvd"},
     {"drive", "dr"},
     {"lane", "ln"},
     {"court", "ct"},
     {"square", "sq"},
     {"highway", "hwy"},
     {"parkway", "pkwy"},
     {"saint", "st"},
     {"north", "n"},
     {"south", "s"},
     {"east", "e"},
     {"west", "w"}}};

std::string alike(std::string_view text) {
    const std::string folded = fold(text);
    std::string words;
    for (std::string_view word : words_of(folded)) {
        for (const auto& [longer, shorter] : kShort) {
            if (word == longer) word = shorter;
        }
        words.append(word).push_back(' ');
    }
    return words;
}

std::string_view street_of(const Place& place) {
    const std::string_view address = place.address;
    return place.street.empty() ? address.substr(0, address.find(',')) : place.street;
}

// Numbers texts that are alike alike. Each way of writing one is folded once:
// meetings of one building mostly write it in the same way.
class Writings {
  public:
    std::uint32_t number_of(std::string raw) {
        const auto [known, is_new] = by_raw_.try_emplace(std::move(raw), 0);
        if (is_new) {
            const auto next = static_cast<std::uint32_t>(by_alike_.size());
            known->second = by_alike_.try_emplace(alike(known->first), next).first->second;
        }
        return known->second;
    }

  private:
    std::unordered_map<std::string, std::uint32_t> by_raw_;
    std::unordered_map<std::string, std::uint32_t> by_alike_;
};

// Rows that are the same belong to one tree; the lowest row is its root.
class Sameness {
  public:
    explicit Sameness(std::size_t rows) : parents_(rows) {
        for (std::uint32_t row = 0; row < rows; ++row)
            parents_[row] = row;
    }
    std::uint32_t root_of(std::uint32_t row) {
        while (parents_[row] != row) {
            parents_[row] = parents_[parents_[row]];
            row = parents_[row];
        }
        return row;
    }
    void join(std::uint32_t a, std::uint32_t b) {
        a = root_of(a);
        b = root_of(b);
        parents_[std::max(a, b)] = std::min(a, b);
    }

  private:
    std::vector<std::uint32_t> parents_;
};

bool has_door(const Place& place) {
    return !place.is_approximate && !(place.name.empty() && street_of(place).empty());
}

class Buildings {
  public:
    explicit Buildings(std::size_t rows) : same_(rows) { doors_.reserve(rows); }

    // Row by row.
    void add(const Place& place) {
        const auto row = static_cast<std::uint32_t>(doors_.size());
        doors_.push_back({place.point, has_door(place)});
        if (!doors_.back().is_known) return;
        join_by_address(row, place);
        join_by_door(row, place);
    }

    std::vector<std::uint32_t> numbers() {
        std::vector<std::uint32_t> numbers(doors_.size(), 0);
        std::uint32_t last = 0;
        for (std::uint32_t row = 0; row < doors_.size(); ++row) {
            if (!doors_[row].is_known) continue;
            const std::uint32_t root = same_.root_of(row);
            numbers[row] = root == row ? ++last : numbers[root];
        }
        return numbers;
    }

  private:
    struct Door {
        std::optional<GeoPoint> point{};
        bool is_known = false;
    };

    bool are_within(std::uint32_t a, std::uint32_t b, Kilometers most) const {
        const auto& one = doors_[a].point;
        const auto& other = doors_[b].point;
        return !one || !other || distance_between(*one, *other) <= most;
    }

    // Of each address only the rows that are apart from those before are kept.
    void join_by_address(std::uint32_t row, const Place& place) {
        const std::string_view street = street_of(place);
        if (street.empty()) return;
        std::string raw = place.name;
        raw.append("\n").append(street).append("\n").append(place.town);
        auto& known = by_address_[addresses_.number_of(std::move(raw))];
        for (const std::uint32_t before : known) {
            if (!are_within(row, before, kSameAddress)) continue;
            same_.join(row, before);
            return;
        }
        known.push_back(row);
    }

    void join_by_door(std::uint32_t row, const Place& place) {
        const auto& point = place.point;
        if (!point || place.name.empty()) return;
        const Cell cell{
            .name = names_.number_of(place.name),
            .y = static_cast<std::int32_t>(std::lround(point->latitude * kCellsPerDegree)),
            .x = static_cast<std::int32_t>(std::lround(point->longitude * kCellsPerDegree))};
        bool is_known = false;
        for (std::int32_t dy = -1; dy <= 1; ++dy) {
            for (std::int32_t dx = -1; dx <= 1; ++dx) {
                const auto found = by_door_.find({cell.name, cell.y + dy, cell.x + dx});
                if (found == by_door_.end()) continue;
                if (!are_within(row, found->second, kSameDoor)) continue;
                same_.join(row, found->second);
                is_known = is_known || (dy == 0 && dx == 0);
            }
        }
        if (!is_known) by_door_.try_emplace(cell, row);
    }

    struct Cell {
        std::uint32_t name = 0;
        std::int32_t y = 0, x = 0;
        friend bool operator==(const Cell&, const Cell&) = default;
    };
    struct CellHash {
        std::size_t operator()(const Cell& cell) const noexcept {
            const auto bits = [](auto value) { return static_cast<std::uint32_t>(value); };
            const std::uint64_t where = (std::uint64_t{bits(cell.y)} << 32U) | bits(cell.x);
            return (where ^ (std::uint64_t{cell.name} << 20U)) * 0x9E3779B97F4A7C15U;
        }
    };

    std::vector<Door> doors_;
    Sameness same_;
    Writings addresses_, names_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_address_;
    std::unordered_map<Cell, std::uint32_t, CellHash> by_door_;
};

}  // namespace

std::vector<std::uint32_t> number_buildings(const engine::Listings& meetings) {
    Buildings buildings{meetings.size()};
    for (std::size_t row = 0; row < meetings.size(); ++row)
        buildings.add(meetings.part(row, engine::UpTo::place).place);
    return buildings.numbers();
}

}  // namespace waymark::finder
