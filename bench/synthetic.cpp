#include "synthetic.h"

#include <array>
#include <cmath>

namespace waymark::bench {
namespace {

using directory::Feature;
using directory::Fellowship;
using directory::Meeting;
using directory::VenueKind;
using directory::WeekdaySet;
using std::chrono::minutes;

struct City {
    const char* name;
    const char* zone;
    const char* language;
    double latitude, longitude, weight;
};

constexpr std::array<City, 24> kCities{{
    {"New York", "America/New_York", "en", 40.71, -74.01, 19.8},
    {"Los Angeles", "America/Los_Angeles", "en", 34.05, -118.24, 13.2},
    {"Chicago", "America/Chicago", "en", 41.88, -87.63, 9.5},
    {"Dallas", "America/Chicago", "en", 32.78, -96.80, 7.6},
    {"Houston", "America/Chicago", "en", 29.76, -95.37, 7.1},
    {"Philadelphia", "America/New_York", "en", 39.95, -75.17, 6.2},
    {"Atlanta", "America/New_York", "en", 33.75, -84.39, 6.1},
    {"Miami", "America/New_York", "es", 25.76, -80.19, 6.1},
    {"Phoenix", "America/Phoenix", "en", 33.45, -112.07, 4.9},
    {"Boston", "America/New_York", "en", 42.36, -71.06, 4.9},
    {"Seattle", "America/Los_Angeles", "en", 47.61, -122.33, 4.0},
    {"Denver", "America/Denver", "en", 39.74, -104.99, 3.0},
    {"Columbus", "America/New_York", "en", 39.96, -83.00, 2.1},
    {"Boise", "America/Boise", "en", 43.62, -116.20, 0.8},
    {"Toronto", "America/Toronto", "en", 43.65, -79.38, 6.2},
    {"Montréal", "America/Toronto", "fr", 45.50, -73.57, 4.3},
    {"Vancouver", "America/Vancouver", "en", 49.28, -123.12, 2.6},
    {"London", "Europe/London", "en", 51.51, -0.13, 9.0},
    {"Glasgow", "Europe/London", "en", 55.86, -4.25, 1.8},
    {"Sydney", "Australia/Sydney", "en", -33.87, 151.21, 5.3},
    {"Mumbai", "Asia/Kolkata", "hi", 19.08, 72.88, 6.0},
    {"São Paulo", "America/Sao_Paulo", "pt-BR", -23.55, -46.63, 7.0},
    {"Ciudad de México", "America/Mexico_City", "es-MX", 19.43, -99.13, 5.0},
    {"Anchorage", "America/Anchorage", "en", 61.22, -149.90, 0.3},
}};

constexpr std::array<const char*, 40> kWords{
    "Serenity", "Hope",      "Grace",   "Sunrise",  "Courage", "New",     "Freedom", "Way",
    "Path",     "Step",      "Sisters", "Brothers", "Candle",  "Harbor",  "Light",   "Basic",
    "Journey",  "Unity",     "Noon",    "Happy",    "Hour",    "Living",  "Clean",   "Saint",
    "Lutheran", "Methodist", "Church",  "Center",   "Hall",    "Library", "Clinic",  "School",
    "Upstairs", "Basement",  "Side",    "Door",     "Parking", "Ring",    "Bell",    "Café"};

constexpr std::array<Fellowship, 12> kProgrammes{
    Fellowship::na,       Fellowship::aa,    Fellowship::ha,
    Fellowship::ca,       Fellowship::smart, Fellowship::recovery_dharma,
    Fellowship::lifering, Fellowship::cma,   Fellowship::celebrate_recovery,
    Fellowship::al_anon,  Fellowship::ma,    Fellowship::nar_anon};

constexpr std::array<int, 9> kHours{7, 12, 17, 18, 18, 19, 19, 19, 20};

const City& populated_city(Random& random) {
    static const double kTotal = [] {
        double sum = 0;
        for (const auto& city : kCities)
            sum += city.weight;
        return sum;
    }();
    double left = random.unit() * kTotal;
    for (const auto& city : kCities) {
        left -= city.weight;
        if (left < 0) return city;
    }
    return kCities.front();
}

// Exponential fall-off from the centre, about 15 km.
GeoPoint around(Random& random, const City& city) {
    const double km = -15 * std::log(1 - random.unit());
    const double turn = random.unit() * 6.283185307;
    const double degree = 111.2;
    return {city.latitude + km / degree * std::sin(turn),
            city.longitude + km / degree * std::cos(turn) / std::cos(city.latitude * 0.0174532925)};
}

std::string words(Random& random, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) text += ' ';
        text += kWords[random.below(kWords.size())];
    }
    return text;
}

Fellowship programme(Random& random) {
    const double draw = random.unit();
    if (draw < 0.40) return Fellowship::na;
    if (draw < 0.68) return Fellowship::aa;
    return kProgrammes[2 + random.below(kProgrammes.size() - 2)];
}

directory::FeatureSet features(Random& random) {
    directory::FeatureSet set;
    for (const auto& info : directory::features()) {
        const auto place = static_cast<double>(info.feature) + 1;
        if (random.chance(0.55 / std::pow(place, 0.8))) set.add(info.feature);
    }
    set.add(random.chance(0.6) ? Feature::open : Feature::closed);
    return set;
}

void set_rule(Random& random, directory::Recurrence& rule) {
    const double draw = random.unit();
    if (draw > 0.03) return;
    rule.kind = draw < 0.02 ? directory::Recurrence::Kind::nth_of_month
                            : directory::Recurrence::Kind::every_n_weeks;
    rule.n = rule.kind == directory::Recurrence::Kind::nth_of_month
                 ? static_cast<int>(random.below(4)) + 1
                 : 2;
    rule.anchor = Date{std::chrono::sys_days{std::chrono::January / 5 / 2026}};
}

void set_venue(Random& random, Meeting& meeting) {
    const double draw = random.unit();
    meeting.venue.usual = VenueKind::in_person;
    if (draw < 0.12) meeting.venue.usual = VenueKind::hybrid;
    if (draw > 0.82) {
        meeting.venue.usual = VenueKind::online;
        meeting.place.is_approximate = true;
    }
    if (random.chance(0.01)) {
        meeting.venue.spells.push_back(
            {VenueKind::temporarily_online,
             Date{std::chrono::sys_days{std::chrono::November / 1 / 2026}},
             Date{std::chrono::sys_days{std::chrono::December / 1 / 2026}}});
    }
}

// What the meetings of one group have in common.
Meeting group(Random& random) {
    const City& city = populated_city(random);
    Meeting meeting;
    meeting.group = words(random, 2) + " Group";
    meeting.fellowship = programme(random);
    meeting.schedule.zone = Zone::named(city.zone).value();
    meeting.place.point = around(random, city);
    meeting.place.name = words(random, 3);
    meeting.place.street =
        std::to_string(random.below(9000) + 1) + " " + words(random, 1) + " Street";
    meeting.place.town = city.name;
    meeting.place.postcode = std::to_string(10000 + random.below(89999));
    meeting.place.notes = words(random, 6);
    meeting.regions = {city.name, words(random, 1) + " Area"};
    if (random.chance(0.5)) meeting.languages.emplace_back(city.language);
    set_venue(random, meeting);
    return meeting;
}

}  // namespace

std::vector<Meeting> meetings(std::size_t count, std::uint64_t seed) {
    Random random{seed};
    std::vector<Meeting> all;
    all.reserve(count);
    const Instant newest = parse_instant("2026-11-20T00:00:00Z").value();
    while (all.size() < count) {
        Meeting meeting = group(random);
        for (auto left = 1 + random.below(7); left > 0 && all.size() < count; --left) {
            meeting.id = {static_cast<std::int64_t>(all.size() + 1)};
            meeting.source = {1};
            meeting.source_key = "m" + std::to_string(all.size() + 1);
            meeting.name = words(random, 3);
            meeting.notes = words(random, 12);
            meeting.schedule.days = WeekdaySet::of_bits(1u << random.below(7));
            meeting.schedule.start =
                minutes{kHours[random.below(kHours.size())] * 60} + minutes{30 * random.below(2)};
            set_rule(random, meeting.schedule.recurrence);
            meeting.features = features(random);
            meeting.freshness.updated = newest - std::chrono::days{random.below(1000)};
            all.push_back(meeting);
        }
    }
    return all;
}

GeoPoint populated_point(Random& random) {
    return around(random, populated_city(random));
}

finder::SearchRequest request(char kind, Random& random) {
    finder::SearchRequest asked;
    asked.limit = 50;
    if (kind != 'd' && kind != 'g') asked.near = populated_point(random);
    switch (kind) {
        case 'a':
            asked.sort = finder::Sort::nearest;
            asked.weekdays = WeekdaySet::of_bits(1u << random.below(7) | 1u << random.below(7));
            asked.after = std::chrono::hours{12 + random.below(6)};
            asked.before = *asked.after + std::chrono::hours{4};
            asked.audience = {static_cast<Feature>(8 + random.below(12))};
            asked.venues = {VenueKind::in_person, VenueKind::hybrid};
            break;
        case 'b':
            asked.sort = finder::Sort::nearest;
            asked.radius = miles(10);
            asked.text = kWords[random.below(kWords.size())];
            break;
        case 'c': {
            const double size = 0.05 * std::pow(100, random.unit());
            asked.box = GeoBox{asked.near->latitude - size / 2, asked.near->longitude - size / 2,
                               asked.near->latitude + size / 2, asked.near->longitude + size / 2};
            asked.near.reset();
            asked.fellowships = {kProgrammes[random.below(kProgrammes.size())]};
            asked.sort = finder::Sort::soonest;
            asked.limit = 200;
            break;
        }
        case 'd':
            asked.venues = {VenueKind::online, VenueKind::hybrid};
            asked.languages = {random.chance(0.7) ? "en" : "es"};
            asked.within = minutes{120};
            asked.sort = finder::Sort::soonest;
            break;
        case 'e':
            asked.radius = miles(2 * std::pow(50, random.unit()));
            asked.limit = 1;
            break;
        case 'g':
            asked.sort = finder::Sort::soonest;
            break;
        default:
            asked.limit = 20;
    }
    return asked;
}

}  // namespace waymark::bench
