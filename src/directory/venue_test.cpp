#include "directory/venue.h"

#include <gtest/gtest.h>

#include "directory/meeting.h"

namespace waymark::directory {
namespace {

using enum VenueKind;

Date day(unsigned of_november) {
    return std::chrono::year{2026} / std::chrono::November / std::chrono::day{of_november};
}

TEST(Venue, IsAsUsualOutsideItsSpells) {
    const Venue venue{in_person, {{temporarily_online, day(10), day(12)}}};
    EXPECT_EQ(venue.on(day(9)), in_person);
    EXPECT_EQ(venue.on(day(10)), temporarily_online);  // Both days are in …
    EXPECT_EQ(venue.on(day(12)), temporarily_online);
    EXPECT_EQ(venue.on(day(13)), in_person);  // … and then it reopens by itself.
}

TEST(Venue, TakesAMissingDayAsOpenEnded) {
    EXPECT_EQ((Venue{in_person, {{suspended, std::nullopt, day(12)}}}).on(day(1)), suspended);
    EXPECT_EQ((Venue{in_person, {{suspended, day(12), std::nullopt}}}).on(day(30)), suspended);
    EXPECT_EQ((Venue{in_person, {{suspended}}}).on(day(30)), suspended);
}

TEST(Venue, FollowsTheLastSpellThatCoversTheDay) {
    const Venue venue{hybrid, {{online, day(1), day(20)}, {suspended, day(5), day(6)}}};
    EXPECT_EQ(venue.on(day(4)), online);
    EXPECT_EQ(venue.on(day(5)), suspended);
    EXPECT_EQ(venue.on(day(7)), online);
}

TEST(Venue, KnowsWhereOneCanWalkInAndWhatOneCanJoin) {
    EXPECT_TRUE(can_walk_in(in_person) && can_walk_in(hybrid));
    EXPECT_FALSE(can_walk_in(online) || can_walk_in(temporarily_online) || can_walk_in(unknown) ||
                 can_walk_in(by_appointment) || can_walk_in(suspended));
    EXPECT_TRUE(can_join_online(online) && can_join_online(hybrid) &&
                can_join_online(temporarily_online));
    EXPECT_FALSE(can_join_online(in_person) || can_join_online(suspended));
}

TEST(Venue, ReadsBackItsCodes) {
    for (int kind = 0; kind <= static_cast<int>(unknown); ++kind) {
        const auto venue = static_cast<VenueKind>(kind);
        EXPECT_EQ(venue_of_code(code_of(venue)), venue);
    }
    EXPECT_EQ(code_of(temporarily_online), "temporarily-online");
    EXPECT_EQ(venue_of_code("In-Person"), std::nullopt);
}

TEST(Meeting, IsNotInPersonWhereNobodyCouldFindTheDoor) {
    Meeting meeting{.venue = {in_person, {{hybrid, day(10), day(10)}}}};
    EXPECT_EQ(usual_venue(meeting), in_person);
    meeting.place.is_approximate = true;
    EXPECT_EQ(usual_venue(meeting), unknown);
    EXPECT_EQ(venue_on(meeting, day(9)), unknown);
    EXPECT_EQ(venue_on(meeting, day(10)), hybrid);
}

TEST(Meeting, WelcomesMedicationWhenItsListingSaysSo) {
    using Attitude = MedicationFact::Attitude;
    Meeting meeting;
    EXPECT_EQ(medication_attitude(meeting), Attitude::unknown);
    meeting.features.add(Feature::medication_welcome);
    EXPECT_EQ(medication_attitude(meeting), Attitude::welcomes);
    meeting.medication.attitude = Attitude::refuses;  // The fact has a source; the code may be old.
    EXPECT_EQ(medication_attitude(meeting), Attitude::refuses);
}

}  // namespace
}  // namespace waymark::directory
