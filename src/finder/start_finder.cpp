#include "finder/start_finder.h"

#include <bit>

namespace waymark::finder {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::weekday;

// How far next_occurrence looks.
constexpr days kLookahead{400};

// The weekdays as seen from `first`: bit 0 is that day, bit 1 the next.
unsigned seen_from(local_days first, unsigned weekdays) {
    return ((weekdays | weekdays << 7) >> weekday{first}.c_encoding()) & 0x7f;
}

std::uint8_t weekday_of(local_days day) {
    return static_cast<std::uint8_t>(weekday{day}.c_encoding());
}

}  // namespace

bool StartFinder::find(const Row& row, Hit& hit) const {
    const unsigned wanted = row.days.bits() & wanted_;
    if (wanted == 0) return false;
    const auto& clock = query_.clock(row.zone);
    if (!clock.is_settled()) return find_exactly(row, hit);
    return row.is_plain ? find_plain(row, wanted, clock, hit) : find_ruled(row, wanted, clock, hit);
}

bool StartFinder::find_plain(const Row& row, unsigned wanted, const ZoneClock& clock,
                             Hit& hit) const {
    const auto today = clock.today();
    unsigned ahead = seen_from(today, wanted);
    const minutes start{row.start};
    const bool is_past = today + start < clock.local();
    if (is_past && (ahead & 1) != 0) ahead = (ahead & ~1u) | 0x80;
    const auto day = today + days{std::countr_zero(ahead)};
    hit.starts = clock.to_instant(day + start);
    hit.weekday = weekday_of(day);
    return true;
}

bool StartFinder::find_ruled(const Row& row, unsigned wanted, const ZoneClock& clock,
                             Hit& hit) const {
    const auto& schedule = index_.rule_of(hit.row).schedule;
    const auto first = clock.today() - days{1};  // A start of 24:00 belongs to yesterday.
    const auto last = clock.today() + kLookahead;
    const unsigned ahead = seen_from(first, wanted);
    for (auto week = first; week <= last; week += days{7}) {
        for (unsigned left = ahead; left != 0; left &= left - 1) {
            const auto day = week + days{std::countr_zero(left)};
            const auto reading = day + minutes{row.start};
            if (day > last) return false;
            if (reading < clock.local() || !directory::meets_on(schedule, Date{day})) continue;
            hit.starts = clock.to_instant(reading);
            hit.weekday = weekday_of(day);
            return true;
        }
    }
    return false;
}

bool StartFinder::find_exactly(const Row& row, Hit& hit) const {
    const auto schedule = row.is_plain ? directory::Schedule{.days = row.days,
                                                             .start = minutes{row.start},
                                                             .zone = index_.zones[row.zone].zone()}
                                       : index_.rule_of(hit.row).schedule;
    const auto next = directory::next_occurrence(schedule, query_.not_before,
                                                 directory::WeekdaySet::of_bits(wanted_));
    if (!next) return false;
    hit.starts = next->starts;
    hit.weekday = weekday_of(local_days{next->date});
    return true;
}

Date StartFinder::date_of(const Hit& hit) const {
    // Its own weekday, on the local day of the start or the one before it.
    const auto& zone = index_.zones[index_.rows[hit.row].zone].zone();
    auto day = std::chrono::floor<days>(zone.to_local(hit.starts));
    while (weekday_of(day) != hit.weekday)
        day -= days{1};
    return Date{day};
}

}  // namespace waymark::finder
