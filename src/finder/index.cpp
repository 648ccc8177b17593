#include "finder/index.h"

#include <algorithm>
#include <map>

#include "core/text.h"
#include "finder/rank.h"

namespace waymark::finder {
namespace {

using directory::Meeting;
using directory::Recurrence;

bool is_plain_week(const directory::Schedule& schedule) {
    const auto& rule = schedule.recurrence;
    return rule.kind == Recurrence::Kind::weekly && !rule.from && !rule.until &&
           rule.closed.empty() && schedule.start < std::chrono::hours{24};
}

// Gives equal values equal numbers, in the order first met.
template <class Value>
class Numbering {
  public:
    std::size_t operator()(const Value& value, std::vector<Value>& values) {
        const auto [known, is_new] = numbers_.try_emplace(value, values.size());
        if (is_new) values.push_back(value);
        return known->second;
    }

  private:
    std::map<Value, std::size_t> numbers_;
};

std::vector<std::string> folded_languages(const Meeting& meeting) {
    std::vector<std::string> languages;
    for (const auto& language : meeting.languages)
        languages.push_back(ascii_lower(language));
    std::ranges::sort(languages);
    return languages;
}

std::vector<std::optional<GeoPoint>> points_of(std::span<const Meeting> meetings) {
    std::vector<std::optional<GeoPoint>> points;
    points.reserve(meetings.size());
    for (const auto& meeting : meetings)
        points.push_back(meeting.place.point);
    return points;
}

std::int64_t seconds_of(std::optional<Instant> instant) {
    return instant ? instant->time_since_epoch().count() : kNever;
}

std::size_t row_of(std::span<const Meeting> meetings, directory::MeetingId id) {
    const auto found = std::ranges::lower_bound(meetings, id, {}, &Meeting::id);
    return static_cast<std::size_t>(found - meetings.begin());
}

std::vector<std::int64_t> times_known_true(std::span<const Meeting> meetings,
                                           std::span<const directory::Source> sources,
                                           std::span<const Double> doubles) {
    std::vector<std::int64_t> times;
    times.reserve(meetings.size());
    for (const auto& meeting : meetings) {
        const auto source =
            std::ranges::lower_bound(sources, meeting.source, {}, &directory::Source::id);
        const bool is_there = source != sources.end() && source->id == meeting.source;
        const auto known = directory::known_true(meeting, is_there ? &*source : nullptr);
        times.push_back(known ? known->at.time_since_epoch().count() : kNever);
    }
    for (const auto& each : doubles) {
        auto& shown = times[row_of(meetings, each.shown)];
        shown = std::max(shown, times[row_of(meetings, each.hidden)]);
    }
    return times;
}

}  // namespace

Index::Index(std::span<const Meeting> meetings, std::span<const directory::Source> sources,
             std::span<const Double> doubles)
    : points(points_of(meetings)),
      known_true_at(times_known_true(meetings, sources, doubles)),
      grid(points),
      words(meetings) {
    Numbering<std::string_view> number_of_zone;
    std::vector<std::string_view> zone_names;
    Numbering<std::vector<std::string>> number_of_languages;
    rows.reserve(meetings.size());
    tended_at.reserve(meetings.size());
    for (const auto& meeting : meetings) {
        const auto& schedule = meeting.schedule;
        const auto zone = number_of_zone(schedule.zone.name(), zone_names);
        if (zone == zones.size()) zones.push_back(schedule.zone);
        const auto languages = number_of_languages(folded_languages(meeting), language_sets);
        rows.push_back({.features = meeting.features,
                        .language_set = static_cast<std::uint32_t>(languages),
                        .start = static_cast<std::uint16_t>(schedule.start.count()),
                        .zone = static_cast<std::uint16_t>(zone),
                        .fellowship = meeting.fellowship,
                        .medication = directory::medication_attitude(meeting),
                        .venue = directory::usual_venue(meeting),
                        .days = schedule.days,
                        .is_plain = is_plain_week(schedule),
                        .has_spells = !meeting.venue.spells.empty()});
        tended_at.push_back(seconds_of(finder::tended_at(meeting.freshness)));
        const auto venue = rows.back().venue;
        if (directory::can_walk_in(venue) || directory::can_join_online(venue)) {
            joinable |= 1u << static_cast<unsigned>(meeting.fellowship);
        }
    }
    for (const auto time : known_true_at) {
        if (time != kNever && (longest_unknown == kNever || time < longest_unknown))
            longest_unknown = time;
    }
    for (const auto& each : doubles)
        rows[row_of(meetings, each.hidden)].is_double = true;
}

}  // namespace waymark::finder
