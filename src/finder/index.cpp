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
using engine::Listings;

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
std::vector<std::uint32_t> order_of(const std::vector<GeoPoint>& points) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed;
    keyed.reserve(points.size());
    for (std::uint32_t at = 0; at < points.size(); ++at) {
        const bool is_nowhere = std::isnan(points[at].latitude);
        keyed.emplace_back(is_nowhere ? ~std::uint64_t{0} : engine::curve_key(points[at]), at);
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

// Rows in their order, of what was gathered by position.
template <class Value>
std::vector<Value> in_rows(const std::vector<std::uint32_t>& positions,
                           std::vector<Value> by_position) {
    std::vector<Value> by_row;
    by_row.reserve(whole_leaves(positions.size()));
    for (const auto position : positions)
        by_row.push_back(by_position[position]);
    return by_row;
}

std::vector<std::string> folded_languages(const Meeting& meeting) {
    std::vector<std::string> languages;
    for (const auto& language : meeting.languages)
        languages.push_back(ascii_lower(language));
    std::ranges::sort(languages);
    return languages;
}

std::int64_t seconds_of(std::optional<Instant> instant) {
    return instant ? instant->time_since_epoch().count() : kNever;
}

std::int64_t known_true_of(const Meeting& meeting, std::span<const directory::Source> sources) {
    const auto source =
        std::ranges::lower_bound(sources, meeting.source, {}, &directory::Source::id);
    const bool is_there = source != sources.end() && source->id == meeting.source;
    const auto known = directory::known_true(meeting, is_there ? &*source : nullptr);
    return known ? known->at.time_since_epoch().count() : kNever;
}

// What is read off each meeting, which is unpacked once for it. By position.
class Gathering {
  public:
    Gathering(Index& index, std::span<const directory::Source> sources, std::size_t count)
        : index_(index), sources_(sources) {
        points.reserve(count);
        rows.reserve(count);
        tended_at.reserve(count);
        known_true_at.reserve(count);
    }

    void add(const Meeting& meeting) {
        const auto& schedule = meeting.schedule;
        Row row{.features = meeting.features,
                .language_set = number_of_languages(meeting),
                .start = static_cast<std::uint16_t>(schedule.start.count()),
                .zone = zone_of(schedule.zone),
                .fellowship = meeting.fellowship,
                .medication = directory::medication_attitude(meeting),
                .venue = directory::usual_venue(meeting),
                .days = schedule.days,
                .is_plain = is_plain_week(schedule),
                .has_spells = !meeting.venue.spells.empty()};
        if (directory::can_walk_in(row.venue) || directory::can_join_online(row.venue)) {
            index_.joinable |= 1u << static_cast<unsigned>(meeting.fellowship);
        }
        if (!row.is_plain || row.has_spells) {
            rules.push_back({static_cast<RowNumber>(rows.size()), schedule, meeting.venue,
                             meeting.place.is_approximate});
        }
        rows.push_back(row);
        points.push_back(meeting.place.point.value_or(GeoPoint{kNowhere, kNowhere}));
        tended_at.push_back(seconds_of(finder::tended_at(meeting.freshness)));
        known_true_at.push_back(known_true_of(meeting, sources_));
    }

    void join(std::size_t shown, std::size_t hidden) {
        rows[hidden].is_double = true;
        known_true_at[shown] = std::max(known_true_at[shown], known_true_at[hidden]);
    }

    // The commonest set of languages first; equally common ones in the order of
    // their letters.
    void number_languages() {
        std::vector<std::pair<const std::vector<std::string>, Set>*> common;
        for (auto& set : sets_)
            common.push_back(&set);
        std::ranges::stable_sort(common, std::greater{},
                                 [](const auto* set) { return set->second.count; });
        std::vector<std::uint32_t> numbers(common.size());
        for (std::uint32_t number = 0; number < common.size(); ++number) {
            numbers[common[number]->second.first_met] = number;
            index_.language_sets.push_back(common[number]->first);
        }
        for (auto& row : rows)
            row.language_set = numbers[row.language_set];
    }

    std::vector<GeoPoint> points;
    std::vector<Row> rows;
    std::vector<std::int64_t> tended_at, known_true_at;
    std::vector<Rule> rules;

  private:
    struct Set {
        std::uint32_t first_met = 0;
        std::uint32_t count = 0;
    };

    std::uint32_t number_of_languages(const Meeting& meeting) {
        const auto next = static_cast<std::uint32_t>(sets_.size());
        auto& set =
            sets_.try_emplace(folded_languages(meeting), Set{.first_met = next}).first->second;
        ++set.count;
        return set.first_met;
    }

    std::uint16_t zone_of(const Zone& zone) {
        const auto next = static_cast<std::uint16_t>(index_.zones.size());
        const auto [known, is_new] = zones_.try_emplace(zone.name(), next);
        if (is_new) index_.zones.emplace_back(zone);
        return known->second;
    }

    Index& index_;
    std::span<const directory::Source> sources_;
    std::map<std::vector<std::string>, Set> sets_;
    std::unordered_map<std::string_view, std::uint16_t> zones_;
};

std::vector<Rule> rules_in(const std::vector<RowNumber>& row_of, std::vector<Rule> by_position) {
    for (auto& rule : by_position)
        rule.row = row_of[rule.row];
    std::ranges::sort(by_position, {}, &Rule::row);
    return by_position;
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

}  // namespace

Index::Index(const Listings& meetings, std::span<const directory::Source> sources,
             std::span<const Double> doubles) {
    Gathering gathered{*this, sources, meetings.size()};
    for (std::size_t at = 0; at < meetings.size(); ++at)
        gathered.add(meetings.part(at, engine::UpTo::place));
    for (const auto& each : doubles)
        gathered.join(meetings.row_of(each.shown).value(), meetings.row_of(each.hidden).value());
    gathered.number_languages();
    positions = order_of(gathered.points);
    row_of = rows_by_position(positions);
    points = in_rows(positions, std::move(gathered.points));
    points.resize(whole_leaves(positions.size()), {kNowhere, kNowhere});
    rows = in_rows(positions, std::move(gathered.rows));
    for (auto& row : rows)
        row.is_simple = engine::is_told_by_slices(row);
    tended_at = in_rows(positions, std::move(gathered.tended_at));
    known_true_at = in_rows(positions, std::move(gathered.known_true_at));
    rules = rules_in(row_of, std::move(gathered.rules));
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
