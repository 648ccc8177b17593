#include "finder/look.h"

#include <cmath>

#include "finder/rank.h"

namespace waymark::finder {

using directory::VenueKind;

namespace {

Fit fit_of(const Query& query, const Hit& hit) {
    const auto& index = query.index;
    const auto& row = index.rows[hit.row];
    Fit fit{.is_online_only =
                directory::can_join_online(hit.venue) && !directory::can_walk_in(hit.venue),
            .fellowship = row.fellowship,
            .features = row.features,
            .medication = row.medication};
    if (hit.has_start()) {
        fit.until = std::chrono::floor<std::chrono::minutes>(hit.starts - query.now);
    }
    if (hit.km != kNoDistance) fit.distance = Kilometers{hit.km};
    const auto tended = index.tended_at[hit.row];
    if (tended != kNever) {
        fit.untended = query.now.time_since_epoch() - std::chrono::seconds{tended};
    }
    return fit;
}

Hit hit_of(const Index& index, RowNumber number) {
    const auto& row = index.rows[number];
    return {.row = number,
            .position = index.positions[number],
            .venue = row.venue,
            .minute = row.start};
}

}  // namespace

Look::Sees Look::by_age(RowNumber row) const {
    const bool hidden = query_.hides_old && query_.index.is_old(row, query_.now);
    return hidden ? Sees::old : Sees::match;
}

Look::Sees Look::at_told(RowNumber number, Hit& hit) const {
    const auto& row = query_.index.rows[number];
    hit = hit_of(query_.index, number);
    if (!starts_.find(row, hit) || hit.starts > query_.not_after) return Sees::nothing;
    return by_age(number);
}

Look::Sees Look::at(RowNumber number, Hit& hit) const {
    const auto& row = query_.index.rows[number];
    if (row.is_double || !query_.pattern.fits(row)) return Sees::nothing;
    hit = hit_of(query_.index, number);
    return fits_time(row, hit) ? by_age(number) : Sees::nothing;
}

bool Look::fits_time(const Row& row, Hit& hit) const {
    const auto takes = [&](VenueKind venue) {
        return (query_.pattern.venues >> static_cast<unsigned>(venue) & 1) != 0;
    };
    if (!row.has_spells && !takes(hit.venue)) return false;
    if (row.days.empty()) {
        if (!query_.is_any_time) return false;
    } else if (!query_.pattern.takes_minute(row.start % 1440u) || !starts_.find(row, hit) ||
               hit.starts > query_.not_after) {
        return false;
    }
    if (row.has_spells) {
        hit.venue = venue_then(hit);
        if (!takes(hit.venue)) return false;
    }
    if (hit.venue == VenueKind::by_appointment) hit.starts = Instant::max();
    return hit.has_start() || query_.is_any_time;
}

VenueKind Look::venue_then(const Hit& hit) const {
    const auto& rule = query_.index.rule_of(hit.row);
    if (hit.has_start())
        return directory::venue_on(rule.venue, rule.is_approximate, starts_.date_of(hit));
    const auto local = rule.schedule.zone.to_local(query_.now);
    return directory::venue_on(rule.venue, rule.is_approximate,
                               Date{std::chrono::floor<std::chrono::days>(local)});
}

void Look::measure(Hit& hit) const {
    const auto& request = query_.request;
    const auto& point = query_.index.points[hit.row];
    if (request.near && !std::isnan(point.latitude))
        hit.km = distance_between(*request.near, point).value;
    if (request.sort == Sort::best) hit.points = points_of(fit_of(query_, hit), request);
}

}  // namespace waymark::finder
