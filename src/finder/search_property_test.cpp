// The finder's index against the plain search (testing/plain_search.h): a
// hundred thousand random requests over random directories, in the weeks when clocks
// change, over the date line and the poles, with every kind of rule and many
// ties. Seeds are fixed: a failure names its own.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/random.h"
#include "core/text.h"
#include "finder/search.h"
#include "testing/plain_search.h"

namespace waymark::finder {
namespace {

using directory::Feature;
using directory::FeatureSet;
using directory::Fellowship;
using directory::Meeting;
using directory::Recurrence;
using directory::VenueKind;
using directory::WeekdaySet;
using Attitude = directory::MedicationFact::Attitude;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

template <class Item, std::size_t size>
const Item& any_of(Random& random, const std::array<Item, size>& items) {
    return items[random.below(size)];
}

constexpr std::array<const char*, 9> kZones{
    "America/New_York",  "Europe/London",   "Australia/Sydney",    "Asia/Kolkata",      "Etc/UTC",
    "America/Sao_Paulo", "Pacific/Chatham", "Australia/Lord_Howe", "Pacific/Kiritimati"};

constexpr std::array<GeoPoint, 7> kCenters{{{40.7, -74.0},
                                            {51.5, -0.1},
                                            {-16.8, 179.99},
                                            {-16.8, -179.98},
                                            {89.9, 10},
                                            {-89.95, -170},
                                            {-31.55, 159.08}}};

// Moments at which some of those zones change their clocks.
constexpr std::array<const char*, 8> kChanges{
    "2026-03-08T07:00:00Z", "2026-11-01T06:00:00Z", "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z",
    "2026-04-04T15:00:00Z", "2026-10-03T15:30:00Z", "2026-04-04T14:45:00Z", "2026-06-15T12:00:00Z"};

constexpr std::array<const char*, 12> kWords{"Serenity", "Café",     "Grace", "Harbour",
                                             "Sunrise",  "serenety", "São",   "Church",
                                             "Church",   "Hope",     "19104", "Street"};

constexpr std::array<const char*, 6> kLanguages{"en", "es", "es-MX", "pt-BR", "EN-us", "fr"};

constexpr std::array<VenueKind, 7> kVenues{VenueKind::in_person,      VenueKind::online,
                                           VenueKind::hybrid,         VenueKind::temporarily_online,
                                           VenueKind::by_appointment, VenueKind::suspended,
                                           VenueKind::unknown};

Instant any_moment(Random& random) {
    const Instant change = parse_instant(any_of(random, kChanges)).value();
    const auto spread = random.chance(0.5) ? hours{3} : hours{24 * 10};
    const auto width = static_cast<std::uint64_t>(seconds{spread}.count()) * 2;
    const auto exact = change - spread + seconds{random.below(width)};
    return random.chance(0.5) ? std::chrono::floor<minutes>(exact) : exact;
}

Date day_near(Random& random, Instant moment) {
    return Date{std::chrono::floor<days>(moment) + days{random.below(40)} - days{20}};
}

GeoPoint point_near(Random& random, const GeoPoint& center) {
    const double spread = random.chance(0.5) ? 0.05 : 1.5;
    GeoPoint point{center.latitude + (random.unit() - 0.5) * spread,
                   center.longitude + (random.unit() - 0.5) * spread * 2};
    point.latitude = std::clamp(point.latitude, -90.0, 90.0);
    if (std::abs(center.latitude) > 85) point.longitude = random.unit() * 360 - 180;
    if (point.longitude > 180) point.longitude -= 360;
    if (point.longitude < -180) point.longitude += 360;
    return point;
}

FeatureSet some_features(Random& random, double chance) {
    FeatureSet set;
    for (const auto& info : directory::features()) {
        if (random.chance(chance)) set.add(info.feature);
    }
    return set;
}

void set_rule(Random& random, Recurrence& rule, Instant around) {
    if (random.chance(0.5)) return;
    if (random.chance(0.3)) {
        rule.kind = Recurrence::Kind::every_n_weeks;
        rule.n = 2 + static_cast<int>(random.below(3));
        rule.anchor = day_near(random, around);
    } else if (random.chance(0.5)) {
        rule.kind = Recurrence::Kind::nth_of_month;
        rule.n = random.chance(0.3) ? -1 : 1 + static_cast<int>(random.below(5));
    }
    if (random.chance(0.2)) rule.from = day_near(random, around);
    if (random.chance(0.2)) rule.until = day_near(random, around);
    for (int i = 0; i < 3 && random.chance(0.5); ++i)
        rule.closed.push_back(day_near(random, around));
    std::ranges::sort(rule.closed);
}

void set_schedule(Random& random, directory::Schedule& schedule, Instant around) {
    schedule.zone = Zone::named(any_of(random, kZones)).value();
    if (random.chance(0.95)) {
        schedule.days = WeekdaySet::of_bits(static_cast<unsigned>(random.below(128)));
    }
    schedule.start = minutes{random.chance(0.7) ? 30 * random.below(49) : random.below(1441)};
    if (random.chance(0.4)) schedule.start = minutes{15 * random.below(14)};  // Clocks change then.
    if (random.chance(0.5)) schedule.length = minutes{random.below(24 * 60)};
    set_rule(random, schedule.recurrence, around);
}

void set_venue(Random& random, Meeting& meeting, Instant around) {
    meeting.venue.usual = random.chance(0.8) ? kVenues[random.below(3)] : any_of(random, kVenues);
    for (int i = 0; i < 2 && random.chance(0.15); ++i) {
        directory::VenueSpell spell{.kind = any_of(random, kVenues)};
        if (random.chance(0.7)) spell.from = day_near(random, around);
        if (random.chance(0.7)) spell.until = day_near(random, around);
        meeting.venue.spells.push_back(spell);
    }
}

void set_facts(Random& random, Meeting& meeting, Instant around) {
    meeting.fellowship = static_cast<Fellowship>(random.below(8));
    meeting.features = some_features(random, 0.15);
    meeting.medication.attitude = static_cast<Attitude>(random.below(3));
    while (random.chance(0.5))
        meeting.languages.push_back(any_of(random, kLanguages));
    meeting.name = any_of(random, kWords);
    if (random.chance(0.5))
        meeting.notes = std::string{any_of(random, kWords)} + " " + any_of(random, kWords);
    if (random.chance(0.3)) meeting.freshness.updated = around - days{random.below(900)};
    if (random.chance(0.2)) meeting.freshness.last_confirmed_at = around - days{random.below(900)};
}

std::vector<Meeting> any_meetings(Random& random, Instant around) {
    std::vector<Meeting> meetings(20 + random.below(150));
    std::vector<GeoPoint> rooms;
    for (std::size_t i = 0; i < meetings.size(); ++i) {
        Meeting& meeting = meetings[i];
        meeting.id = {static_cast<std::int64_t>(i + 1)};
        const auto& center = any_of(random, kCenters);
        if (rooms.empty() || random.chance(0.6)) rooms.push_back(point_near(random, center));
        if (random.chance(0.9)) meeting.place.point = rooms[random.below(rooms.size())];
        meeting.place.is_approximate = random.chance(0.2);
        meeting.is_published = random.chance(0.95);
        set_schedule(random, meeting.schedule, around);
        set_venue(random, meeting, around);
        set_facts(random, meeting, around);
    }
    return meetings;
}

void ask_for_place(Random& random, SearchRequest& request) {
    const auto& center = any_of(random, kCenters);
    if (random.chance(0.6)) {
        request.near = random.chance(0.3) ? center : point_near(random, center);
        if (random.chance(0.8))
            request.radius = Kilometers{0.1 + random.unit() * random.unit() * 499};
    } else if (random.chance(0.5)) {
        const auto a = point_near(random, center);
        const auto b = point_near(random, center);
        request.box = GeoBox{std::min(a.latitude, b.latitude), a.longitude,
                             std::max(a.latitude, b.latitude), b.longitude};
    }
}

void ask_for_time(Random& random, SearchRequest& request) {
    if (random.chance(0.4)) request.within = minutes{random.below(8 * 24 * 60)};
    if (random.chance(0.3)) {
        request.weekdays = WeekdaySet::of_bits(static_cast<unsigned>(random.below(128)));
    }
    if (random.chance(0.2)) request.after = minutes{random.below(1441)};
    if (random.chance(0.2)) request.before = minutes{random.below(1441)};
    if (request.after == request.before) request.before.reset();
}

void ask_for_kind(Random& random, SearchRequest& request) {
    while (random.chance(0.2))
        request.fellowships.push_back(static_cast<Fellowship>(random.below(8)));
    while (random.chance(0.3))
        request.venues.push_back(any_of(random, kVenues));
    if (random.chance(0.1)) request.needs = some_features(random, 0.03);
    if (random.chance(0.2)) request.audience = some_features(random, 0.1);
    if (random.chance(0.1)) request.door = random.chance(0.5) ? Feature::open : Feature::closed;
    while (random.chance(0.15))
        request.languages.push_back(any_of(random, kLanguages));
    if (random.chance(0.1)) request.medication = static_cast<Attitude>(random.below(3));
}

std::string any_text(Random& random) {
    std::string text = any_of(random, kWords);
    if (random.chance(0.3)) text = text.substr(0, 1 + random.below(text.size()));
    if (!is_utf8(text)) return "cafe";
    if (random.chance(0.3)) text[random.below(text.size())] = 'x';
    if (!is_utf8(text)) return "serenitty";
    if (random.chance(0.3)) text += std::string{" "} + any_of(random, kWords);
    return text;
}

SearchRequest any_request(Random& random) {
    SearchRequest request;
    request.sort = static_cast<Sort>(random.below(4));
    ask_for_place(random, request);
    ask_for_time(random, request);
    ask_for_kind(random, request);
    if (random.chance(0.2)) request.text = any_text(random);
    request.limit = 1 + random.below(random.chance(0.5) ? 5 : 200);
    if (random.chance(0.3)) request.offset = random.below(20);
    return request;
}

std::map<std::string, std::map<std::string, std::int64_t>> by_name(
    const std::vector<Facet>& facets) {
    std::map<std::string, std::map<std::string, std::int64_t>> counts;
    for (const auto& facet : facets) {
        for (const auto& [value, count] : facet.counts)
            counts[facet.name][value] = count;
    }
    return counts;
}

const decltype(testing::PlainAnswer::facets) kNoFacets;

void expect_same(const Answer& answer, const testing::PlainAnswer& plain,
                 const SearchRequest& request) {
    const auto total = static_cast<std::int64_t>(plain.matches.size());
    ASSERT_EQ(answer.total, request.counts ? total : kNotCounted);
    const auto first = std::min(request.offset, plain.matches.size());
    const auto last = std::min(first + request.limit, plain.matches.size());
    ASSERT_EQ(answer.matches.size(), last - first);
    for (std::size_t i = first; i < last; ++i) {
        const Match& found = answer.matches[i - first];
        const Match& wanted = plain.matches[i];
        ASSERT_EQ(found.meeting->id.value, wanted.meeting->id.value) << "at place " << i;
        EXPECT_EQ(found.distance, wanted.distance);
        EXPECT_EQ(found.next, wanted.next);
        EXPECT_EQ(found.venue, wanted.venue);
    }
    EXPECT_EQ(by_name(answer.facets), request.counts ? plain.facets : kNoFacets);
}

// Directories of every shape that could matter to an index.
struct Shape {
    const char* name = "";
    std::uint64_t directories = 0;
    void (*bend)(Random& random, std::vector<Meeting>& meetings) = nullptr;
};

void leave(Random&, std::vector<Meeting>&) {}

void keep_a_few(Random& random, std::vector<Meeting>& meetings) {
    meetings.resize(random.below(6));
}

template <class Move>
void move_all(std::vector<Meeting>& meetings, Move move) {
    for (auto& meeting : meetings) {
        if (meeting.place.point) meeting.place.point = move(*meeting.place.point);
    }
}

void crowd(Random& random, std::vector<Meeting>& meetings) {
    const auto center = any_of(random, kCenters);
    move_all(meetings, [&](const GeoPoint&) { return point_near(random, center); });
}

void move_to_a_pole(Random& random, std::vector<Meeting>& meetings) {
    const double pole = random.chance(0.5) ? 90 : -90;
    move_all(meetings, [&](const GeoPoint&) {
        return GeoPoint{pole - pole / 90 * random.unit() * random.unit(),
                        random.unit() * 360 - 180};
    });
}

void move_to_the_date_line(Random& random, std::vector<Meeting>& meetings) {
    move_all(meetings, [&](const GeoPoint&) {
        const double away = random.unit() * random.unit() * 2;
        return GeoPoint{-16.8 + random.unit(), random.chance(0.5) ? 180 - away : away - 180};
    });
}

void make_all_alike(Random& random, std::vector<Meeting>& meetings) {
    const auto one = meetings[random.below(meetings.size())];
    for (auto& meeting : meetings) {
        const auto id = meeting.id;
        if (random.chance(0.9)) meeting = one;
        meeting.id = id;
    }
}

void move_all_online(Random& random, std::vector<Meeting>& meetings) {
    for (auto& meeting : meetings) {
        meeting.venue = {.usual = VenueKind::online};
        if (random.chance(0.7)) meeting.place.point.reset();
    }
}

void make_plain(Random& random, std::vector<Meeting>& meetings) {
    for (auto& meeting : meetings) {
        if (random.chance(0.1)) continue;
        meeting.schedule.recurrence = {};
        meeting.schedule.days = WeekdaySet::of_bits(1u << random.below(7));
        meeting.venue.spells.clear();
    }
}

// Deep enough for a tree of three levels.
void repeat(Random& random, std::vector<Meeting>& meetings) {
    const auto few = meetings;
    while (meetings.size() < 1'500) {
        meetings.push_back(few[random.below(few.size())]);
        auto& meeting = meetings.back();
        meeting.id = {static_cast<std::int64_t>(meetings.size())};
        meeting.schedule.start = minutes{15 * random.below(96)};
        if (meeting.place.point) meeting.place.point = point_near(random, any_of(random, kCenters));
    }
    make_plain(random, meetings);
}

// Two lists, one of them not read for long, with the same meetings in both.
void split_into_lists(Random& random, std::vector<Meeting>& meetings) {
    const auto count = meetings.size();
    for (std::size_t i = 0; i < count; ++i) {
        meetings[i].source = {1 + static_cast<std::int64_t>(random.below(2))};
        if (!random.chance(0.3)) continue;
        meetings.push_back(meetings[i]);
        meetings.back().id = {static_cast<std::int64_t>(meetings.size())};
        meetings.back().source = {3 - meetings[i].source.value};
    }
}

constexpr std::array<Shape, 10> kShapes{{{"Any", 200, leave},
                                         {"OfAFew", 60, keep_a_few},
                                         {"Crowded", 100, crowd},
                                         {"AtThePoles", 100, move_to_a_pole},
                                         {"OverTheDateLine", 100, move_to_the_date_line},
                                         {"AllAlike", 100, make_all_alike},
                                         {"AllOnline", 100, move_all_online},
                                         {"MostlyPlain", 130, make_plain},
                                         {"Large", 10, repeat},
                                         {"OfTwoLists", 100, split_into_lists}}};

std::vector<directory::Source> two_sources(Instant around) {
    std::vector<directory::Source> sources(2);
    sources[0].id = {1};
    sources[0].fetched_at = around;
    sources[1].id = {2};
    sources[1].fetched_at = around - days{95};
    return sources;
}

class SearchProperty : public ::testing::TestWithParam<Shape> {};

// A hundred thousand requests in all.
TEST_P(SearchProperty, IsThePlainSearch) {
    constexpr int kRequestsEach = 100;
    std::uint64_t found_something = 0;
    for (std::uint64_t seed = 1; seed <= GetParam().directories; ++seed) {
        Random random{seed};
        const Instant around = any_moment(random);
        auto meetings = any_meetings(random, around);
        GetParam().bend(random, meetings);
        const Snapshot snapshot{std::move(meetings), two_sources(around)};
        const testing::PlainSearch plain{snapshot};
        for (int i = 0; i < kRequestsEach; ++i) {
            auto request = any_request(random);
            request.counts = random.chance(0.7);
            request.shows_old = random.chance(0.3);
            const auto now = random.chance(0.5) ? around : any_moment(random);
            SCOPED_TRACE(::testing::Message() << "seed " << seed << ", request " << i);
            const auto answer = search(snapshot, request, now);
            ASSERT_TRUE(answer) << answer.error().message;
            const auto wanted = plain.search(request, now);
            EXPECT_EQ(answer->old, request.counts ? wanted.old : 0);
            if (wanted.matches.empty()) continue;  // Widened: search_test.cpp.
            ++found_something;
            expect_same(*answer, wanted, request);
            if (HasFailure()) return;
        }
    }
    EXPECT_GT(found_something, GetParam().directories * kRequestsEach / 20);
}

INSTANTIATE_TEST_SUITE_P(Directories, SearchProperty, ::testing::ValuesIn(kShapes),
                         [](const auto& shape) { return shape.param.name; });

// The pages of a search, put together, are the whole of it: nothing twice, nothing left out.
TEST(SearchPages, AddUpToTheWhole) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Random random{seed};
        const Instant now = any_moment(random);
        const Snapshot snapshot{any_meetings(random, now), {}};
        auto request = any_request(random);
        request.offset = 0;
        request.limit = kMatchesMax;
        const auto whole = search(snapshot, request, now).value();
        std::vector<std::int64_t> paged;
        request.limit = 3;
        for (; request.offset < whole.matches.size(); request.offset += request.limit) {
            const auto page = search(snapshot, request, now).value();
            for (const auto& match : page.matches) {
                paged.push_back(match.meeting->id.value);
            }
        }
        std::vector<std::int64_t> ids;
        for (const auto& match : whole.matches)
            ids.push_back(match.meeting->id.value);
        EXPECT_EQ(paged, ids) << "seed " << seed;
    }
}

}  // namespace
}  // namespace waymark::finder
