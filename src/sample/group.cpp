#include "sample/group.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "sample/chance.h"
#include "sample/names.h"
#include "sample/types.h"

namespace waymark::sample {
namespace {

using directory::Fellowship;
using directory::VenueKind;
using std::chrono::minutes;

constexpr auto kFellowships = std::to_array<Weighted<Fellowship>>({
    {Fellowship::na, 40},
    {Fellowship::aa, 28},
    {Fellowship::smart, 6},
    {Fellowship::ca, 5},
    {Fellowship::ha, 4},
    {Fellowship::celebrate_recovery, 4},
    {Fellowship::al_anon, 3.5},
    {Fellowship::recovery_dharma, 3},
    {Fellowship::refuge_recovery, 2},
    {Fellowship::lifering, 2},
    {Fellowship::nar_anon, 1.5},
    {Fellowship::women_for_sobriety, 1},
});

constexpr auto kVenues = std::to_array<Weighted<VenueKind>>({
    {VenueKind::in_person, 70},
    {VenueKind::online, 18},
    {VenueKind::hybrid, 12},
});

constexpr auto kSessionsAWeek = std::to_array<Weighted<int>>({
    {1, 45},
    {2, 22},
    {3, 13},
    {4, 6},
    {5, 6},
    {6, 2},
    {7, 6},
});

// Minutes after midnight.
constexpr auto kStarts = std::to_array<Weighted<int>>({
    {1140, 22}, {1110, 12}, {1170, 12}, {1200, 10}, {720, 10}, {1080, 6}, {600, 5},
    {1050, 4},  {420, 4},   {540, 4},   {750, 2},   {390, 2},  {480, 2},  {1230, 2},
    {1260, 2},  {780, 1},   {900, 1},   {1020, 1},  {660, 1},  {1320, 1}, {1410, 0.5},
});

constexpr auto kLengths =
    std::to_array<Weighted<int>>({{60, 60}, {90, 30}, {75, 5}, {45, 3}, {120, 2}});

constexpr double kKilometersPerDegree = kEarthRadiusKm * std::numbers::pi / 180;

// Most venues are in the middle of town; few are far out.
GeoPoint scattered(const City& city, Random& random) {
    const double scale = city.reach.value / 5;
    const double away = std::min(-scale * std::log1p(-random.unit()), 4 * scale);
    const double angle = 2 * std::numbers::pi * random.unit();
    const double north = away * std::cos(angle) / kKilometersPerDegree;
    const double east = away * std::sin(angle) / kKilometersPerDegree;
    const double shrink = std::max(0.05, std::cos(city.center.latitude * std::numbers::pi / 180));
    const auto rounded = [](double degrees) { return std::round(degrees * 1e5) / 1e5; };
    return {std::clamp(rounded(city.center.latitude + north), -90.0, 90.0),
            std::clamp(rounded(city.center.longitude + east / shrink), -180.0, 180.0)};
}

std::vector<int> days_of_week(Random& random) {
    std::vector<int> days{0, 1, 2, 3, 4, 5, 6};
    for (std::size_t n = days.size() - 1; n > 0; --n) {
        std::swap(days[n], days[static_cast<std::size_t>(random.below(n + 1))]);
    }
    days.resize(static_cast<std::size_t>(choose<int>(kSessionsAWeek, random)));
    std::ranges::sort(days);
    return days;
}

void draw_where(Group& group, std::size_t number, Random& random) {
    if (directory::can_walk_in(group.venue)) {
        group.location = venue_name(random);
        group.street = street_address(random);
        group.point = scattered(group.city, random);
    } else {
        group.point = group.city.center;
    }
    if (!directory::can_join_online(group.venue)) return;
    group.online_url = fmt::format("https://example.org/meet/{}", number);
    if (random.chance(0.4)) group.online_phone = phone_number(random);
}

void draw_sessions(Group& group, std::string_view language, Random& random) {
    const TypeDraw common{
        .fellowship = group.fellowship, .venue = group.venue, .language = language};
    const auto lasting = lasting_types(common, random);
    const int usual_start = choose<int>(kStarts, random);
    const int length = choose<int>(kLengths, random);
    for (const int day : days_of_week(random)) {
        const int start = random.chance(0.8) ? usual_start : choose<int>(kStarts, random);
        Session session{.day = day, .start = minutes{start}, .length = minutes{length}};
        session.types = lasting;
        add_form_types(session.types, common, random);
        group.sessions.push_back(std::move(session));
    }
}

}  // namespace

Group draw_group(const Cities& cities, std::size_t number, Random& random) {
    constexpr std::uint64_t kAgeMaxSeconds = std::uint64_t{200} * 24 * 3600;
    Group group{.city = cities.draw(random)};
    group.fellowship = choose<Fellowship>(kFellowships, random);
    group.venue = choose<VenueKind>(kVenues, random);
    const std::string_view language =
        language_spoken(group.city.country, group.city.region, random);
    group.name = group_name(language, random);
    draw_where(group, number, random);
    group.notes = notes(random);
    group.age = std::chrono::seconds{random.below(kAgeMaxSeconds)};
    draw_sessions(group, language, random);
    return group;
}

}  // namespace waymark::sample
