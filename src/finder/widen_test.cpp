// What the finder offers when nothing fits, and the words for it.

#include "finder/widen.h"

#include <gtest/gtest.h>

#include "core/phrase.h"
#include "testing/town.h"

namespace waymark::finder {
namespace {

using directory::Feature;
using directory::Fellowship;
using directory::VenueKind;
using std::chrono::hours;
using testing::letters_of;
using testing::Town;

std::string words_of(const Answer& answer) {
    std::string words;
    for (const auto& phrase : answer.says) {
        if (!words.empty()) words += ' ';
        words += in_english(phrase, LengthUnit::kilometers);
    }
    return words;
}

// The town: one near but tomorrow, one far but tonight, two online tonight.
const Town kEvening{
    .map = "@ . M . . . . . . . . . . . . . . T",
    .starts = {{'M', "Wed 07:00"}, {'T', "Tue 20:00"}, {'O', "Tue 18:30"}, {'P', "Tue 19:59"}},
    .venues = {{'O', VenueKind::online}, {'P', VenueKind::online}},
    .online = "OP",
};

TEST(Widen, DoublesTheCircleBeforeItWaitsLonger) {
    const SearchRequest request{
        .near = kEvening.person(), .radius = Kilometers{5}, .within = hours{6}};
    const auto answer = kEvening.ask(request, "Tue 18:00");
    EXPECT_EQ(letters_of(answer->matches), "T");
    EXPECT_EQ(answer->widened->radius, Kilometers{20});
    EXPECT_EQ(answer->widened->within, std::nullopt);
    EXPECT_EQ(letters_of(answer->fallback->online), "OP");
    EXPECT_EQ(answer->fallback->starting_within_two_hours, 2);
    // The clocks at the place asked, in Gabon, are six hours ahead.
    EXPECT_EQ(words_of(*answer),
              "None within 5 km before 6 AM. "
              "The nearest is 17 km away; 2 online start within 2 hours.");
}

TEST(Widen, WaitsLongerWhenNoCircleHelps) {
    Town town = kEvening;
    town.starts.erase('T');
    const SearchRequest request{.near = town.person(), .radius = Kilometers{5}, .within = hours{3}};
    const auto answer = town.ask(request, "Tue 18:00");
    EXPECT_EQ(letters_of(answer->matches), "M");
    EXPECT_EQ(answer->widened->radius, std::nullopt);
    EXPECT_EQ(answer->widened->within, hours{24});
    EXPECT_EQ(words_of(*answer),
              "None within 5 km before 3 AM. "
              "The next one starts in 13 hours; 2 online start within 2 hours.");
}

TEST(Widen, GoesAnywhereAtLast) {
    Town town = kEvening;
    town.map = "@ A";
    town.online = "";
    town.also['A'] = [](directory::Meeting& meeting) { meeting.place.point = GeoPoint{3, 10}; };
    town.starts = {{'A', "Thu 19:00"}};
    const SearchRequest request{.near = town.person(), .radius = Kilometers{5}, .within = hours{3}};
    const auto answer = town.ask(request, "Tue 18:00");
    EXPECT_EQ(letters_of(answer->matches), "A");
    EXPECT_EQ(answer->widened->within, hours{7 * 24});
    EXPECT_GT(answer->widened->radius->value, 333);
    EXPECT_EQ(answer->fallback, std::nullopt);
}

TEST(Widen, MeasuresToADoorWhenThereIsOne) {
    Town town = kEvening;
    town.map = "@ . . . . . . . S . . . T";
    town.starts['S'] = "Tue 20:00";
    town.venues['S'] = VenueKind::online;
    const SearchRequest request{.near = town.person(), .radius = Kilometers{5}};
    const auto answer = town.ask(request, "Tue 18:00");
    EXPECT_EQ(answer->total, 2);
    EXPECT_NEAR(answer->widened->nearest->value, 12, 1e-9);
    EXPECT_EQ(in_english(answer->matches.at(1).why.at(0)), "Join online from anywhere");
}

TEST(Widen, KeepsEveryOtherWish) {
    Town town = kEvening;
    town.features['T'] = {Feature::women};
    const SearchRequest request{
        .near = town.person(), .radius = Kilometers{5}, .needs = {Feature::wheelchair}};
    const auto answer = town.ask(request, "Tue 18:00");
    EXPECT_EQ(answer->total, 0);
    EXPECT_EQ(answer->widened, std::nullopt);
    // Steps do not matter on a screen.
    EXPECT_EQ(letters_of(answer->fallback->online), "OP");
}

TEST(Widen, LeavesAlonePagesPastTheEnd) {
    const auto answer = kEvening.ask({.offset = 50}, "Tue 18:00");
    EXPECT_EQ(answer->total, 4);
    EXPECT_TRUE(answer->matches.empty());
    EXPECT_EQ(answer->widened, std::nullopt);
    EXPECT_EQ(words_of(*answer), "");
}

TEST(Says, WhatIsLeftWhenNothingFits) {
    Town town = kEvening;
    town.online = "";
    EXPECT_EQ(words_of(*town.ask({.text = "nowhere"}, "Tue 18:00")),
              "None fits all that you asked for. "
              "Ask for fewer things at once, try another place, or call a helpline.");
}

TEST(Says, MidnightByItsName) {
    const SearchRequest request{
        .near = kEvening.person(), .radius = Kilometers{5}, .within = hours{1}};
    const auto answer = kEvening.ask(request, "Tue 17:00");
    EXPECT_EQ(in_english(answer->says.at(0)), "None within 3.1 mi before midnight.");
}

TEST(Says, OneMeetingOnlineAndTheNextOne) {
    const Town town{.map = "@ A",
                    .starts = {{'A', "Wed 19:00"}, {'O', "Tue 19:00"}},
                    .venues = {{'O', VenueKind::online}},
                    .online = "O"};
    const SearchRequest request{.near = town.person(), .text = "nowhere"};
    EXPECT_EQ(words_of(*town.ask(request, "Tue 18:00")),
              "None within 40 km. 1 online meeting starts within 2 hours.");
    EXPECT_EQ(words_of(*town.ask(request, "Tue 15:30")),
              "None within 40 km. The next online meeting starts in 3 h 30 min.");
}

TEST(Says, NeverNoneForAProgrammeWithoutAList) {
    const Town town{.map = "@ A", .starts = {{'A', "Tue 19:00"}}};
    const auto none_of = [&](std::vector<Fellowship> asked) {
        return words_of(
            *town.ask({.near = town.person(), .fellowships = std::move(asked)}, "Tue 18:00"));
    };
    EXPECT_EQ(none_of({Fellowship::ha}),
              "This server has no list of HA meetings for this place; ask the programme itself. "
              "Ask for fewer things at once, try another place, or call a helpline.");
    EXPECT_EQ(none_of({Fellowship::na, Fellowship::ha}),
              "This server has no list of HA meetings for this place; ask the programme itself.");
    EXPECT_EQ(none_of({Fellowship::na}), "");
}

TEST(Says, ThatAnEmptyDirectoryKnowsNothing) {
    const Town town{.map = "@"};
    EXPECT_EQ(words_of(*town.ask({.near = town.person()}, "Tue 18:00")),
              "This server has no meeting lists for this place yet. "
              "Ask for fewer things at once, try another place, or call a helpline.");
}

TEST(Coverage, NamesTheListsHeldForThePlace) {
    const Town town{.map = "@ N A O",
                    .starts = {{'N', "Tue 19:00"}, {'A', "Tue 19:00"}, {'O', "Tue 19:00"}},
                    .fellowships = {{'A', Fellowship::aa}, {'O', Fellowship::smart}},
                    .venues = {{'O', VenueKind::online}}};
    const auto here = town.ask({.near = town.person()}, "Tue 18:00")->coverage;
    EXPECT_EQ(here.covered, (std::vector{Fellowship::na, Fellowship::aa}));
    EXPECT_EQ(here.not_covered.size(), 10u);
    // Without a place, a list of online meetings is a list.
    const auto anywhere = town.ask({}, "Tue 18:00")->coverage;
    EXPECT_EQ(anywhere.covered, (std::vector{Fellowship::na, Fellowship::aa, Fellowship::smart}));
    const auto far = town.ask({.near = GeoPoint{40, -75}}, "Tue 18:00")->coverage;
    EXPECT_TRUE(far.covered.empty());
    EXPECT_EQ(far.not_covered.size(), 12u);
}

}  // namespace
}  // namespace waymark::finder
