#include "finder/index.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <unordered_map>

#include "core/text.h"
#include "engine/curve.h"
#include "engine/sphere.h"
#include "finder/rank.h"

namespace waymark::finder {
namespace {

using directory::Meeting;
using directory::Recurrence;
using engine::kLeafRows;

constexpr double kNowhere = std::numeric_limits<double>::quiet_NaN();

bool is_plain_week(const directory::Schedule& schedule) {
    const auto& rule = schedule.recurrence;
    return rule.kind == Recurrence::Kind::weekly && !rule.from && !rule.until &&
           rule.closed.empty() && schedule.start < std::chrono::hours{24};
}

std::size_t whole_leaves(std::size_t rows) {
    return (rows + kLeafRows - 1) / kLeafRows * kLeafRows;
}

// Along the curve; those without a point behind all others, by id.
std::vector<std::uint32_t> order_of(std::span<const Meeting> meetings) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed;
    keyed.reserve(meetings.size());
    for (std::uint32_t at = 0; at < meetings.size(); ++at) {
        const auto& point = meetings[at].place.point;
        keyed.emplace_back(point ? engine::curve_key(*point) : ~std::uint64_t{0}, at);
    }
    std::ranges::sort(keyed);
    std::vector<std::uint32_t> order;
    order.reserve(keyed.size());
    for (const auto& [key, at] : keyed)
        order.push_back(at);
    return order;
}

std::vector<RowNumber> rows_by_position(const std::vector<std::uint32_t>& positions) {
    std::vector<RowNumber> rows(positions.size());
    for (RowNumber row = 0; row < positions.size(); ++row)
        rows[positions[row]] = row;
    return rows;
}

std::vector<GeoPoint> points_in(const std::vector<std::uint32_t>& positions,
                                std::span<const Meeting> meetings) {
    std::vector<GeoPoint> points(whole_leaves(positions.size()), {kNowhere, kNowhere});
    for (RowNumber row = 0; row < positions.size(); ++row) {
        const auto& point = meetings[positions[row]].place.point;
        if (point) points[row] = *point;
    }
    return points;
}

std::vector<std::string> folded_languages(const Meeting& meeting) {
    std::vector<std::string> languages;
    for (const auto& language : meeting.languages)
        languages.push_back(ascii_lower(language));
    std::ranges::sort(languages);
    return languages;
}

// The commonest first; equally common ones in the order of their letters.
std::map<std::vector<std::string>, std::uint32_t> number_languages(
    std::span<const Meeting> meetings) {
    std::map<std::vector<std::string>, std::uint32_t> sets;
    for (const auto& meeting : meetings)
        ++sets[folded_languages(meeting)];
    std::vector<std::pair<const std::vector<std::string>, std::uint32_t>*> common;
    for (auto& set : sets)
        common.push_back(&set);
    std::ranges::stable_sort(common, std::greater{}, [](const auto* set) { return set->second; });
    for (std::uint32_t number = 0; number < common.size(); ++number)
        common[number]->second = number;
    return sets;
}

std::int64_t seconds_of(std::optional<Instant> instant) {
    return instant ? instant->time_since_epoch().count() : kNever;
}

std::size_t position_of(std::span<const Meeting> meetings, directory::MeetingId id) {
    const auto found = std::ranges::lower_bound(meetings, id, {}, &Meeting::id);
    return static_cast<std::size_t>(found - meetings.begin());
}

std::int64_t known_true_of(const Meeting& meeting, std::span<const directory::Source> sources) {
    const auto source =
        std::ranges::lower_bound(sources, meeting.source, {}, &directory::Source::id);
    const bool is_there = source != sources.end() && source->id == meeting.source;
    const auto known = directory::known_true(meeting, is_there ? &*source : nullptr);
    return known ? known->at.time_since_epoch().count() : kNever;
}

// Rows, and what else is read off each meeting once.
class Reading {
  public:
    Reading(Index& index, std::span<const Meeting> meetings)
        : index_(index), languages_(number_languages(meetings)) {
        index_.language_sets.resize(languages_.size());
        for (const auto& [set, number] : languages_)
            index_.language_sets[number] = set;
    }

    Row row_of(const Meeting& meeting) {
        const auto& schedule = meeting.schedule;
        Row row{.features = meeting.features,
                .language_set = languages_.at(folded_languages(meeting)),
                .start = static_cast<std::uint16_t>(schedule.start.count()),
                .zone = zone_of(schedule.zone),
                .fellowship = meeting.fellowship,
                .medication = directory::medication_attitude(meeting),
                .venue = directory::usual_venue(meeting),
                .days = schedule.days,
                .is_plain = is_plain_week(schedule),
                .has_spells = !meeting.venue.spells.empty()};
        row.is_simple = engine::is_told_by_slices(row);
        if (directory::can_walk_in(row.venue) || directory::can_join_online(row.venue)) {
            index_.joinable |= 1u << static_cast<unsigned>(meeting.fellowship);
        }
        return row;
    }

  private:
    std::uint16_t zone_of(const Zone& zone) {
        const auto next = static_cast<std::uint16_t>(index_.zones.size());
        const auto [known, is_new] = zones_.try_emplace(zone.name(), next);
        if (is_new) index_.zones.push_back(zone);
        return known->second;
    }

    Index& index_;
    std::map<std::vector<std::string>, std::uint32_t> languages_;
    std::unordered_map<std::string_view, std::uint16_t> zones_;
};

std::vector<Row> rows_in(Index& index, std::span<const Meeting> meetings,
                         std::span<const Double> doubles) {
    Reading reading{index, meetings};
    std::vector<Row> rows;
    rows.reserve(index.positions.size());
    for (RowNumber row = 0; row < index.positions.size(); ++row) {
        const auto& meeting = meetings[index.positions[row]];
        rows.push_back(reading.row_of(meeting));
        if (!rows.back().is_plain || rows.back().has_spells) {
            index.rules.push_back(
                {row, meeting.schedule, meeting.venue, meeting.place.is_approximate});
        }
    }
    for (const auto& each : doubles)
        rows[index.row_of[position_of(meetings, each.hidden)]].is_double = true;
    return rows;
}

std::vector<std::int64_t> times_known_true(const Index& index, std::span<const Meeting> meetings,
                                           std::span<const directory::Source> sources,
                                           std::span<const Double> doubles) {
    std::vector<std::int64_t> times;
    times.reserve(meetings.size());
    for (const auto position : index.positions)
        times.push_back(known_true_of(meetings[position], sources));
    for (const auto& each : doubles) {
        auto& shown = times[index.row_of[position_of(meetings, each.shown)]];
        shown = std::max(shown, times[index.row_of[position_of(meetings, each.hidden)]]);
    }
    return times;
}

std::vector<engine::Leaf> leaves_of(const std::vector<Row>& rows) {
    std::vector<engine::Leaf> leaves(whole_leaves(rows.size()) / kLeafRows);
    for (RowNumber row = 0; row < rows.size(); ++row)
        engine::add_to(leaves[engine::leaf_of(row)], row % kLeafRows, rows[row]);
    return leaves;
}

std::vector<engine::LeafSpots> spots_of(const std::vector<GeoPoint>& points) {
    std::vector<engine::LeafSpots> spots(points.size() / kLeafRows);
    for (std::size_t row = 0; row < points.size(); ++row) {
        const auto spot = engine::spot_of(points[row]);
        auto& leaf = spots[row / kLeafRows];
        leaf.x[row % kLeafRows] = static_cast<float>(spot.x);
        leaf.y[row % kLeafRows] = static_cast<float>(spot.y);
        leaf.z[row % kLeafRows] = static_cast<float>(spot.z);
    }
    return spots;
}

std::vector<engine::Node> nodes_of(const Index& index) {
    std::vector<engine::Node> nodes(index.leaves.size());
    for (RowNumber row = 0; row < index.rows.size(); ++row) {
        auto& node = nodes[engine::leaf_of(row)];
        node.add(index.rows[row], index.known_true_at[row], index.tended_at[row]);
        const auto& point = index.points[row];
        if (std::isnan(point.latitude)) {
            node.has_pointless = true;
        } else {
            node.add(point, engine::spot_of(point));
        }
    }
    return nodes;
}

std::vector<std::int64_t> times_tended(const Index& index, std::span<const Meeting> meetings) {
    std::vector<std::int64_t> times;
    times.reserve(meetings.size());
    for (const auto position : index.positions)
        times.push_back(seconds_of(finder::tended_at(meetings[position].freshness)));
    return times;
}

}  // namespace

Index::Index(std::span<const Meeting> meetings, std::span<const directory::Source> sources,
             std::span<const Double> doubles)
    : positions(order_of(meetings)), row_of(rows_by_position(positions)) {
    points = points_in(positions, meetings);
    rows = rows_in(*this, meetings, doubles);
    tended_at = times_tended(*this, meetings);
    known_true_at = times_known_true(*this, meetings, sources, doubles);
    for (const auto time : known_true_at) {
        if (time != kNever && (longest_unknown == kNever || time < longest_unknown))
            longest_unknown = time;
    }
    leaves = leaves_of(rows);
    spots = spots_of(points);
    tree = engine::Tree{nodes_of(*this)};
    sums = engine::FacetSums{leaves};
    soonest = engine::Soonest{rows};
    words = Words{rows.size(),
                  [&](RowNumber row) { return searchable_text(meetings[positions[row]]); }};
}

const Rule& Index::rule_of(RowNumber row) const {
    return *std::ranges::lower_bound(rules, row, {}, &Rule::row);
}

std::span<const GeoPoint> Index::points_of(LeafNumber leaf) const {
    return std::span{points}.subspan(std::size_t{leaf} * kLeafRows, kLeafRows);
}

}  // namespace waymark::finder
