// Listings of several lists that are one meeting, told as small towns: a cell is
// 100 metres, each letter a listing. "b>A" says that b is hidden behind A.

#include "finder/same_meeting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/random.h"
#include "core/text.h"
#include "directory/age.h"
#include "testing/listings.h"
#include "testing/town.h"

namespace waymark::finder {
namespace {

using directory::Fellowship;
using directory::Meeting;
using directory::Source;
using directory::VenueKind;
using std::chrono::days;
using std::chrono::minutes;

constexpr GeoPoint kCorner{40.7, -74.0};
constexpr double kCellsPerKm = 10;

GeoPoint spot(std::string_view map, char letter) {
    const auto on_equator = testing::position_of(map, letter).value();
    const auto corner = testing::position_of("x", 'x').value();
    return {kCorner.latitude + (on_equator.latitude - corner.latitude) / kCellsPerKm,
            kCorner.longitude + (on_equator.longitude - corner.longitude) / kCellsPerKm};
}

// Small letters are of the second list, capitals of the first.
struct Lists {
    std::string map{};
    std::map<char, std::function<void(Meeting&)>> also{};
    std::vector<Source> sources{{.id = {1}, .name = "one"}, {.id = {2}, .name = "two"}};

    std::vector<Meeting> meetings() const {
        std::vector<Meeting> all;
        for (const char letter : map) {
            const bool is_first = letter >= 'A' && letter <= 'Z';
            if (!is_first && !(letter >= 'a' && letter <= 'z')) continue;
            Meeting meeting{.id = {letter}, .source = {is_first ? 1 : 2}, .name = "Hope"};
            meeting.fellowship = Fellowship::na;
            meeting.venue.usual = VenueKind::in_person;
            meeting.place.point = spot(map, letter);
            meeting.schedule.zone = Zone::named("America/New_York").value();
            meeting.schedule.days.add(std::chrono::Tuesday);
            meeting.schedule.start = minutes{19 * 60};
            if (const auto change = also.find(letter); change != also.end())
                change->second(meeting);
            all.push_back(std::move(meeting));
        }
        return all;
    }

    std::string joined() const {
        std::string told;
        for (const auto& each : find_doubles(testing::listings_of(meetings()), sources)) {
            told += told.empty() ? "" : " ";
            told +=
                {static_cast<char>(each.hidden.value), '>', static_cast<char>(each.shown.value)};
        }
        return told;
    }

    Lists with(char letter, std::function<void(Meeting&)> change) const {
        auto lists = *this;
        lists.also[letter] = std::move(change);
        return lists;
    }
};

const Lists kNextDoor{.map = "A b"};
const Lists kHere{.map = "Ab"};  // A hundred metres apart.

TEST(SameMeeting, IsJoinedAcrossLists) {
    EXPECT_EQ(kHere.joined(), "b>A");
    const auto why =
        find_doubles(testing::listings_of(kHere.meetings()), kHere.sources).front().why;
    EXPECT_EQ(why.day, std::chrono::Tuesday);
    EXPECT_EQ(why.apart, minutes{0});
    ASSERT_TRUE(why.meters);
    EXPECT_NEAR(*why.meters, 76, 2);  // A degree of longitude is shorter at 40 degrees north.
    EXPECT_FALSE(why.is_same_room);
}

TEST(SameMeeting, IsNeverFoundWithinOneList) {
    EXPECT_EQ((Lists{.map = "AB"}).joined(), "");
    // Nor by way of another list: one row stands for one row of each.
    const auto beside_b = [](Meeting& m) { m.place.point = spot("Ab", 'b'); };
    EXPECT_EQ((Lists{.map = "Abc", .also = {{'c', beside_b}}}).joined(), "b>A");
}

TEST(SameMeeting, IsOfOneKnownProgramme) {
    const auto in = [](Fellowship one, Fellowship other) {
        return kHere.with('A', [=](Meeting& m) { m.fellowship = one; })
            .with('b', [=](Meeting& m) { m.fellowship = other; })
            .joined();
    };
    EXPECT_EQ(in(Fellowship::aa, Fellowship::aa), "b>A");
    EXPECT_EQ(in(Fellowship::aa, Fellowship::na), "");
    EXPECT_EQ(in(Fellowship::unknown, Fellowship::unknown), "");
    EXPECT_EQ(in(Fellowship::other, Fellowship::other), "");
}

TEST(SameMeeting, StandsWithin150MetresOfTheOther) {
    EXPECT_EQ((Lists{.map = "A.b"}).joined(), "");  // 152 m.
    const auto moved = [](double meters) {
        return kHere
            .with('b',
                  [=](Meeting& m) {
                      m.place.point = spot("A", 'A');
                      m.place.point->latitude += meters / 111'195;
                  })
            .joined();
    };
    EXPECT_EQ(moved(149), "b>A");
    EXPECT_EQ(moved(151), "");
    EXPECT_EQ(moved(200), "");
    EXPECT_EQ(moved(-149), "b>A");
    EXPECT_EQ(moved(-151), "");
}

TEST(SameMeeting, HasAKnownDoorOnBothSides) {
    for (const char letter : {'A', 'b'}) {
        EXPECT_EQ(kHere.with(letter, [](Meeting& m) { m.place.is_approximate = true; }).joined(),
                  "");
        EXPECT_EQ(kHere.with(letter, [](Meeting& m) { m.place.point.reset(); }).joined(), "");
        // An online meeting may still carry the address it once met at.
        EXPECT_EQ(
            kHere.with(letter, [](Meeting& m) { m.venue.usual = VenueKind::online; }).joined(), "");
    }
}

TEST(SameMeeting, StartsWithinFiveMinutesOfTheOther) {
    const auto at = [](int minute) {
        return kHere.with('b', [=](Meeting& m) { m.schedule.start = minutes{minute}; }).joined();
    };
    EXPECT_EQ(at(19 * 60 + 5), "b>A");
    EXPECT_EQ(at(19 * 60 + 6), "");
    EXPECT_EQ(at(19 * 60 - 5), "b>A");
    EXPECT_EQ(at(19 * 60 - 6), "");
}

TEST(SameMeeting, IsShownWhereAllItsDaysAre) {
    const auto adds = [](std::chrono::weekday day) {
        return [=](Meeting& m) { m.schedule.days.add(day); };
    };
    EXPECT_EQ(kHere.with('A', adds(std::chrono::Friday)).joined(), "b>A");
    EXPECT_EQ(kHere.with('b', adds(std::chrono::Friday)).joined(), "A>b");
    // Each has a day of its own: hiding either would hide a meeting.
    EXPECT_EQ(
        kHere.with('A', adds(std::chrono::Friday)).with('b', adds(std::chrono::Monday)).joined(),
        "");
    EXPECT_EQ(
        kHere.with('b', [](Meeting& m) { m.schedule.days = directory::WeekdaySet::of_bits(2); })
            .joined(),
        "");
}

TEST(SameMeeting, IsShownWhereOneCanBothWalkInAndJoin) {
    EXPECT_EQ(kHere.with('b', [](Meeting& m) { m.venue.usual = VenueKind::hybrid; }).joined(),
              "A>b");
}

TEST(SameMeeting, IsWeeklyUnderOneRule) {
    const auto changed = [](auto change) { return kHere.with('b', change).joined(); };
    EXPECT_EQ(changed([](Meeting& m) {
                  m.schedule.recurrence.kind = directory::Recurrence::Kind::nth_of_month;
              }),
              "");
    EXPECT_EQ(
        changed([](Meeting& m) { m.schedule.recurrence.until = parse_date("2026-12-01").value(); }),
        "");
    EXPECT_EQ(changed([](Meeting& m) {
                  m.schedule.recurrence.closed = {parse_date("2026-12-25").value()};
              }),
              "");
    EXPECT_EQ(changed([](Meeting& m) { m.schedule.days = {}; }), "");  // By appointment.
}

Lists online(std::string_view one, std::string_view other) {
    const auto at = [](std::string_view url) {
        return [url = std::string{url}](Meeting& m) {
            m.venue.usual = VenueKind::online;
            m.place.point.reset();
            m.online.url = url;
        };
    };
    return kNextDoor.with('A', at(one)).with('b', at(other));
}

TEST(SameMeeting, MeetsInOneRoomOnline) {
    EXPECT_EQ(
        online("https://zoom.us/j/83123456789?pwd=a", "https://zoom.us/j/83123456789").joined(),
        "b>A");
    EXPECT_EQ(
        online("https://us02web.zoom.us/j/83123456789", "http://zoom.us/j/83123456789/").joined(),
        "b>A");
    EXPECT_EQ(online("https://www.meet.example/Hope#x", "https://meet.example/Hope?y").joined(),
              "b>A");
    EXPECT_EQ(online("https://zoom.us/j/83123456789", "https://zoom.us/j/83123456780").joined(),
              "");
    EXPECT_EQ(online("https://meet.example/", "https://meet.example/").joined(), "");  // No room.
    EXPECT_EQ(online("", "").joined(), "");
    auto numbers = online("", "");
    for (auto& [letter, change] : numbers.also) {
        const bool is_first = letter == 'A';
        change = [is_first, before = change](Meeting& m) {
            before(m);
            m.online.meeting_number = is_first ? "831 2345 6789" : "831-2345-6789";
        };
    }
    EXPECT_EQ(numbers.joined(), "b>A");
    const auto why =
        find_doubles(testing::listings_of(numbers.meetings()), numbers.sources).front().why;
    EXPECT_TRUE(why.is_same_room);
    EXPECT_FALSE(why.meters);
}

TEST(SameMeeting, OnlineIsAtOneHourOfOneClock) {
    const auto room = "https://zoom.us/j/83123456789";
    auto lists = online(room, room);
    lists.also['b'] = [before = lists.also['b']](Meeting& m) {
        before(m);
        m.schedule.zone = Zone::named("America/Chicago").value();
    };
    EXPECT_EQ(lists.joined(), "");
}

TEST(SameMeeting, HasNoChains) {
    // b is near A, C is near b, and C is not near A: only what matches A goes behind it.
    Lists lists{.map = "Ab.d",
                .also = {{'d', [](Meeting& m) { m.source = {3}; }}},
                .sources = {{.id = {1}}, {.id = {2}}, {.id = {3}}}};
    lists.also['b'] = [](Meeting& m) { m.place.point->longitude += 0.0006; };
    EXPECT_TRUE(sameness_of(lists.meetings()[1], lists.meetings()[2]));
    EXPECT_FALSE(sameness_of(lists.meetings()[0], lists.meetings()[2]));
    EXPECT_EQ(lists.joined(), "b>A");
}

TEST(SameMeeting, OfOneNameFindEachOtherFirst) {
    const auto named = [](const char* name) {  // Two rooms of one building.
        return [=](Meeting& m) {
            m.name = name;
            m.place.point = kCorner;
        };
    };
    const Lists rooms{.map = "ABcd",
                      .also = {{'A', named("Women")},
                               {'B', named("Men")},
                               {'c', named("Men")},
                               {'d', named("WOMEN")}}};
    EXPECT_EQ(rooms.joined(), "c>B d>A");
}

TEST(SameMeeting, IsShownByTheListThatLetsItsRowsBeHandedOn) {
    auto lists = kHere;
    lists.sources[0].may_republish = false;
    EXPECT_EQ(lists.joined(), "A>b");
    lists.sources[1].may_republish = false;
    EXPECT_EQ(lists.joined(), "b>A");
}

TEST(SameMeeting, IsShownByTheListThatIsNotOld) {
    const auto now = testing::at("Tue 12:00");
    auto lists = kHere;
    lists.sources[0].fetched_at = now - days{91};
    lists.sources[1].fetched_at = now;
    lists.sources[1].may_republish = false;
    EXPECT_EQ(lists.joined(), "A>b");
    lists.sources[0].fetched_at = now - days{29};
    EXPECT_EQ(lists.joined(), "b>A");  // Of two that are read the quicker one does not win.
    EXPECT_EQ(lists.with('A', [&](Meeting& m) { m.freshness.last_confirmed_at = now; }).joined(),
              "b>A");
    lists.sources[1].may_republish = true;
    EXPECT_EQ(lists.with('b', [&](Meeting& m) { m.freshness.last_confirmed_at = now; }).joined(),
              "A>b");
}

// --- Random small towns against the rule written the plain way. ---

struct Crowd {
    std::vector<Meeting> meetings{};
    std::vector<Source> sources{};
};

Meeting any_listing(Random& random, std::int64_t id, Instant now) {
    Meeting meeting{.id = {id}, .source = {1 + static_cast<std::int64_t>(random.below(4))}};
    meeting.name = random.chance(0.5) ? "Hope" : "Dawn";
    meeting.fellowship = random.chance(0.8) ? Fellowship::na : Fellowship::aa;
    if (random.chance(0.05)) meeting.fellowship = Fellowship::unknown;
    constexpr std::array kKinds{VenueKind::in_person, VenueKind::in_person, VenueKind::hybrid,
                                VenueKind::online};
    meeting.venue.usual = kKinds[random.below(kKinds.size())];
    const double latitude = random.chance(0.5) ? 40.7 : 64.1;
    meeting.place.point = GeoPoint{latitude + random.unit() * 0.004, -74 + random.unit() * 0.008};
    meeting.place.is_approximate = random.chance(0.1);
    meeting.schedule.zone =
        Zone::named(random.chance(0.8) ? "America/New_York" : "Europe/London").value();
    for (const auto day : {std::chrono::Monday, std::chrono::Tuesday}) {
        if (random.chance(0.6)) meeting.schedule.days.add(day);
    }
    meeting.schedule.start = minutes{19 * 60 + random.below(12)};
    if (random.chance(0.1))
        meeting.schedule.recurrence.kind = directory::Recurrence::Kind::nth_of_month;
    if (random.chance(0.3))
        meeting.online.url = "https://zoom.us/j/83123456" + std::to_string(random.below(3));
    if (random.chance(0.2)) meeting.freshness.last_confirmed_at = now - days{random.below(200)};
    return meeting;
}

Crowd any_crowd(Random& random) {
    const auto now = testing::at("Tue 12:00");
    Crowd crowd;
    for (std::int64_t id = 1; id <= 4; ++id) {
        Source source{.id = {id}, .may_republish = random.chance(0.7)};
        if (random.chance(0.8)) source.fetched_at = now - days{random.below(150)};
        crowd.sources.push_back(source);
    }
    const auto count = 2 + random.below(40);
    for (std::uint64_t id = 1; id <= count; ++id)
        crowd.meetings.push_back(any_listing(random, static_cast<std::int64_t>(id), now));
    return crowd;
}

bool walks(const Meeting& m) {
    return m.venue.usual != VenueKind::online && m.place.point && !m.place.is_approximate;
}
bool joins(const Meeting& m) {
    return m.venue.usual == VenueKind::online || m.venue.usual == VenueKind::hybrid;
}

// usual_venue() turns a room without a door into "unknown": see directory/meeting.h.
bool plainly_the_same(const Meeting& a, const Meeting& b) {
    const auto weekly = directory::Recurrence::Kind::weekly;
    if (a.source == b.source || a.fellowship != b.fellowship) return false;
    if (a.fellowship == Fellowship::unknown) return false;
    if (a.schedule.recurrence.kind != weekly || b.schedule.recurrence.kind != weekly) return false;
    const auto one = a.schedule.days.bits();
    const auto other = b.schedule.days.bits();
    if ((one & other) == 0) return false;
    if (std::chrono::abs(a.schedule.start - b.schedule.start) > minutes{5}) return false;
    const bool here = walks(a) && walks(b) && directory::can_walk_in(directory::usual_venue(a)) &&
                      directory::can_walk_in(directory::usual_venue(b)) &&
                      distance_between(*a.place.point, *b.place.point).value <= 0.150;
    const bool there = joins(a) && joins(b) && !a.online.url.empty() &&
                       directory::can_join_online(directory::usual_venue(a)) &&
                       directory::can_join_online(directory::usual_venue(b)) &&
                       a.online.url == b.online.url && a.schedule.zone == b.schedule.zone;
    return here || there;
}

bool plainly_offers_all(const Meeting& shown, const Meeting& hidden) {
    const auto a = directory::usual_venue(shown);
    const auto b = directory::usual_venue(hidden);
    return (hidden.schedule.days.bits() & ~shown.schedule.days.bits()) == 0 &&
           (directory::can_walk_in(a) || !directory::can_walk_in(b)) &&
           (directory::can_join_online(a) || !directory::can_join_online(b));
}

std::string seed_of(std::uint64_t seed) {
    return "seed " + std::to_string(seed);
}

TEST(SameMeeting, HidesOnlyWhatTheOneShownReallyIs) {
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        Random random{seed};
        const auto crowd = any_crowd(random);
        const auto doubles = find_doubles(testing::listings_of(crowd.meetings), crowd.sources);
        const auto by_id = [&](directory::MeetingId id) -> const Meeting& {
            return crowd.meetings[static_cast<std::size_t>(id.value - 1)];
        };
        std::set<std::pair<directory::MeetingId, directory::SourceId>> stood_for;
        std::set<directory::MeetingId> hidden;
        for (const auto& each : doubles)
            EXPECT_TRUE(hidden.insert(each.hidden).second) << seed_of(seed);
        for (const auto& each : doubles) {
            const auto& one = by_id(each.shown);
            const auto& other = by_id(each.hidden);
            EXPECT_FALSE(hidden.contains(each.shown)) << seed_of(seed);
            EXPECT_TRUE(plainly_the_same(one, other)) << seed_of(seed);
            EXPECT_TRUE(plainly_offers_all(one, other)) << seed_of(seed);
            EXPECT_TRUE(stood_for.emplace(each.shown, other.source).second) << seed_of(seed);
            EXPECT_EQ(each.why, sameness_of(one, other)) << seed_of(seed);
            EXPECT_EQ(each.why, sameness_of(other, one)) << seed_of(seed);
        }
    }
}

TEST(SameMeeting, LeavesNoPairThatCouldStillBeJoined) {
    int joined = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        Random random{seed};
        const auto crowd = any_crowd(random);
        const auto doubles = find_doubles(testing::listings_of(crowd.meetings), crowd.sources);
        joined += static_cast<int>(doubles.size());
        std::map<directory::MeetingId, std::set<directory::SourceId>> behind;
        std::set<directory::MeetingId> hidden;
        for (const auto& each : doubles) {
            hidden.insert(each.hidden);
            behind[each.shown].insert(
                crowd.meetings[static_cast<std::size_t>(each.hidden.value - 1)].source);
        }
        for (const auto& one : crowd.meetings) {
            for (const auto& other : crowd.meetings) {
                const bool are_alone = !hidden.contains(one.id) && !hidden.contains(other.id) &&
                                       behind[one.id].empty() && behind[other.id].empty();
                if (!are_alone || !plainly_the_same(one, other)) continue;
                EXPECT_FALSE(plainly_offers_all(one, other)) << seed_of(seed);
            }
        }
    }
    EXPECT_GT(joined, 400);  // The towns are crowded enough to tell something.
}

TEST(SameMeeting, DoesNotDependOnTheOrderOfRowsOrLists) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Random random{seed};
        auto crowd = any_crowd(random);
        const auto doubles = find_doubles(testing::listings_of(crowd.meetings), crowd.sources);
        std::ranges::reverse(crowd.sources);
        for (std::size_t i = crowd.meetings.size(); i > 1; --i)
            std::swap(crowd.meetings[i - 1], crowd.meetings[random.below(i)]);
        EXPECT_EQ(find_doubles(testing::listings_of(crowd.meetings), crowd.sources), doubles)
            << seed_of(seed);
    }
}

}  // namespace
}  // namespace waymark::finder
