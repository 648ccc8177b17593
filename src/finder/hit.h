// One row that fits a request, while a search runs.
#pragma once

#include <cstdint>
#include <limits>
#include <utility>

#include "directory/venue.h"
#include "finder/grid.h"
#include "finder/search.h"

namespace waymark::finder {

inline constexpr double kNoDistance = std::numeric_limits<double>::infinity();

struct Hit {
    Instant starts = Instant::max();  // The maximum: by appointment.
    double km = kNoDistance;          // From the place asked.
    std::int32_t points = 0;          // By Sort::best only.
    RowNumber row = 0;
    std::uint32_t position = 0;    // In meetings(): the order of ids.
    directory::VenueKind venue{};  // On the day of its start.
    std::uint8_t weekday = 0;      // Of its start, where it is; Sunday 0.
    std::uint16_t minute = 0;      // Of that day, up to 1440.

    bool has_start() const { return starts != Instant::max(); }
    unsigned week_minute() const { return weekday * 1441u + minute; }
};

// Whether `a` stands before `b` on the page: a total order.
inline bool stands_before(Sort sort, const Hit& a, const Hit& b) {
    if (a.has_start() != b.has_start()) return a.has_start();
    if (sort == Sort::best && a.points != b.points) return a.points > b.points;
    if (sort == Sort::nearest && a.km != b.km) return a.km < b.km;
    if (sort == Sort::week && a.has_start()) {
        return std::pair{a.week_minute(), a.position} < std::pair{b.week_minute(), b.position};
    }
    if (a.starts != b.starts) return a.starts < b.starts;
    return a.km != b.km ? a.km < b.km : a.position < b.position;
}

struct HitOrder {
    Sort sort{};
    bool operator()(const Hit& a, const Hit& b) const { return stands_before(sort, a, b); }
};

}  // namespace waymark::finder
