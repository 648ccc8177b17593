#include "finder/scan.h"

#include <bit>
#include <tuple>

#include "finder/query.h"
#include "finder/rank.h"

namespace waymark::finder {
namespace {

using directory::Meeting;
using directory::VenueKind;
using std::chrono::days;
using std::chrono::minutes;
using std::chrono::weekday;

class Scan {
  public:
    Scan(const Snapshot& snapshot, const SearchRequest& request, Instant now)
        : meetings_(snapshot.meetings()),
          index_(snapshot.index()),
          query_(index_, request, now),
          wants_points_(request.sort == Sort::best) {}

    std::vector<Hit> run() && {
        const auto& request = query_.request;
        const auto box = bounds();
        if (!request.text.empty()) {
            const RowSet worded = index_.words.rows_with(request.text);
            if (!box) {
                worded.each([&](RowNumber row) { look_at(row); });
            } else {
                index_.grid.each_row(*box, [&](RowNumber row) {
                    if (worded.has(row)) look_at(row);
                });
            }
        } else if (box) {
            index_.grid.each_row(*box, [&](RowNumber row) { look_at(row); });
        } else {
            const auto rows = static_cast<RowNumber>(index_.size());
            for (RowNumber row = 0; row < rows; ++row)
                look_at(row);
        }
        return std::move(hits_);
    }

  private:
    std::optional<GeoBox> bounds() const {
        if (query_.request.near && query_.radius) {
            return bounds_of(*query_.request.near, *query_.radius);
        }
        return query_.request.box;
    }

    void look_at(RowNumber row) {
        if (!fits_kind(row)) return;
        Hit hit{.row = row};
        if (!fits_place(hit) || !fits_time(hit)) return;
        if (wants_points_) hit.points = points_of(fit_of(hit), query_.request);
        hits_.push_back(hit);
    }

    bool fits_kind(RowNumber row) const {
        if (!query_.takes(index_.fellowship[row])) return false;
        const auto features = index_.features[row];
        if (!features.has_all(query_.must_have)) return false;
        const auto audience = query_.request.audience;
        if (!audience.empty() && !features.has_any(audience)) return false;
        if (!query_.takes(index_.medication[row])) return false;
        return query_.language_fits[index_.language_set[row]] != 0;
    }

    bool fits_place(Hit& hit) const {
        const auto& request = query_.request;
        if (!request.near && !request.box) return true;
        const auto& point = index_.point[hit.row];
        if (!point || (request.box && !request.box->contains(*point))) return false;
        if (!request.near) return true;
        hit.km = distance_between(*request.near, *point).value;
        return !query_.radius || hit.km <= query_.radius->value;
    }

    bool fits_time(Hit& hit) const {
        const auto row = hit.row;
        const auto days_met = index_.days[row];
        if (!query_.is_any_time) {
            if (days_met.empty() || !query_.takes_minute(index_.start[row] % 1440u)) return false;
        }
        if (index_.is_plain[row] == 0) return fits_odd_time(hit);
        hit.venue = index_.venue[row];
        if (!query_.takes(hit.venue)) return false;
        if (!days_met.empty() && !find_plain_start(hit)) return false;
        return takes_start(hit);
    }

    // By the rules of whole meetings: seasons, months, spells, odd hours.
    bool fits_odd_time(Hit& hit) const {
        const Meeting& meeting = meetings_[hit.row];
        const auto& schedule = meeting.schedule;
        Date date{std::chrono::floor<days>(schedule.zone.to_local(query_.now))};
        if (!schedule.days.empty()) {
            const auto next = directory::next_occurrence(schedule, query_.not_before, query_.days);
            if (!next) return false;
            hit.starts = next->starts;
            date = next->date;
            hit.weekday = weekday_of(date);
        }
        hit.venue = directory::venue_on(meeting, date);
        return query_.takes(hit.venue) && takes_start(hit);
    }

    bool takes_start(Hit& hit) const {
        if (hit.has_start() && hit.starts > query_.not_after) return false;
        if (hit.venue == VenueKind::by_appointment) hit.starts = Instant::max();
        return hit.has_start() || query_.is_any_time;
    }

    // The same as next_occurrence, from two additions; false when it never meets on those days.
    bool find_plain_start(Hit& hit) const {
        const auto row = hit.row;
        const unsigned wanted = index_.days[row].bits() & query_.days.bits();
        if (wanted == 0) return false;
        const auto& clock = query_.clocks[index_.zone[row]];
        if (!clock.is_settled()) return find_exact_start(hit);
        const auto today = std::chrono::floor<days>(clock.local());
        const auto first = weekday{today}.c_encoding();
        unsigned ahead = ((wanted | wanted << 7) >> first) & 0x7f;  // Bit 0: today.
        const minutes start{index_.start[row]};
        const bool is_past = today + start < clock.local();
        if (is_past && (ahead & 1) != 0) ahead = (ahead & ~1u) | 0x80;
        const auto wait = static_cast<unsigned>(std::countr_zero(ahead));
        hit.starts = clock.to_instant(today + days{wait} + start);
        hit.weekday = static_cast<std::uint8_t>((first + wait) % 7);
        return true;
    }

    bool find_exact_start(Hit& hit) const {
        const auto next =
            directory::next_occurrence(meetings_[hit.row].schedule, query_.not_before, query_.days);
        if (!next) return false;
        hit.starts = next->starts;
        hit.weekday = weekday_of(next->date);
        return true;
    }

    static std::uint8_t weekday_of(Date date) {
        return static_cast<std::uint8_t>(weekday{std::chrono::sys_days{date}}.c_encoding());
    }

    Fit fit_of(const Hit& hit) const {
        const auto row = hit.row;
        Fit fit{.is_online_only =
                    directory::can_join_online(hit.venue) && !directory::can_walk_in(hit.venue),
                .fellowship = index_.fellowship[row],
                .features = index_.features[row],
                .medication = index_.medication[row]};
        if (hit.has_start()) fit.until = std::chrono::floor<minutes>(hit.starts - query_.now);
        if (hit.km != kNoDistance) fit.distance = Kilometers{hit.km};
        if (index_.known_good_at[row] != kNeverConfirmed) {
            const std::chrono::seconds known{index_.known_good_at[row]};
            fit.age = query_.now.time_since_epoch() - known;
        }
        return fit;
    }

    std::span<const Meeting> meetings_;
    const Index& index_;
    Query query_;
    bool wants_points_;
    std::vector<Hit> hits_;
};

}  // namespace

std::optional<Kilometers> radius_of(const SearchRequest& request) {
    if (request.radius || !request.near) return request.radius;
    if (request.sort == Sort::nearest) return std::nullopt;
    return kRadiusUsual;
}

std::vector<Hit> scan(const Snapshot& snapshot, const SearchRequest& request, Instant now) {
    return Scan{snapshot, request, now}.run();
}

bool stands_before(Sort sort, const Hit& a, const Hit& b) {
    if (a.has_start() != b.has_start()) return a.has_start();
    if (sort == Sort::best && a.points != b.points) return a.points > b.points;
    if (sort == Sort::nearest && a.km != b.km) return a.km < b.km;
    return std::tie(a.starts, a.km, a.row) < std::tie(b.starts, b.km, b.row);
}

}  // namespace waymark::finder
