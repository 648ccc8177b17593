#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <vector>

#include "embedded/places.h"
#include "places/gazetteer.h"
#include "places/table.h"

namespace waymark::places {
namespace {

// The tree: 48 by 24 squares of the map, each either a zone or a node of four
// quarters, and so on down. A number is two characters of base 56; the highest
// ones are zones, counted from the end of the list.
class ZoneTree {
  public:
    static const ZoneTree& all() {
        static const ZoneTree tree{Table{embedded::places("zones.bin")}};
        return tree;
    }

    Zone at(GeoPoint point) const {
        if (!(std::abs(point.latitude) <= 90 && std::abs(point.longitude) <= 180)) return Zone{};
        if (point.latitude >= 90) return nautical(0);
        const auto& zone = zones_[number_at(point)];
        return zone ? *zone : nautical(point.longitude);
    }

  private:
    static constexpr int kBase = 56;
    static constexpr int kNumbers = kBase * kBase;
    static constexpr int kRootNumbers = 2 * 48 * 24;  // Characters of the 48 by 24 squares.

    explicit ZoneTree(const Table& table) : nodes_(Texts(table, 0)[0]) {
        const Texts names(table, 2);
        for (std::size_t n = 0; n < names.size(); ++n) {
            const auto zone = Zone::named(names[n]);
            zones_.push_back(zone ? std::optional{*zone} : std::nullopt);
        }
    }

    // For a zone that is newer than the system's tzdata: right within an hour or so.
    static Zone nautical(double longitude) {
        const int hours = static_cast<int>(std::lround(longitude / 15));
        // POSIX signs: "Etc/GMT+5" is west.
        const auto zone = Zone::named(hours == 0 ? "Etc/GMT" : fmt::format("Etc/GMT{:+}", -hours));
        return zone.value_or(Zone{});
    }

    int number(int at) const {
        const auto place = static_cast<std::size_t>(at);
        return kBase * nodes_[place] + nodes_[place + 1] - 1995;
    }

    // The same arithmetic as @photostructure/tz-lookup, so that edges fall alike.
    std::size_t number_at(GeoPoint point) const {
        double x = 48 * (180 + point.longitude) / 360.00000000000006;
        double y = 24 * (90 - point.latitude) / 180.00000000000003;
        int column = static_cast<int>(x);
        int row = static_cast<int>(y);
        int found = number(96 * row + 2 * column);
        const int first_zone = kNumbers - static_cast<int>(zones_.size());
        for (int node = -1; found < first_zone;) {
            node += found + 1;
            x = std::fmod(2 * (x - column), 2);
            y = std::fmod(2 * (y - row), 2);
            column = static_cast<int>(x);
            row = static_cast<int>(y);
            found = number(8 * node + 4 * row + 2 * column + kRootNumbers);
        }
        return static_cast<std::size_t>(found - first_zone);
    }

    std::string_view nodes_;
    std::vector<std::optional<Zone>> zones_;
};

}  // namespace

Zone zone_at(GeoPoint point) {
    return ZoneTree::all().at(point);
}

}  // namespace waymark::places
