// The search for places of help, told as small towns: testing/care_town.h.
// `find` answers with the letters in the order they would stand on the page.

#include "finder/facility_search.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/random.h"
#include "directory/trait_sources.h"
#include "finder/facility_json.h"
#include "testing/care_town.h"

namespace waymark::finder {
namespace {

using directory::Facility;
using directory::Trait;
using directory::TraitKind;
using directory::TraitSet;
using enum directory::Trait;
using testing::asking;
using testing::CareTown;
using testing::letters_of;

const CareTown kTown{
    .map = R"(
        . B . . .
        . . @ A .
        . . . . .
        . C . . D
    )",
    .codes = {{'A', "SA OP CBT MD"}, {'B', "SA MU RES"}, {'C', "OTP UB MD SS"}, {'D', "SA DLC OP"}},
};

FacilityRequest nearest(FacilityRequest request = {}) {
    request.sort = Sort::nearest;
    return request;
}

TEST(FacilitySearch, ListsNearestFirstWhenAsked) {
    EXPECT_EQ(kTown.find(nearest()), "ABCD");
}

TEST(FacilitySearch, FindsMedicationOnlyWhereItIsGiven) {
    EXPECT_EQ(kTown.find(asking(TraitKind::medication, {methadone})), "C");
    EXPECT_EQ(kTown.find(asking(TraitKind::setting, {detox})), "");
}

TEST(FacilitySearch, PutsMedicationAmongTheFirstThree) {
    const CareTown town{.map = "@ A B C D E . . . . . . . . M N",
                        .codes = {{'A', "SA CARF NOE ACC"},
                                  {'B', "SA CARF NOE ACC"},
                                  {'C', "SA CARF NOE ACC"},
                                  {'D', "SA CARF NOE ACC"},
                                  {'E', "SA CARF NOE ACC"},
                                  {'M', "SA UB"},
                                  {'N', "SA UB"}}};
    FacilityRequest request;
    request.radius = Kilometers{100};
    request.sort = Sort::best;
    const auto whole = town.find(request);
    EXPECT_NE(whole.substr(0, 3).find('M'), std::string::npos) << whole;
    EXPECT_EQ(whole.size(), 7u);
}

TEST(FacilitySearch, CutsPagesFromOneOrderWithMedicationLifted) {
    CareTown town{.map = "@ A B C D E F G . . . . . . . . . . . . . . M"};
    for (const char letter : std::string{"ABCDEFG"})
        town.codes[letter] = "SA CARF NOE ACC ISC TELE";
    town.codes['M'] = "SA UB NMOA";
    FacilityRequest request;
    request.radius = Kilometers{100};
    const auto whole = town.find(request);
    ASSERT_EQ(whole.size(), 8u);
    EXPECT_EQ(whole.find('M'), 2u) << whole;
    for (const std::size_t size : {1u, 2u, 3u, 5u}) {
        std::string pages;
        request.limit = size;
        for (request.offset = 0; request.offset < 8; request.offset += size)
            pages += town.find(request);
        EXPECT_EQ(pages, whole) << size;
    }
}

TEST(FacilitySearch, HidesPlacesOnlyForPeopleSentForDrinkDriving) {
    const CareTown town{.map = "@ A B", .codes = {{'A', "SA DUO"}, {'B', "SA"}}};
    EXPECT_EQ(town.find({}), "B");
    FacilityRequest all;
    all.shows_dui_only = true;
    EXPECT_EQ(town.find(nearest(all)), "AB");
}

TEST(FacilitySearch, KeepsMentalHealthApartUnlessAsked) {
    const CareTown town{.map = "@ A B C", .codes = {{'A', "MH"}, {'B', "SA"}, {'C', "MH CO"}}};
    EXPECT_EQ(town.find({}), "B");
    EXPECT_EQ(town.find(asking(TraitKind::kind, {mental_health})), "AC");
    EXPECT_EQ(town.find(asking(TraitKind::serves, {co_occurring})), "C");
}

TEST(FacilitySearch, NeverRanksNarcononUp) {
    CareTown town{.map = "@ A . . . . . . . B", .codes = {{'A', "OTP BU NU CARF"}, {'B', "SA"}}};
    town.also['A'] = [](Facility& facility) { facility.program = "Narconon Hills"; };
    EXPECT_EQ(town.find({}), "BA");
    FacilityRequest request;
    request.near = town.person();
    const auto answer = town.ask(request).value();
    EXPECT_TRUE(answer.matches.back().has_evidence_warning);
    EXPECT_NE(in_english(answer.matches.back().why.front()).find("no good evidence"),
              std::string::npos);
}

TEST(FacilitySearch, MatchesTelehealthByTheAreaServed) {
    CareTown town{.map = "@ A . . B",
                  .codes = {{'A', "SA"}, {'B', "SA TELE"}, {'C', "SA TELE"}, {'D', "SA TELE"}}};
    town.also['C'] = [](Facility& facility) { facility.areas_served = {"US-NY", "US-NJ"}; };
    town.also['D'] = [](Facility& facility) { facility.areas_served = {"US-CA"}; };
    auto request = asking(TraitKind::telehealth, TraitSet::of_kind(TraitKind::telehealth));
    request.area = "US-NY";
    request.radius = Kilometers{1};
    EXPECT_EQ(town.find(request), "BC") << "however far, and without a place of their own";
    request.of(TraitKind::telehealth) = {telehealth_medication};
    EXPECT_EQ(town.find(request), "") << "counselling by video is not medication by telehealth";
}

TEST(FacilitySearch, CountsThoseThatDoNotSay) {
    auto request = asking(TraitKind::payment, {medicaid});
    request.near = kTown.person();
    const auto answer = kTown.ask(request).value();
    EXPECT_EQ(letters_of(answer.matches).size(), 2u);
    EXPECT_EQ(answer.unknown, 2);
    request.takes_unknown = true;
    const auto all = kTown.ask(request).value();
    EXPECT_EQ(all.total, 4);
    const auto silent = std::ranges::find_if(
        all.matches, [](const auto& match) { return match.facility->name == "D"; });
    EXPECT_EQ(silent->ask, std::vector{medicaid});
}

TEST(FacilitySearch, TurnsAwayByAgeAndSexOnlyWhereTheListSaysSo) {
    const CareTown town{.map = "@ A B C",
                        .codes = {{'A', "SA MALE"}, {'B', "SA FEM"}, {'C', "SA"}}};
    EXPECT_EQ(town.find(nearest(asking(TraitKind::sex, {female}))), "BC");
    EXPECT_EQ(town.find(nearest(asking(TraitKind::sex, {male}))), "AC");
}

TEST(FacilitySearch, WidensAndSaysSo) {
    const CareTown town{.map = "@ . . . . . . . . . . . . . A", .codes = {{'A', "SA"}}};
    FacilityRequest request;
    request.near = town.person();
    request.radius = Kilometers{3};
    const auto answer = town.ask(request).value();
    EXPECT_EQ(answer.total, 1);
    EXPECT_EQ(answer.widened, Kilometers{24});
    EXPECT_EQ(in_english(answer.says.at(0)), "None within 1.9 mi.");
    EXPECT_EQ(in_english(answer.says.at(1)), "The nearest is 8.7 mi away.");
}

TEST(FacilitySearch, SaysAboutWhereAPlaceIsKnownOnlyByItsZip) {
    CareTown town{.map = "@ . A", .codes = {{'A', "SA"}}};
    town.also['A'] = [](Facility& facility) {
        facility.precision = directory::GeoPrecision::postcode;
    };
    FacilityRequest request;
    request.near = town.person();
    const auto match = town.ask(request).value().matches.at(0);
    EXPECT_FALSE(match.is_distance_exact);
    EXPECT_EQ(in_english(match.why.at(0)), "about 1.2 mi away (middle of its ZIP area)");
}

TEST(FacilitySearch, NamesTheOptionThatIsWrong) {
    const auto field = [](const FacilityRequest& request) {
        return kTown.ask(request).error().field;
    };
    EXPECT_EQ(field({.near = GeoPoint{91, 0}}), "near");
    EXPECT_EQ(field({.near = kTown.person(), .radius = Kilometers{501}}), "radius");
    EXPECT_EQ(field({.sort = Sort::soonest}), "sort");
    EXPECT_EQ(field({.limit = 0}), "limit");
    EXPECT_EQ(field({.limit = kMatchesMax + 1}), "limit");
    EXPECT_EQ(field({.offset = kOffsetMax + 1}), "offset");
}

// Two lists about one site are one place, and each fact keeps its source.
TEST(Facilities, JoinTheRowsOfSeveralSourcesAboutOneSite) {
    CareTown town{.map = "@ A", .codes = {{'A', "SA UB"}, {'B', "OTP"}}};
    for (const char letter : {'A', 'B'}) {
        town.also[letter] = [letter](Facility& facility) {
            facility.ids.service_at_location = "one-site";
            facility.source = {letter == 'A' ? 1 : 2};
        };
    }
    const Facilities facilities{town.facilities(), {}};
    ASSERT_EQ(facilities.list().size(), 1u);
    const auto& site = facilities.list()[0];
    EXPECT_EQ(directory::provenance_of(site, methadone)->source.value, 2);
    EXPECT_EQ(directory::provenance_of(site, buprenorphine)->source.value, 1);
    EXPECT_EQ(facilities.facility({'B'}), &site) << "an old link still finds it";
}

TEST(Facilities, HoldNoAddressOfAConfidentialPlace) {
    CareTown town{.map = "@ A", .codes = {{'A', "SA"}}};
    town.also['A'] = [](Facility& facility) {
        facility.confidential = "shelter";
        facility.place.street = "12 Elm Street";
        facility.place.town = "Troy";
        facility.description = "Ring at 12 Elm Street.";
    };
    const auto snapshot = town.snapshot();
    ParsedFacilityRequest asked;
    asked.request.text = "elm";
    EXPECT_EQ(search_facilities(*snapshot, asked.request, {}).value().total, 0);
    asked.request.text = "troy";
    const auto answer = search_facilities(*snapshot, asked.request, {}).value();
    ASSERT_EQ(answer.total, 1);
    const auto json = facility_answer_json(*snapshot, asked, answer);
    EXPECT_EQ(json.find("Elm"), std::string::npos);
    EXPECT_NE(json.find("\"latitude\":null"), std::string::npos);
}

// Properties over made-up towns.

CareTown random_town(Random& random) {
    constexpr const char* kCodes[] = {"SA",   "MH",   "OTP", "MU",   "BU",  "UB",  "NU",
                                      "NMOA", "NOOP", "DT",  "RES",  "OP",  "MD",  "SS",
                                      "NP",   "PW",   "VET", "CO",   "CBT", "CMI", "DUO",
                                      "FEM",  "MALE", "NOE", "TELE", "ADLT"};
    CareTown town{.map = ". A . B . C\n. D @ E . F\nG . H . I J"};
    for (char letter = 'A'; letter <= 'J'; ++letter) {
        for (const auto* code : kCodes) {
            if (random.chance(0.3)) town.codes[letter] += std::string{" "} + code;
        }
        town.codes[letter] += " ";
    }
    return town;
}

TEST(FacilityProperty, AFilterNeverAdds) {
    Random random{20261122};
    for (int round = 0; round < 60; ++round) {
        const auto town = random_town(random);
        FacilityRequest request;
        request.near = town.person();
        request.radius = Kilometers{20};
        auto before = town.ask(request).value();
        for (int step = 0; step < 3; ++step) {
            const auto& trait = directory::traits()[random.below(directory::traits().size())];
            if (trait.kind == TraitKind::kind || trait.trait == only_dui) continue;
            if (trait.trait == co_occurring) continue;  // It brings in mental health, on purpose.
            if (!request.of(trait.kind).empty()) continue;
            request.of(trait.kind).add(trait.trait);
            auto narrow = request;
            const auto after = town.ask(narrow).value();
            // An empty answer widens its circle, not what it asks for.
            if (!after.widened) {
                EXPECT_LE(after.total, before.total) << trait.code;
                before = after;
            } else {
                break;
            }
        }
    }
}

TEST(FacilityProperty, EveryKnownFactHasASourceThatSaysSo) {
    Random random{7};
    for (int round = 0; round < 100; ++round) {
        for (const auto& facility : random_town(random).facilities()) {
            const auto traits = directory::traits_of(facility);
            for (const auto& each : directory::traits()) {
                if (!traits.knows(each.trait)) continue;
                EXPECT_NE(directory::provenance_of(facility, each.trait), nullptr) << each.code;
            }
        }
    }
}

TEST(FacilityProperty, SearchEqualsALookAtEveryPlace) {
    Random random{99};
    for (int round = 0; round < 60; ++round) {
        const auto town = random_town(random);
        FacilityRequest request = nearest();
        request.near = town.person();
        request.radius = Kilometers{1.0 + static_cast<double>(random.below(40)) / 10};
        request.of(TraitKind::payment) = {medicaid, free_of_charge};
        request.of(TraitKind::approach) = {cbt};
        std::vector<std::pair<double, std::string>> expected;
        for (const auto& facility : town.facilities()) {
            const auto traits = directory::traits_of(facility);
            const auto km = distance_between(town.person(), *facility.place.point);
            const bool is_usual = traits.yes.has(treatment) || traits.yes.has(recovery_housing) ||
                                  !traits.yes.has_any(TraitSet::of_kind(TraitKind::kind));
            const bool pays = traits.yes.has(medicaid) || traits.yes.has(free_of_charge);
            if (is_usual && pays && traits.yes.has(cbt) && !traits.yes.has(only_dui) &&
                km <= *request.radius) {
                expected.emplace_back(km.value, facility.name);
            }
        }
        std::ranges::stable_sort(expected, {}, &std::pair<double, std::string>::first);
        std::string letters;
        for (const auto& each : expected)
            letters += each.second;
        const auto answer = town.ask(request).value();
        if (letters.empty()) {
            EXPECT_TRUE(answer.widened || answer.total == 0);
        } else {
            EXPECT_EQ(letters_of(answer.matches), letters);
        }
    }
}

}  // namespace
}  // namespace waymark::finder
