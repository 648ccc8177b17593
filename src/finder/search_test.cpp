// Search, told as small towns: see testing/town.h. `find` answers with the
// letters in the order they would stand on the page.

#include "finder/search.h"

#include <gtest/gtest.h>

#include "testing/town.h"

namespace waymark::finder {
namespace {

using directory::Feature;
using directory::Fellowship;
using directory::Meeting;
using directory::Recurrence;
using directory::VenueKind;
using directory::WeekdaySet;
using std::chrono::hours;
using std::chrono::minutes;
using testing::at;
using testing::letters_of;
using testing::Town;
using Attitude = directory::MedicationFact::Attitude;

WeekdaySet on(std::initializer_list<std::chrono::weekday> days) {
    WeekdaySet set;
    for (const auto day : days)
        set.add(day);
    return set;
}

Date day(unsigned of_november) {
    return std::chrono::year{2026} / std::chrono::November / std::chrono::day{of_november};
}

const Town kTown{
    .map = R"(
        . B . . .
        . . @ Z .
        . . . . .
        . C . . D
    )",
    .starts = {{'Z', "Tue 20:00"}, {'B', "Tue 19:00"}, {'C', "Tue 20:00"}, {'D', "Wed 07:00"}},
    .features = {{'C', {Feature::wheelchair, Feature::women, Feature::open}},
                 {'D', {Feature::wheelchair, Feature::lgbtq, Feature::closed}}},
};

TEST(Search, ListsSoonestFirstAndNearestAmongEqualStarts) {
    EXPECT_EQ(kTown.find({.sort = Sort::soonest}, "Tue 18:00"), "BZCD");
    EXPECT_EQ(kTown.find({.sort = Sort::soonest, .limit = 2}, "Tue 18:00"), "BZ");
    EXPECT_EQ(kTown.find({.sort = Sort::soonest, .limit = 2, .offset = 1}, "Tue 18:00"), "ZC");
}

TEST(Search, ListsNearestFirst) {
    EXPECT_EQ(kTown.find({.sort = Sort::nearest}, "Tue 18:00"), "ZBCD");
}

TEST(Search, CountsAllWhateverThePage) {
    const SearchRequest request{
        .near = kTown.person(), .radius = Kilometers{10}, .limit = 1, .offset = 2};
    EXPECT_EQ(kTown.ask(request, "Tue 18:00")->total, 4);
}

TEST(Search, LeavesOutWhatLiesBeyondTheCircle) {
    EXPECT_EQ(kTown.find({.radius = Kilometers{2.3}, .sort = Sort::soonest}, "Tue 18:00"), "BZC");
    // C is at 2.24 km.
    EXPECT_EQ(kTown.find({.radius = Kilometers{2.2}, .sort = Sort::soonest}, "Tue 18:00"), "BZ");
}

TEST(Search, LooksAheadNoFurtherThanAsked) {
    EXPECT_EQ(kTown.find({.within = hours{2}, .sort = Sort::soonest}, "Tue 18:00"), "BZC");
    EXPECT_EQ(kTown.find({.within = hours{2}, .sort = Sort::soonest}, "Tue 17:59:59"), "B");
}

TEST(Search, OffersAMeetingThatHasBegunForItsFirstTenMinutes) {
    EXPECT_EQ(kTown.find({.sort = Sort::soonest}, "Tue 19:10"), "BZCD");
    EXPECT_EQ(kTown.find({.within = hours{24}, .sort = Sort::soonest}, "Tue 19:10:01"), "ZCD");
    EXPECT_EQ(kTown.find({.sort = Sort::soonest}, "Tue 19:11"), "ZCDB");  // Next week.
}

TEST(Search, ReadsDaysAndHoursOnTheMeetingsOwnClock) {
    EXPECT_EQ(kTown.find({.weekdays = on({std::chrono::Wednesday})}, "Tue 18:00"), "D");
    EXPECT_EQ(kTown.find({.after = hours{20}}, "Tue 18:00"), "ZC");
    EXPECT_EQ(kTown.find({.before = hours{19}}, "Tue 18:00"), "D");
    EXPECT_EQ(kTown.find({.after = hours{19}, .before = hours{20}}, "Tue 18:00"), "B");
    // From eight in the evening to eight in the morning.
    EXPECT_EQ(
        kTown.find({.after = hours{20}, .before = hours{8}, .sort = Sort::soonest}, "Tue 18:00"),
        "ZCD");
}

TEST(Search, AsksForEveryNeedAndAnyAudience) {
    EXPECT_EQ(kTown.find({.needs = {Feature::wheelchair}, .sort = Sort::soonest}, "Tue 18:00"),
              "CD");
    EXPECT_EQ(kTown.find({.needs = {Feature::wheelchair, Feature::dogs_welcome}}, "Tue 18:00"), "");
    EXPECT_EQ(kTown.find({.audience = {Feature::women, Feature::lgbtq}, .sort = Sort::soonest},
                         "Tue 18:00"),
              "CD");
    EXPECT_EQ(kTown.find({.door = Feature::closed}, "Tue 18:00"), "D");
}

const Town kVenues{
    .map = "@ I H T O A U S X",
    .starts = {{'I', "Tue 19:00"},
               {'H', "Tue 19:00"},
               {'T', "Tue 19:00"},
               {'O', "Tue 19:00"},
               {'U', "Tue 19:00"},
               {'S', "Tue 19:00"},
               {'X', "Tue 19:00"}},
    .venues = {{'H', VenueKind::hybrid},
               {'T', VenueKind::temporarily_online},
               {'O', VenueKind::online},
               {'A', VenueKind::by_appointment},
               {'U', VenueKind::unknown},
               {'S', VenueKind::suspended}},
    .also = {{'X', [](Meeting& meeting) { meeting.place.is_approximate = true; }}},
};

TEST(Search, TakesVenuesAtTheirWord) {
    using enum VenueKind;
    const auto find = [](std::vector<VenueKind> venues) {
        return kVenues.find({.venues = std::move(venues), .sort = Sort::nearest}, "Tue 18:00");
    };
    EXPECT_EQ(find({in_person}), "I");  // X is only somewhere thereabouts.
    EXPECT_EQ(find({hybrid}), "H");
    EXPECT_EQ(find({online}), "TO");
    EXPECT_EQ(find({temporarily_online}), "T");
    EXPECT_EQ(find({in_person, online}), "ITO");
    EXPECT_EQ(find({suspended}), "S");
    EXPECT_EQ(find({unknown}), "UX");
}

TEST(Search, PutsMeetingsByAppointmentLastAndOnlyWhereNoTimeIsAsked) {
    EXPECT_EQ(kVenues.find({.sort = Sort::nearest}, "Tue 18:00"), "IHTOUXA");
    EXPECT_EQ(kVenues.find({.within = hours{24}, .sort = Sort::nearest}, "Tue 18:00"), "IHTOUX");
    EXPECT_EQ(kVenues.find({.weekdays = WeekdaySet::all(), .sort = Sort::nearest}, "Tue 18:00"),
              "IHTOUX");
}

TEST(Search, ReopensByItselfAfterASpell) {
    const Town town{.map = "@ A",
                    .starts = {{'A', "Tue 19:00"}},
                    .also = {{'A', [](Meeting& meeting) {
                                  meeting.venue.spells = {
                                      {VenueKind::suspended, day(10), day(17)},
                                      {VenueKind::temporarily_online, day(24), day(24)}};
                              }}}};
    const auto venue = [&](const char* now) {
        const auto answer = town.ask({.within = hours{6}}, now);
        return answer->total == 0 ? "none" : directory::code_of(answer->matches[0].venue);
    };
    EXPECT_EQ(venue("Tue 18:00"), "none");  // The 17th.
    EXPECT_EQ(town.ask({.within = hours{6}, .venues = {VenueKind::suspended}}, "Tue 18:00")->total,
              1);
    const auto next = town.ask({.venues = {VenueKind::online}}, "Wed 18:00");
    EXPECT_EQ(next->matches[0].venue, VenueKind::temporarily_online);  // The 24th.
}

TEST(Search, KnowsMonthlyMeetings) {
    const Town town{.map = "@ A",
                    .starts = {{'A', "Tue 19:00"}},
                    .also = {{'A', [](Meeting& meeting) {
                                  meeting.schedule.recurrence = {
                                      .kind = Recurrence::Kind::nth_of_month, .n = -1};
                              }}}};
    EXPECT_EQ(town.find({.within = hours{24}}, "Tue 18:00"), "");  // The 17th is not the last.
    const auto answer = town.ask({}, "Tue 18:00");
    EXPECT_EQ(answer->matches.at(0).next->date, day(24));
}

TEST(Search, FindsProgrammesLanguagesAndAttitudes) {
    const Town town{
        .map = "@ N A S",
        .starts = {{'N', "Tue 19:00"}, {'A', "Tue 19:00"}, {'S', "Tue 19:00"}},
        .fellowships = {{'A', Fellowship::aa}, {'S', Fellowship::smart}},
        .also = {{'N',
                  [](Meeting& meeting) {
                      meeting.languages = {"es-MX", "en"};
                  }},
                 {'A',
                  [](Meeting& meeting) {
                      meeting.languages = {"ESP"};
                      meeting.medication.attitude = Attitude::refuses;
                  }},
                 {'S',
                  [](Meeting& meeting) { meeting.features.add(Feature::medication_welcome); }}},
    };
    const auto find = [&](SearchRequest request) {
        request.sort = Sort::nearest;
        return town.find(std::move(request), "Tue 18:00");
    };
    EXPECT_EQ(find({.fellowships = {Fellowship::aa, Fellowship::smart}}), "AS");
    EXPECT_EQ(find({.languages = {"es"}}), "N");
    EXPECT_EQ(find({.languages = {"EN"}}), "N");
    EXPECT_EQ(find({.languages = {"es-ES"}}), "");
    EXPECT_EQ(find({.medication = Attitude::welcomes}), "S");
    EXPECT_EQ(find({.medication = Attitude::refuses}), "A");
    EXPECT_EQ(find({.medication = Attitude::unknown}), "N");
}

TEST(Search, FindsWordsInEveryPublicFieldAndInNoOther) {
    const Town town{
        .map = "@ A B",
        .starts = {{'A', "Tue 19:00"}, {'B', "Tue 19:00"}},
        .also = {{'A',
                  [](Meeting& meeting) {
                      meeting.name = "Café Serenidad";
                      meeting.place.name = "St. Mary’s Hall";
                      meeting.place.postcode = "19104";
                      meeting.regions = {"West Philadelphia"};
                      meeting.features = {Feature::step_study};
                      meeting.contacts = {{"Robin Example", "555-0100", "robin@example.org"}};
                  }},
                 {'B', [](Meeting& meeting) { meeting.place.postcode = "19103"; }}},
    };
    const auto find = [&](const char* text) {
        return town.find({.text = text, .sort = Sort::nearest}, "Tue 18:00");
    };
    EXPECT_EQ(find("CAFE"), "A");
    EXPECT_EQ(find("sere phil"), "A");     // Beginnings of words, all of them.
    EXPECT_EQ(find("serenidda"), "A");     // One slip.
    EXPECT_EQ(find("serenity mary"), "");  // Two are another word.
    EXPECT_EQ(find("st marys"), "A");
    EXPECT_EQ(find("19104"), "A");       // Digits are taken as typed.
    EXPECT_EQ(find("narcotics"), "AB");  // The programme.
    EXPECT_EQ(find("step"), "A");        // The kind.
    EXPECT_EQ(find("robin"), "");        // A contact is nobody's business.
    EXPECT_EQ(find("“ ”"), "AB");        // No word at all.
}

TEST(Search, FindsInABoxOverTheDateLine) {
    Town town{.map = "@ F T",
              .starts = {{'F', "Tue 19:00"}, {'T', "Tue 19:00"}},
              .also = {{'F',
                        [](Meeting& meeting) {
                            meeting.place.point = {-16.8, 179.9};
                        }},
                       {'T', [](Meeting& meeting) {
                            meeting.place.point = {-16.8, -179.9};
                        }}}};
    const auto answer = town.ask({.box = GeoBox{-17, 179.5, -16, -179.5}}, "Tue 18:00");
    EXPECT_EQ(letters_of(answer->matches), "FT");
    const auto near =
        town.ask({.near = GeoPoint{-16.8, 179.99}, .radius = Kilometers{15}}, "Tue 18:00");
    EXPECT_EQ(letters_of(near->matches), "FT");
}

TEST(Search, CountsFacetsOverAllThatFit) {
    const SearchRequest request{.near = kTown.person(), .radius = Kilometers{10}, .limit = 1};
    const auto answer = kTown.ask(request, "Tue 18:00");
    const auto facet = [&](std::string_view name) {
        std::string text;
        for (const auto& found : answer->facets) {
            if (found.name != name) continue;
            for (const auto& [value, count] : found.counts) {
                text += value + ":" + std::to_string(count) + " ";
            }
        }
        return text;
    };
    EXPECT_EQ(facet("fellowship"), "na:4 ");
    EXPECT_EQ(facet("venue"), "in-person:4 ");
    EXPECT_EQ(facet("weekday"), "tue:3 wed:1 ");
    EXPECT_EQ(facet("need"), "wheelchair:2 ");
    EXPECT_EQ(facet("for"), "lgbtq:1 women:1 ");
    EXPECT_EQ(facet("door"), "closed:1 open:1 ");
    EXPECT_EQ(facet("lang"), "");
    EXPECT_EQ(facet("medication"), "unknown:4 ");
}

TEST(Search, NamesTheOptionThatIsWrong) {
    const Snapshot empty{{}, {}};
    const auto field = [&](const SearchRequest& request) {
        const auto answer = search(empty, request, at("Mon 00:00"));
        return answer ? "" : answer.error().field;
    };
    EXPECT_EQ(field({.near = GeoPoint{91, 0}}), "near");
    EXPECT_EQ(field({.near = GeoPoint{1, 1}, .radius = Kilometers{0}}), "radius");
    EXPECT_EQ(field({.near = GeoPoint{1, 1}, .radius = Kilometers{500.1}}), "radius");
    EXPECT_EQ(field({.box = GeoBox{2, 0, 1, 0}}), "box");
    EXPECT_EQ(field({.within = minutes{-1}}), "within");
    EXPECT_EQ(field({.after = hours{25}}), "after");
    EXPECT_EQ(field({.after = hours{5}, .before = hours{5}}), "before");
    EXPECT_EQ(field({.text = std::string(201, 'a')}), "text");
    EXPECT_EQ(field({.text = "\xff"}), "text");
    EXPECT_EQ(field({.limit = 0}), "limit");
    EXPECT_EQ(field({.limit = kMatchesMax + 1}), "limit");
    EXPECT_EQ(field({.offset = kOffsetMax + 1}), "offset");
}

}  // namespace
}  // namespace waymark::finder
