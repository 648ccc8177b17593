#include "testing/town.h"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>

#include "core/number.h"
#include "core/text.h"

namespace waymark::testing {
namespace {

using directory::Meeting;
using std::chrono::days;
using std::chrono::seconds;

constexpr std::array<std::string_view, 7> kDays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::string_view kZone = "America/New_York";
// On the equator a degree is the same length both ways.
constexpr GeoPoint kOrigin{0, 10};
constexpr double kDegreesPerKm = 180 / 3.14159265358979323846 / kEarthRadiusKm;

[[noreturn]] void complain(std::string_view what, std::string_view text) {
    throw std::logic_error(std::string{what} + ": " + std::string{text});
}

struct Moment {
    days day{};  // After Monday.
    seconds time{};
};

Moment moment_of(std::string_view text) {
    const auto space = text.find(' ');
    const auto day = std::ranges::find(kDays, text.substr(0, space));
    if (space == text.npos || day == kDays.end()) complain("not a day and a time", text);
    const auto clock = text.substr(space + 1);
    const auto time = parse_time_of_day(clock);
    if (!time) complain("not a time of day", text);
    Moment moment{days{day - kDays.begin()}, *time};
    if (clock.size() == 8) moment.time += seconds{parse_number<int>(clock.substr(6)).value()};
    return moment;
}

const Zone& zone() {
    static const Zone kNewYork = Zone::named(kZone).value();
    return kNewYork;
}

bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

template <class Value>
Value value_or(const std::map<char, Value>& values, char letter, Value otherwise) {
    const auto found = values.find(letter);
    return found == values.end() ? otherwise : found->second;
}

void set_start(directory::Schedule& schedule, const std::string& text) {
    const auto moment = moment_of(text);
    schedule.days.add(std::chrono::Monday + moment.day);
    schedule.start = std::chrono::floor<std::chrono::minutes>(moment.time);
}

Meeting meeting_of(const Town& town, char letter) {
    Meeting meeting;
    meeting.id = {letter};
    meeting.source = {1};
    meeting.source_key = std::string{letter};
    meeting.name = std::string{"Meeting "} + letter;
    meeting.fellowship = value_or(town.fellowships, letter, directory::Fellowship::na);
    meeting.features = value_or(town.features, letter, {});
    meeting.venue.usual = value_or(town.venues, letter, directory::VenueKind::in_person);
    meeting.place.point = position_of(town.map, letter);
    meeting.schedule.zone = zone();
    if (const auto start = town.starts.find(letter); start != town.starts.end()) {
        set_start(meeting.schedule, start->second);
    }
    if (const auto change = town.also.find(letter); change != town.also.end()) {
        change->second(meeting);
    }
    return meeting;
}

}  // namespace

std::optional<GeoPoint> position_of(std::string_view map, char letter) {
    int line = 0;
    for (const auto row : split(map, '\n')) {
        int column = 0;
        for (const char cell : row) {
            if (cell == ' ') continue;
            if (cell == letter) {
                return GeoPoint{kOrigin.latitude - line * kDegreesPerKm,
                                kOrigin.longitude + column * kDegreesPerKm};
            }
            ++column;
        }
        ++line;
    }
    return std::nullopt;
}

Instant at(std::string_view time) {
    const auto moment = moment_of(time);
    const std::chrono::local_days monday{std::chrono::November / 16 / 2026};
    return zone().to_instant(monday + moment.day + moment.time);
}

finder::SnapshotPtr Town::snapshot() const {
    std::vector<Meeting> meetings;
    for (const char letter : map + online) {
        if (is_letter(letter)) meetings.push_back(meeting_of(*this, letter));
    }
    directory::Source source{.id = {1}, .name = "town", .format = "csv"};
    return std::make_shared<const finder::Snapshot>(
        std::move(meetings), std::vector<directory::Source>{std::move(source)});
}

std::string Town::find(finder::SearchRequest request, std::string_view now) const {
    if (!request.near) request.near = person();
    if (!request.radius && request.sort != finder::Sort::nearest) request.radius = Kilometers{10};
    const auto directory = snapshot();
    const auto found = finder::search(*directory, request, at(now));
    if (!found) complain("the search failed", found.error().message);
    return letters_of(found->widened ? std::vector<finder::Match>{} : found->matches);
}

Result<finder::Answer> Town::ask(const finder::SearchRequest& request, std::string_view now) const {
    // Matches point into the snapshot: it stays for as long as the tests run.
    static std::vector<finder::SnapshotPtr> kept;
    kept.push_back(snapshot());
    return finder::search(*kept.back(), request, at(now));
}

GeoPoint Town::person() const {
    return place_of('@');
}

GeoPoint Town::place_of(char letter) const {
    const auto position = position_of(map, letter);
    if (!position) complain("not on the map", std::string{letter});
    return *position;
}

std::string letters_of(const std::vector<finder::Match>& matches) {
    std::string letters;
    for (const auto& match : matches)
        letters += match.meeting->source_key;
    return letters;
}

}  // namespace waymark::testing
