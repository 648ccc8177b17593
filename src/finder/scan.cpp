#include "finder/scan.h"

#include "finder/first_hits.h"
#include "finder/query.h"
#include "finder/rank.h"
#include "finder/start_finder.h"

namespace waymark::finder {
namespace {

using directory::VenueKind;
using std::chrono::minutes;

class Scan {
  public:
    Scan(const Snapshot& snapshot, const SearchRequest& request, Instant now)
        : snapshot_(snapshot),
          index_(snapshot.index()),
          query_(index_, request, now),
          hides_old_(!request.shows_old && index_.has_old(now)),
          starts_(snapshot.meetings(), index_, query_),
          found_{.tally = Tally{index_}},
          first_({request.sort}, request.offset + request.limit) {}

    Found run() && {
        const auto box = bounds();
        if (!query_.request.text.empty()) {
            look_at_worded(box);
        } else if (box) {
            index_.grid.each_row(*box, [&](RowNumber row) { look_at(row); });
        } else {
            const auto rows = static_cast<RowNumber>(index_.rows.size());
            for (RowNumber row = 0; row < rows; ++row)
                look_at(row);
        }
        found_.first = std::move(first_).sorted();
        return std::move(found_);
    }

  private:
    std::optional<GeoBox> bounds() const {
        if (query_.request.near && query_.radius) {
            return bounds_of(*query_.request.near, *query_.radius);
        }
        return query_.request.box;
    }

    void look_at_worded(const std::optional<GeoBox>& box) {
        const RowSet worded = index_.words.rows_with(query_.request.text);
        if (!box) {
            worded.each([&](RowNumber row) { look_at(row); });
            return;
        }
        index_.grid.each_row(*box, [&](RowNumber row) {
            if (worded.has(row)) look_at(row);
        });
    }

    void look_at(RowNumber number) {
        const Row& row = index_.rows[number];
        if (row.is_double || !fits_kind(row) || !may_fit_place(number)) return;
        Hit hit{.row = number};
        if (!fits_time(row, hit) || !fits_distance(hit)) return;
        if (hides_old_ && index_.is_old(number, query_.now)) {
            ++found_.old;
            return;
        }
        take(row, hit);
    }

    bool fits_kind(const Row& row) const {
        if (!query_.takes(row.fellowship) || !row.features.has_all(query_.must_have)) return false;
        const auto audience = query_.request.audience;
        if (!audience.empty() && !row.features.has_any(audience)) return false;
        if (!query_.takes(row.medication)) return false;
        return query_.language_fits[row.language_set] != 0;
    }

    // All that is cheap to know of its place.
    bool may_fit_place(RowNumber row) const {
        const auto& request = query_.request;
        if (!request.near && !request.box) return true;
        const auto& point = index_.points[row];
        return point && (!request.box || request.box->contains(*point));
    }

    bool fits_distance(Hit& hit) const {
        if (!query_.request.near) return true;
        hit.km = distance_between(*query_.request.near, *index_.points[hit.row]).value;
        return !query_.radius || hit.km <= query_.radius->value;
    }

    bool fits_time(const Row& row, Hit& hit) const {
        hit.venue = row.venue;
        hit.minute = row.start;
        if (!row.has_spells && !query_.takes(hit.venue)) return false;
        if (row.days.empty()) {
            if (!query_.is_any_time) return false;
        } else if (!query_.takes_minute(row.start % 1440u) || !starts_.find(row, hit) ||
                   hit.starts > query_.not_after) {
            return false;
        }
        if (row.has_spells) {
            hit.venue = venue_then(hit);
            if (!query_.takes(hit.venue)) return false;
        }
        if (hit.venue == VenueKind::by_appointment) hit.starts = Instant::max();
        return hit.has_start() || query_.is_any_time;
    }

    VenueKind venue_then(const Hit& hit) const {
        const auto& meeting = snapshot_.meetings()[hit.row];
        if (hit.has_start()) return directory::venue_on(meeting, starts_.date_of(hit));
        const auto local = meeting.schedule.zone.to_local(query_.now);
        return directory::venue_on(meeting, Date{std::chrono::floor<std::chrono::days>(local)});
    }

    void take(const Row& row, Hit& hit) {
        if (query_.request.sort == Sort::best)
            hit.points = points_of(fit_of(row, hit), query_.request);
        const bool is_first = found_.total++ == 0;
        if (is_first || is_nearer(hit, found_.nearest)) found_.nearest = hit;
        if (is_first || stands_before(Sort::soonest, hit, found_.soonest)) found_.soonest = hit;
        found_.tally.add(row, hit);
        first_.add(hit);
    }

    static bool is_online_only(const Hit& hit) {
        return directory::can_join_online(hit.venue) && !directory::can_walk_in(hit.venue);
    }

    static bool is_nearer(const Hit& a, const Hit& b) {
        if (is_online_only(a) != is_online_only(b)) return is_online_only(b);
        return stands_before(Sort::nearest, a, b);
    }

    Fit fit_of(const Row& row, const Hit& hit) const {
        Fit fit{.is_online_only =
                    directory::can_join_online(hit.venue) && !directory::can_walk_in(hit.venue),
                .fellowship = row.fellowship,
                .features = row.features,
                .medication = row.medication};
        if (hit.has_start()) fit.until = std::chrono::floor<minutes>(hit.starts - query_.now);
        if (hit.km != kNoDistance) fit.distance = Kilometers{hit.km};
        const auto tended = index_.tended_at[hit.row];
        if (tended != kNever) {
            fit.untended = query_.now.time_since_epoch() - std::chrono::seconds{tended};
        }
        return fit;
    }

    const Snapshot& snapshot_;
    const Index& index_;
    Query query_;
    bool hides_old_;
    StartFinder starts_;
    Found found_;
    FirstHits<Hit, HitOrder> first_;
};

}  // namespace

std::optional<Kilometers> radius_of(const SearchRequest& request) {
    if (request.radius || !request.near) return request.radius;
    if (request.sort == Sort::nearest) return std::nullopt;
    return kRadiusUsual;
}

Found scan(const Snapshot& snapshot, const SearchRequest& request, Instant now) {
    return Scan{snapshot, request, now}.run();
}

}  // namespace waymark::finder
