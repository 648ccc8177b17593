#include "web/card.h"

#include <algorithm>
#include <cmath>

#include "core/text.h"
#include "web/words.h"

namespace waymark::web {
namespace {

using directory::Meeting;
using finder::Match;
using html::Data;
using locale::Speaker;

constexpr Kilometers kWalkable{3};
constexpr double kDetour = 1.3;                // Streets against the straight line.
constexpr double kKilometersPerMinute = 0.08;  // 4.8 km/h

std::string when_words(const Visit& visit, const Match& match) {
    if (!match.next) return visit.speak.say("By appointment");
    const Zone& zone = match.meeting->schedule.zone;
    std::string words =
        visit.speak.when(zone.to_local(match.next->starts), zone.to_local(visit.now));
    return ascii_upper(words.substr(0, 1)) + words.substr(1);  // Spanish days: "martes".
}

// A list on paper outlives "tomorrow".
std::string date_words(const Visit& visit, const Match& match) {
    return match.next ? visit.speak.day(match.next->date) : std::string{};
}

// Only where it helps to decide: within a day.
std::string until_words(const Visit& visit, const Match& match) {
    if (!match.next || match.next->starts - visit.now > std::chrono::hours{24}) return {};
    return visit.speak.until(match.next->starts, visit.now);
}

std::string other_clock_words(const Visit& visit, const Match& match, const CardPlace& place) {
    if (!match.next) return {};
    const Zone& zone = match.meeting->schedule.zone;
    const Instant starts = match.next->starts;
    if (!place.here) return zone_words(visit.speak, zone);
    if (place.here->offset_at(starts) == zone.offset_at(starts)) return {};
    return visit.speak.say(phrase("{zone}; where you searched it is {when}",
                                  {{"zone", zone_words(visit.speak, zone)},
                                   {"when", visit.speak.when(place.here->to_local(starts),
                                                             place.here->to_local(visit.now))}}));
}

std::string distance_words(const Speaker& speak, Kilometers distance) {
    if (distance > kWalkable) return speak.distance(distance);
    const auto minutes = std::ceil(distance.value * kDetour / kKilometersPerMinute / 5) * 5;
    return speak.say(phrase(
        "{distance}, about {minutes} min on foot",
        {{"distance", distance}, {"minutes", static_cast<std::int64_t>(std::max(5.0, minutes))}}));
}

std::string where_words(const Speaker& speak, const Match& match) {
    std::string line;
    const auto add = [&](const std::string& part) {
        if (part.empty()) return;
        line += (line.empty() ? "" : " · ") + part;
    };
    if (match.distance) add(distance_words(speak, *match.distance));
    if (directory::can_walk_in(match.venue)) {
        add(place_line(match.meeting->place));
    } else if (!match.meeting->place.town.empty()) {
        add(match.meeting->place.town);
    }
    if (directory::can_join_online(match.venue)) add(joining_words(speak, match.meeting->online));
    return line;
}

// How far and when stand on lines of their own.
bool is_said_elsewhere(const Phrase& reason) {
    return std::ranges::any_of(reason.holes, [](const auto& hole) {
        return std::holds_alternative<Kilometers>(hole.second) ||
               std::holds_alternative<TimeOfDay>(hole.second) ||
               std::holds_alternative<Span>(hole.second);
    });
}

std::string why_words(const Speaker& speak, const Match& match) {
    std::string line;
    for (const Phrase& reason : match.why) {
        if (is_said_elsewhere(reason)) continue;
        const std::string said = speak.say(reason);
        line += (line.empty() ? "" : " ") + said + (said.ends_with('.') ? "" : ".");
    }
    return line;
}

std::string kind_words(const Speaker& speak, const Match& match) {
    const std::string door = door_words(speak, *match.meeting);
    return (door.empty() ? "" : door + " · ") + venue_words(speak, match.venue);
}

}  // namespace

Data card(const Visit& visit, const Match& match, const CardPlace& place) {
    const Speaker& speak = visit.speak;
    const Meeting& meeting = *match.meeting;
    const auto& programme = directory::info(meeting.fellowship);
    const bool is_known = meeting.fellowship != directory::Fellowship::unknown;
    const Age age = age_of(visit, meeting);
    return Data::object({{"anchor", place.anchor},
                         {"mark", place.mark},
                         {"when", when_words(visit, match)},
                         {"date", date_words(visit, match)},
                         {"until", until_words(visit, match)},
                         {"zone", other_clock_words(visit, match, place)},
                         {"href", "/meetings/" + std::to_string(meeting.id.value)},
                         {"name", meeting.name},
                         {"chip", is_known ? speak.say(programme.name) : std::string{}},
                         {"kind", kind_words(speak, match)},
                         {"where", where_words(speak, match)},
                         {"why", why_words(speak, match)},
                         {"ask_medication", !stance_words(speak, meeting).empty()},
                         {"source", source_words(visit, meeting)},
                         {"age", age.words},
                         {"call_first", age.is_stale}});
}

}  // namespace waymark::web
