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
#include "testing/listings.h"

namespace waymark::finder {
namespace {

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
    static std::string letters(const NumberedRows& rows) {
        std::string text;
        for (std::size_t number = 1; number <= rows.count(); ++number) {
            if (!text.empty()) text += ' ';
            for (const auto row : rows.rows_of(static_cast<std::int64_t>(number)))
                text += static_cast<char>('A' + row);
        }
        return text;
    }
    Roster roster() const { return Roster{testing::listings_of(meetings)}; }
    std::string groups() const { return letters(roster().groups()); }
    std::string buildings() const { return letters(roster().buildings()); }
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
    const auto dawn = snapshot.group_of({3});
    ASSERT_TRUE(dawn);
    const auto group = snapshot.group(*dawn);
    EXPECT_EQ(group.id, *dawn);
    EXPECT_EQ(group.name, "Dawn");
    EXPECT_EQ(group.source, directory::SourceId{1});
    EXPECT_EQ(group.meetings, (std::vector<directory::MeetingId>{{1}, {3}}));
    EXPECT_EQ(snapshot.group_count(), 2u);
    EXPECT_EQ(snapshot.building_of({3}), std::nullopt);
    EXPECT_EQ(snapshot.group_of({4}), std::nullopt);
    EXPECT_EQ(snapshot.building_count(), 0u);
    EXPECT_EQ((Snapshot{{}, {}}.group_count()), 0u);
}

TEST(Snapshot, AnswersWhoIsInTheSameHouse) {
    Listing listing;
    listing.at("Hall", "1 Main St").at("Hall", "2 Main St").at("HALL", "1 Main Street", {}, 2);
    const Snapshot snapshot{listing.meetings, {}};
    const auto hall = snapshot.building_of({3});
    ASSERT_TRUE(hall);
    EXPECT_EQ(snapshot.building_of({1}), hall);
    EXPECT_EQ(snapshot.building(*hall).place, listing.meetings[0].place);
    EXPECT_EQ(snapshot.building(*hall).meetings, (std::vector<directory::MeetingId>{{1}, {3}}));
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

// Every row stands once in the list of its number, or in none.
void expect_lists(std::size_t rows, const NumberedRows& lists) {
    std::map<std::uint32_t, std::int64_t> seen;
    for (std::int64_t number = 1; number <= static_cast<std::int64_t>(lists.count()); ++number) {
        const auto listed = lists.rows_of(number);
        EXPECT_FALSE(listed.empty());
        EXPECT_TRUE(std::ranges::is_sorted(listed));
        for (const auto row : listed)
            EXPECT_TRUE(seen.emplace(row, number).second) << "in two lists";
    }
    for (std::uint32_t row = 0; row < rows; ++row) {
        const auto found = seen.find(row);
        EXPECT_EQ(lists.number_of(row), found == seen.end() ? 0 : found->second);
    }
    EXPECT_TRUE(lists.rows_of(0).empty());
    EXPECT_TRUE(lists.rows_of(static_cast<std::int64_t>(lists.count()) + 1).empty());
}

TEST(Roster, HasEachMeetingInOneListOfAKindOrInNone) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        SCOPED_TRACE(seed);
        Random random{seed};
        Listing listing;
        for (std::size_t n = random.below(60); n > 0; --n)
            listing.add(random_meeting(random));
        const Roster roster = listing.roster();
        for (std::size_t row = 0; row < listing.meetings.size(); ++row) {
            const Meeting& meeting = listing.meetings[row];
            const auto group = roster.groups().number_of(row);
            EXPECT_EQ(group == 0, meeting.group.empty() && meeting.world_id.empty());
            for (const auto other : roster.groups().rows_of(group))
                EXPECT_EQ(listing.meetings[other].source, meeting.source);
            EXPECT_FALSE(meeting.place.is_approximate && roster.buildings().number_of(row) != 0);
        }
        expect_lists(listing.meetings.size(), roster.groups());
        expect_lists(listing.meetings.size(), roster.buildings());
    }
}

}  // namespace
}  // namespace waymark::finder
