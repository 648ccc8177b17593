#include "exchange/whereabouts.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/text.h"
#include "places/gazetteer.h"

namespace waymark::exchange {
namespace {

using directory::Place;

constexpr std::size_t kRemembered = 50'000;
// A town named without its state or country is taken only when it is this many
// times larger than the next of that name.
constexpr std::int64_t kFarLarger = 5;
// How far a door may lie from the middle of its own town or postcode.
constexpr Kilometers kStrayMax{50};

// What the gazetteer says of one text.
struct Found {
    GeoPoint point{};
    std::vector<GeoPoint> namesakes{};  // Other places of that name.
    std::string region{};
    Kilometers within{};
    bool is_postcode = false;
    bool is_unmistakable = false;  // No namesake comes near it in people.
};

std::optional<Found> looked_up(const std::string& text) {
    const auto answer = places::locate(text);
    // A misspelling mended for a stranger might be another town's name.
    if (!answer || !answer->corrected.empty()) return std::nullopt;
    const auto& best = answer->best;
    const auto& others = answer->others;
    std::vector<GeoPoint> namesakes;
    for (const auto& other : others)
        namesakes.push_back(other.point);
    return Found{.point = best.point,
                 .namesakes = std::move(namesakes),
                 .region = best.region,
                 .within = best.within,
                 .is_postcode = best.precision == places::Precision::postcode,
                 .is_unmistakable =
                     others.empty() || best.population >= kFarLarger * others.front().population};
}

// A feed names the same few towns again and again.
const std::optional<Found>& located(const std::string& text) {
    thread_local std::unordered_map<std::string, std::optional<Found>> remembered;
    const auto found = remembered.find(text);
    if (found != remembered.end()) return found->second;
    if (remembered.size() >= kRemembered) remembered.clear();
    return remembered.emplace(text, looked_up(text)).first->second;
}

bool agrees(const Found& found, const Place& place) {
    const bool both_say = found.region.size() == 2 && place.state.size() == 2;
    return !both_say || found.region == ascii_upper(place.state);
}

std::optional<Found> found_by_postcode(const Place& place) {
    // Without a state, digits that are a postcode here may be another country's.
    if (place.postcode.empty() || place.state.empty()) return std::nullopt;
    const auto& found = located(place.postcode);
    if (!found || !found->is_postcode || !agrees(*found, place)) return std::nullopt;
    return found;
}

std::optional<Found> found_by_town(const Place& place) {
    for (const auto* town : {&place.town, &place.borough, &place.neighborhood}) {
        if (town->empty()) continue;
        const auto& beyond = place.state.empty() ? place.country : place.state;
        const auto& found = located(beyond.empty() ? *town : *town + ", " + beyond);
        if (found && agrees(*found, place)) return found;
    }
    return std::nullopt;
}

// What the address says, the more precise first.
std::vector<Found> found_by_address(const Place& place) {
    std::vector<Found> all;
    if (const auto found = found_by_postcode(place)) all.push_back(*found);
    if (const auto found = found_by_town(place)) all.push_back(*found);
    return all;
}

bool is_near(GeoPoint point, const std::vector<Found>& stated) {
    return std::ranges::any_of(stated, [&](const Found& found) {
        const double reach = kStrayMax.value + found.within.value;
        const auto is_reached = [&](GeoPoint middle) {
            return distance_between(point, middle).value <= reach;
        };
        return is_reached(found.point) || std::ranges::any_of(found.namesakes, is_reached);
    });
}

// A town in a state is one town; of a name alone, or in a whole country, there
// may be several.
bool is_certain(const Found& found, const Place& place) {
    return found.is_postcode || !place.state.empty() || found.is_unmistakable;
}

// The usual slips of those who type positions: swapped, or a minus forgotten.
std::optional<GeoPoint> mended(GeoPoint point, const std::vector<Found>& stated) {
    for (const GeoPoint other :
         {GeoPoint{point.longitude, point.latitude}, GeoPoint{point.latitude, -point.longitude},
          GeoPoint{-point.latitude, point.longitude}}) {
        if (other.is_valid() && is_near(other, stated)) return other;
    }
    return std::nullopt;
}

// Where the point came from in the end.
enum class Settled { as_given, by_postcode, by_town };

Settled settle_point(Place& place, const Defaults& defaults) {
    const auto stated = found_by_address(place);
    if (stated.empty() || (place.point && is_near(*place.point, stated))) return Settled::as_given;
    if (!is_certain(stated.front(), place)) return Settled::as_given;
    if (place.point) {
        if (const auto right = mended(*place.point, stated)) {
            defaults.warn("A position with swapped or unsigned numbers was put right.");
            place.point = right;
            return Settled::as_given;
        }
        defaults.warn("A position far from the town of its address was left out.");
    }
    place.point = stated.front().point;
    place.is_approximate = true;
    return stated.front().is_postcode ? Settled::by_postcode : Settled::by_town;
}

}  // namespace

Result<> settle_whereabouts(directory::Meeting& meeting, std::string_view stated,
                            const Defaults& defaults) {
    settle_point(meeting.place, defaults);
    if (!stated.empty()) {
        if (const auto zone = Zone::named(stated)) {
            meeting.schedule.zone = *zone;
            return {};
        }
        defaults.warn("A time zone that does not exist was passed over.");
    }
    if (defaults.zone) {
        meeting.schedule.zone = *defaults.zone;
    } else if (meeting.place.point) {
        meeting.schedule.zone = places::zone_at(*meeting.place.point);
    } else if (!meeting.schedule.days.empty()) {
        return invalid_input(
            "timezone", "Nothing says in which time zone this meeting is: give its zone or place.");
    }
    return {};
}

void settle_whereabouts(directory::Facility& facility, directory::GeoPrecision given,
                        const Defaults& defaults) {
    using directory::GeoPrecision;
    auto& place = facility.place;
    switch (settle_point(place, defaults)) {
        case Settled::as_given:
            facility.precision = place.point ? given : GeoPrecision::unknown;
            break;
        case Settled::by_postcode:
            facility.precision = GeoPrecision::postcode;
            break;
        case Settled::by_town:
            facility.precision = GeoPrecision::town;
            break;
    }
    place.is_approximate = place.point && facility.precision != GeoPrecision::rooftop &&
                           facility.precision != GeoPrecision::street;
    auto& hours = facility.hours;
    if (hours.spans.empty() || hours.zone) return;
    if (defaults.zone)
        hours.zone = defaults.zone;
    else if (place.point)
        hours.zone = places::zone_at(*place.point);
}

}  // namespace waymark::exchange
