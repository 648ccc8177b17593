// The order of Sort::best, and the reasons told.

#include "finder/rank.h"

#include <gtest/gtest.h>

#include "core/phrase.h"
#include "testing/town.h"

namespace waymark::finder {
namespace {

using directory::Feature;
using directory::Fellowship;
using directory::Meeting;
using std::chrono::days;
using std::chrono::minutes;
using testing::at;
using testing::Town;
using Attitude = directory::MedicationFact::Attitude;

int points(const Fit& fit) {
    return points_of(fit, {});
}

TEST(Rank, AddsUpAsItsHeaderSays) {
    const int unknown = 50;
    EXPECT_EQ(points({.until = minutes{60}}), unknown + 400);
    EXPECT_EQ(points({.until = minutes{-5}}), unknown + 400);
    EXPECT_EQ(points({.until = minutes{210}}), unknown + 350);
    EXPECT_EQ(points({.until = minutes{24 * 60}}), unknown + 200);
    EXPECT_EQ(points({.until = minutes{30 * 24 * 60}}), unknown);
    EXPECT_EQ(points({.distance = Kilometers{0.2}}), unknown + 300);
    EXPECT_EQ(points({.distance = Kilometers{3}}), unknown + 270);
    EXPECT_EQ(points({.distance = Kilometers{400}}), unknown);
    EXPECT_EQ(points({.distance = Kilometers{0.2}, .is_online_only = true}), unknown + 120);
    EXPECT_EQ(points({.fellowship = Fellowship::ha}), 120);
    EXPECT_EQ(points({.fellowship = Fellowship::na}), 110);
    EXPECT_EQ(points({.fellowship = Fellowship::smart}), 90);
    EXPECT_EQ(points({.medication = Attitude::welcomes}), unknown + 60);
    EXPECT_EQ(points({.medication = Attitude::refuses}), unknown - 60);
    EXPECT_EQ(points({.untended = days{90}}), unknown + 40);
    EXPECT_EQ(points({.untended = days{365}}), unknown + 25);
    EXPECT_EQ(points({.untended = days{900}}), unknown);
}

TEST(Rank, CountsTheAudienceAskedFor) {
    const SearchRequest request{.audience = {Feature::women, Feature::young_people}};
    const Fit women{.features = {Feature::women, Feature::newcomers}};
    EXPECT_EQ(points_of(women, request), points_of({}, request) + 15);
}

const Town kMixed{
    .map = "@ A F O N",
    .starts = {{'A', "Tue 18:30"}, {'F', "Tue 18:30"}, {'O', "Tue 18:30"}, {'N', "Mon 07:00"}},
    .features = {{'A', {Feature::closed}}, {'O', {Feature::open}}},
    .fellowships = {{'A', Fellowship::aa}, {'F', Fellowship::al_anon}, {'O', Fellowship::aa}},
};

TEST(Rank, NeverPutsAClosedMeetingForOthersAboveOneForTheirOwn) {
    EXPECT_EQ(kMixed.find({}, "Tue 18:00"), "ONAF");
}

TEST(Rank, UnlessItsProgrammeWasAskedFor) {
    EXPECT_EQ(kMixed.find({.fellowships = {Fellowship::aa, Fellowship::na}}, "Tue 18:00"), "AON");
}

std::string reasons(const Match& match) {
    std::string text;
    for (const auto& reason : match.why) {
        if (!text.empty()) text += "; ";
        text += in_english(reason);
    }
    return text;
}

TEST(Why, TellsWhatWasAskedAndWhatCounted) {
    const Town town{
        .map = "@ . N A",
        .starts = {{'N', "Tue 18:42"}, {'A', "Thu 19:30"}},
        .features = {{'N', {Feature::wheelchair, Feature::women, Feature::open}}},
        .fellowships = {{'A', Fellowship::aa}},
        .also = {{'N',
                  [](Meeting& meeting) {
                      meeting.medication.attitude = Attitude::welcomes;
                      meeting.freshness.updated = at("Mon 00:00");
                  }},
                 {'A', [](Meeting& meeting) { meeting.features = {Feature::open}; }}},
    };
    const auto asked = town.ask({.near = town.person(),
                                 .needs = {Feature::wheelchair},
                                 .audience = {Feature::women, Feature::men},
                                 .text = "meeting"},
                                "Tue 18:00");
    EXPECT_EQ(reasons(asked->matches.at(0)),
              "1.2 mi away; Starts in 42 min; Wheelchair access; Women; "
              "Matches the words you typed; For people who use drugs; "
              "Welcomes people on medication; Updated in the last 3 months");
    const auto all = town.ask({.sort = Sort::soonest}, "Tue 18:45");
    EXPECT_EQ(reasons(all->matches.at(0)),
              "Started 3 min ago; For people who use drugs; Welcomes people on medication; "
              "Updated in the last 3 months");
    EXPECT_EQ(reasons(all->matches.at(1)), "Thursday at 7:30 PM; About alcohol: open to anyone");
}

}  // namespace
}  // namespace waymark::finder
