#include "exchange/whereabouts.h"

#include <optional>
#include <string>
#include <unordered_map>

#include "core/text.h"
#include "places/gazetteer.h"

namespace waymark::exchange {
namespace {

using directory::Place;

constexpr std::size_t kRemembered = 20'000;
// A town named without its state or country is taken only when it is this many
// times larger than the next of that name.
constexpr std::int64_t kFarLarger = 5;

// A feed names the same few towns again and again.
std::optional<places::Answer> located(const std::string& text) {
    thread_local std::unordered_map<std::string, std::optional<places::Answer>> remembered;
    const auto found = remembered.find(text);
    if (found != remembered.end()) return found->second;
    if (remembered.size() >= kRemembered) remembered.clear();
    std::optional<places::Answer> answer;
    if (auto result = places::locate(text)) answer = *std::move(result);
    // A misspelling mended for a stranger might be another town's name.
    if (answer && !answer->corrected.empty()) answer.reset();
    return remembered.emplace(text, std::move(answer)).first->second;
}

bool agrees(const places::Place& found, const Place& place) {
    const bool both_say = found.region.size() == 2 && place.state.size() == 2;
    return !both_say || found.region == ascii_upper(place.state);
}

bool is_unmistakable(const places::Answer& answer) {
    return answer.others.empty() ||
           answer.best.population >= kFarLarger * answer.others.front().population;
}

std::optional<GeoPoint> point_of_postcode(const Place& place) {
    if (place.postcode.empty()) return std::nullopt;
    const auto answer = located(place.postcode);
    if (!answer || answer->best.precision != places::Precision::postcode) return std::nullopt;
    // Digits that are a US postcode here may be another country's there.
    if (!agrees(answer->best, place) || place.state.empty()) return std::nullopt;
    return answer->best.point;
}

std::optional<GeoPoint> point_of_town(const Place& place) {
    for (const auto* town : {&place.town, &place.borough, &place.neighborhood}) {
        if (town->empty()) continue;
        const bool is_alone = place.state.empty() && place.country.empty();
        const auto& beyond = place.state.empty() ? place.country : place.state;
        const auto answer = located(is_alone ? *town : *town + ", " + beyond);
        if (!answer || !agrees(answer->best, place)) continue;
        if (!is_alone || is_unmistakable(*answer)) return answer->best.point;
    }
    return std::nullopt;
}

void locate_place(Place& place) {
    auto point = point_of_postcode(place);
    if (!point) point = point_of_town(place);
    if (!point) return;
    place.point = point;
    place.is_approximate = true;
}

}  // namespace

Result<> settle_whereabouts(directory::Meeting& meeting, std::string_view stated,
                            const Defaults& defaults) {
    if (!meeting.place.point) locate_place(meeting.place);
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

}  // namespace waymark::exchange
