// Who belongs to which group, and who meets in which building, told as small
// examples; then over random directories.

#include "finder/roster.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "core/random.h"
#include "finder/snapshot.h"

namespace waymark::finder {
namespace {

using directory::Building;
using directory::Group;
using directory::Meeting;

// A directory of meetings "A", "B" … in the order in which they are written.
// Each is told what its group or its place is.
struct Listing {
    std::vector<Meeting> meetings{};

    Listing& add(Meeting meeting) {
        meeting.id = {static_cast<std::int64_t>(meetings.size() + 1)};
        if (meeting.source.value == 0) meeting.source = {1};
        meetings.push_back(std::move(meeting));
        return *this;
    }
    Listing& of_group(std::string name, std::string world_id = {}, std::int64_t source = 1) {
        return add({.source = {source}, .group = std::move(name), .world_id = std::move(world_id)});
    }
    Listing& at(std::string name, std::string street, std::optional<GeoPoint> point = {},
                std::int64_t source = 1) {
        Meeting meeting{.source = {source}};
        meeting.place.name = std::move(name);
        meeting.place.street = std::move(street);
        meeting.place.point = point;
        return add(std::move(meeting));
    }

    // "AB C": A and B belong together, C is alone; who belongs nowhere is not named.
    template <class Gathering>
    static std::string letters(std::span<const Gathering> gatherings) {
        std::string text;
        for (const auto& gathering : gatherings) {
            if (!text.empty()) text += ' ';
            for (const Meeting* meeting : gathering.meetings)
                text += static_cast<char>('A' + meeting->id.value - 1);
        }
        return text;
    }
    std::string groups() const { return letters(Roster{meetings}.groups()); }
    std::string buildings() const { return letters(Roster{meetings}.buildings()); }
};

TEST(Groups, AreThoseOfOneName) {
    EXPECT_EQ(Listing{}.of_group("Dawn").of_group("Dusk").of_group("DAWN ").of_group("").groups(),
              "AC B");
}

TEST(Groups, AreOfOneSourceOnly) {
    EXPECT_EQ(Listing{}.of_group("Dawn").of_group("Dawn", "", 2).groups(), "A B");
}

TEST(Groups, GoByTheirWorldIdRatherThanTheirName) {
    EXPECT_EQ(Listing{}
                  .of_group("Dawn", "G1")
                  .of_group("Day Break", "g1")
                  .of_group("Dawn", "G2")
                  .of_group("Dawn")
                  .groups(),
              "AB C D");
}

TEST(Groups, OfOneNameWithOtherNotesAreOthers) {
    EXPECT_EQ(Listing{}
                  .add({.group = "Dawn", .group_notes = "Ask for the key."})
                  .add({.group = "Dawn", .group_notes = "ask for the key"})
                  .add({.group = "Dawn", .group_notes = "Ring the bell."})
                  .groups(),
              "AB C");
}

TEST(Buildings, AreTheSameWhenWrittenAlike) {
    EXPECT_EQ(Listing{}
                  .at("St. Mary's", "12 Main Street")
                  .at("Saint Mary's", "12 MAIN ST.", {}, 2)
                  .at("St. Mary's", "14 Main Street")
                  .at("Hall", "12 Main Street")
                  .buildings(),
              "AB C D");
    EXPECT_EQ(Listing{}.at("Saint Ann", "12 Main Street").at("ST ANN", "12 Main St.").buildings(),
              "AB");
}

TEST(Buildings, OfOneAddressInTwoTownsAreTwo) {
    Listing two;
    two.at("Town Hall", "1 Main St").at("Town Hall", "1 Main St").at("Town Hall", "1 Main St");
    two.meetings[1].place.town = "Salem";
    EXPECT_EQ(two.buildings(), "AC B");
    Listing far;
    far.at("Town Hall", "1 Main St", GeoPoint{42.52, -70.89})
        .at("Town Hall", "1 Main St", GeoPoint{44.94, -123.03})
        .at("Town Hall", "1 Main St", GeoPoint{42.5201, -70.8901});
    EXPECT_EQ(far.buildings(), "AC B");
}

TEST(Buildings, OfOneNameWithinTenMetresAreOne) {
    const auto pair = [](GeoPoint there) {
        return Listing{}
            .at("Clubhouse", "Main & 2nd", GeoPoint{40.0, -75.0})
            .at("clubhouse", "rear of 2nd", there, 2)
            .buildings();
    };
    EXPECT_EQ(pair({40.00008, -75.0}), "AB") << "8.9 m";
    EXPECT_EQ(pair({40.0, -75.0001}), "AB") << "8.5 m";
    EXPECT_EQ(pair({40.0001, -75.0}), "A B") << "11.1 m";
}

TEST(Buildings, AreNotWhereNobodyKnowsTheDoor) {
    Listing listing;
    listing.at("", "").at("Church", "").at("Church", "1 Main St");
    listing.meetings[2].place.is_approximate = true;
    EXPECT_EQ(listing.buildings(), "B");
    Listing line;
    line.at("Church", "").at("Church", "1 Main St");
    line.meetings[0].place.address = "1 Main Street, Salem, MA 01970, USA";
    EXPECT_EQ(line.buildings(), "AB") << "an address in one line";
}

TEST(Snapshot, AnswersWhoIsBeside) {
    Listing listing;
    listing.of_group("Dawn").of_group("Dusk").of_group("Dawn");
    const Snapshot snapshot{listing.meetings, {}};
    const Group* dawn = snapshot.group_of({3});
    ASSERT_NE(dawn, nullptr);
    EXPECT_EQ(dawn->name, "Dawn");
    EXPECT_EQ(snapshot.meetings_of_group(dawn->id).front(), snapshot.meeting({1}));
    EXPECT_EQ(snapshot.building_of({3}), nullptr);
    EXPECT_EQ(snapshot.group_of({4}), nullptr);
    EXPECT_TRUE(snapshot.meetings_of_group({0}).empty());
    EXPECT_TRUE(snapshot.meetings_of_group({3}).empty());
    EXPECT_TRUE(snapshot.meetings_at({1}).empty());
    EXPECT_TRUE((Snapshot{{}, {}}.groups().empty()));
}

Meeting random_meeting(Random& random) {
    const auto pick = [&](std::vector<const char*> words) {
        return std::string{words[random.below(words.size())]};
    };
    Meeting meeting{.source = {1 + static_cast<std::int64_t>(random.below(3))},
                    .group = pick({"", "Dawn", "dawn", "Dusk"}),
                    .world_id = pick({"", "", "G1", "G2"})};
    meeting.place.name = pick({"", "Hall", "hall", "Church"});
    meeting.place.street = pick({"", "1 Main St", "1 Main Street", "2 Main St"});
    meeting.place.is_approximate = random.below(5) == 0;
    const auto degrees = [&] { return static_cast<double>(random.below(6)) * 0.00005; };
    if (random.below(2) == 0) meeting.place.point = GeoPoint{40 + degrees(), -75 + degrees()};
    return meeting;
}

// Every meeting stands once in the list of its group and of its building, or in none.
template <class Gathering>
void expect_lists(const std::vector<Meeting>& meetings, std::span<const Gathering> gatherings,
                  const std::vector<const Gathering*>& of_row) {
    std::map<const Meeting*, const Gathering*> seen;
    for (std::size_t n = 0; n < gatherings.size(); ++n) {
        const auto& gathering = gatherings[n];
        EXPECT_EQ(gathering.id.value, static_cast<std::int64_t>(n + 1));
        EXPECT_FALSE(gathering.meetings.empty());
        EXPECT_TRUE(std::ranges::is_sorted(gathering.meetings, {},
                                           [](const Meeting* one) { return one->id; }));
        for (const Meeting* meeting : gathering.meetings)
            EXPECT_TRUE(seen.emplace(meeting, &gathering).second) << "in two lists";
    }
    for (std::size_t row = 0; row < meetings.size(); ++row) {
        const auto found = seen.find(&meetings[row]);
        EXPECT_EQ(of_row[row], found == seen.end() ? nullptr : found->second);
    }
}

TEST(Roster, HasEachMeetingInOneListOfAKindOrInNone) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        SCOPED_TRACE(seed);
        Random random{seed};
        Listing listing;
        for (std::size_t n = random.below(60); n > 0; --n)
            listing.add(random_meeting(random));
        const Roster roster{listing.meetings};
        std::vector<const Group*> groups;
        std::vector<const Building*> buildings;
        for (std::size_t row = 0; row < listing.meetings.size(); ++row) {
            groups.push_back(roster.group_of(row));
            buildings.push_back(roster.building_of(row));
            const Meeting& meeting = listing.meetings[row];
            EXPECT_EQ(groups.back() == nullptr, meeting.group.empty() && meeting.world_id.empty());
            EXPECT_EQ(groups.back() == nullptr || groups.back()->source == meeting.source, true);
            EXPECT_FALSE(meeting.place.is_approximate && buildings.back() != nullptr);
        }
        expect_lists(listing.meetings, roster.groups(), groups);
        expect_lists(listing.meetings, roster.buildings(), buildings);
    }
}

}  // namespace
}  // namespace waymark::finder
