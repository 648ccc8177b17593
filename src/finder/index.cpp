#include "finder/index.h"

#include <algorithm>
#include <map>

#include "core/text.h"
#include "finder/rank.h"

namespace waymark::finder {
namespace {

using directory::Meeting;
using directory::Recurrence;

bool is_plain_week(const Meeting& meeting) {
    const auto& rule = meeting.schedule.recurrence;
    return rule.kind == Recurrence::Kind::weekly && !rule.from && !rule.until &&
           rule.closed.empty() && meeting.venue.spells.empty() &&
           meeting.schedule.start < std::chrono::hours{24} &&
           meeting.schedule.start >= std::chrono::minutes{0};
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
    return instant ? instant->time_since_epoch().count() : kNeverConfirmed;
}

}  // namespace

Index::Index(std::span<const Meeting> meetings)
    : point(points_of(meetings)), grid(point), words(meetings) {
    std::map<std::string_view, std::size_t> zone_numbers;
    Numbering<std::vector<std::string>> number_of_languages;
    for (const auto& meeting : meetings) {
        const auto& schedule = meeting.schedule;
        features.push_back(meeting.features);
        fellowship.push_back(meeting.fellowship);
        medication.push_back(directory::medication_attitude(meeting));
        language_set.push_back(static_cast<std::uint32_t>(
            number_of_languages(folded_languages(meeting), language_sets)));
        known_good_at.push_back(seconds_of(finder::known_good_at(meeting.freshness)));
        venue.push_back(directory::usual_venue(meeting));
        is_plain.push_back(is_plain_week(meeting));
        days.push_back(schedule.days);
        start.push_back(static_cast<std::uint16_t>(schedule.start.count()));
        const auto [known, is_new] = zone_numbers.try_emplace(schedule.zone.name(), zones.size());
        if (is_new) zones.push_back(schedule.zone);
        zone.push_back(static_cast<std::uint16_t>(known->second));
        if (directory::can_walk_in(venue.back()) || directory::can_join_online(venue.back())) {
            joinable |= 1u << static_cast<unsigned>(meeting.fellowship);
        }
    }
}

}  // namespace waymark::finder
