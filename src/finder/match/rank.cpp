#include "finder/match/rank.h"
#include "finder/index.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <unordered_set>

#include "core/text.h"
#include "finder/match/score.h"

namespace waymark::finder::match {
namespace {

using directory::Meeting;
using directory::MeetingPtr;
using directory::VenueKind;
using directory::WeekdaySet;
using std::chrono::days;
using std::chrono::minutes;

std::optional<Kilometers> reach_of(const std::optional<GeoPoint>& point, const Request& request) {
    if (!request.near || !point) return std::nullopt;
    const Kilometers distance = distance_between(*request.near, *point);
    if (distance > kReach) return std::nullopt;
    return distance;
}

// Days and time as a clock shows them that is so many days ahead.
WeekdaySet shifted(WeekdaySet set, int by) {
    constexpr int kDays = 7;
    WeekdaySet moved;
    for (int day = 0; day < kDays; ++day) {
        if ((set.bits() >> day & 1U) == 0) continue;
        moved.add(std::chrono::weekday{static_cast<unsigned>((day + by + kDays) % kDays)});
    }
    return moved;
}

void set_clock(Candidate& candidate, const Request& request) {
    const auto& schedule = candidate.meeting->schedule;
    const auto there = schedule.zone.to_local(candidate.next.starts);
    const auto here = request.here ? request.here->to_local(candidate.next.starts) : there;
    const auto day = std::chrono::floor<days>(here);
    candidate.start = std::chrono::floor<minutes>(here - day);
    candidate.days =
        shifted(schedule.days, static_cast<int>((day - std::chrono::floor<days>(there)).count()));
}

// Soonest, nearest and lowest id first among equals.
auto order_of(const Ranked& ranked) {
    const auto& candidate = ranked.candidate;
    const double km =
        candidate.distance ? candidate.distance->value : std::numeric_limits<double>::infinity();
    return std::tuple{-ranked.points, candidate.next.starts, km, ranked.id};
}

// Alike for all meetings of one group, as far as the list lets us see.
std::string group_key(const Snapshot& snapshot, const Meeting& meeting) {
    if (const auto group = snapshot.group_of(meeting.id)) {
        return "group " + std::to_string(group->value);
    }
    if (meeting.name.empty()) return "meeting " + std::to_string(meeting.id.value);
    return std::to_string(static_cast<int>(meeting.fellowship)) + '|' + ascii_lower(meeting.name) +
           '|' + ascii_lower(meeting.place.town);
}

struct Found {
    Ranked ranked{};
    std::string group{};
};

std::vector<Ranked> first_of_each_group(std::vector<Found> all) {
    std::vector<Ranked> first;
    std::unordered_set<std::string> seen;
    for (auto& found : all) {
        if (seen.insert(std::move(found.group)).second) first.push_back(std::move(found.ranked));
    }
    return first;
}

// Only few of very many are ever looked at.
void add_meetings(const Snapshot& snapshot, std::vector<Ranked>& ranked) {
    std::map<directory::Fellowship, std::size_t> looked_at;
    for (auto& one : ranked) {
        if (++looked_at[one.programme] <= kLookedAtOfEach)
            one.candidate.meeting = snapshot.meeting(one.id);
    }
}

bool is_wanted(const Weights& weights, const Request& request, const Candidate& candidate) {
    if (request.only && candidate.meeting->fellowship != *request.only) return false;
    // Who names a programme has said whom it is about.
    const auto skipped = request.only ? Skipped::leaves_out_nothing : Skipped::leaves_out;
    return is_possible(weights, request.answers, candidate, skipped);
}

// A room out of reach, and no way to join from anywhere.
bool is_out_of_reach(const Index& index, RowNumber row, const Request& request) {
    const auto& its = index.rows[row];
    if (its.has_spells || directory::can_join_online(its.venue)) return false;
    const auto& point = index.points[row];
    return std::isnan(point.latitude) || !reach_of(point, request);
}

}  // namespace

std::optional<Candidate> candidate_of(const MeetingPtr& meeting, const Request& request,
                                      Instant not_before, Instant end) {
    auto distance = reach_of(meeting->place.point, request);
    const auto next = directory::next_occurrence(meeting->schedule, not_before);
    if (!next || next->starts >= end) return std::nullopt;
    auto venue = directory::venue_on(*meeting, next->date);
    if (!directory::can_walk_in(venue)) distance.reset();
    if (!distance) {
        if (!directory::can_join_online(venue)) return std::nullopt;
        venue = VenueKind::online;
    }
    Candidate candidate{.meeting = meeting, .distance = distance, .next = *next, .venue = venue};
    set_clock(candidate, request);
    return candidate;
}

std::vector<Ranked> rank(const Snapshot& snapshot, const Weights& weights, const Request& request) {
    std::vector<Found> all;
    const auto& meetings = snapshot.meetings();
    const auto& index = snapshot.index();
    for (std::size_t at = 0; at < meetings.size(); ++at) {
        const auto row = index.row_of[at];
        if (index.rows[row].is_double || index.is_old(row, request.now)) continue;
        // Asked first, as it costs least: most meetings of a large directory are far away.
        if (is_out_of_reach(index, row, request)) continue;
        const auto meeting =
            std::make_shared<const Meeting>(meetings.part(at, engine::UpTo::place));
        auto candidate = candidate_of(meeting, request, request.now, request.now + kThisWeek);
        if (!candidate || !is_wanted(weights, request, *candidate)) continue;
        const int points = points_of(weights, request.answers, *candidate);
        candidate->meeting.reset();
        all.push_back({.ranked = {.candidate = *std::move(candidate),
                                  .id = meeting->id,
                                  .programme = meeting->fellowship,
                                  .points = points},
                       .group = group_key(snapshot, *meeting)});
    }
    std::ranges::sort(all, {}, [](const Found& found) { return order_of(found.ranked); });
    auto ranked = first_of_each_group(std::move(all));
    add_meetings(snapshot, ranked);
    return ranked;
}

}  // namespace waymark::finder::match
