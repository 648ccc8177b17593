// Finding places, as a table of what people type and what they get.

#include "places/gazetteer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "places/key.h"
#include "places/towns.h"

namespace waymark::places {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;
using ::testing::StartsWith;

// "Philadelphia, PA (US, town)", with "?" before it when it is a guess; else the error's kind.
std::string found(std::string_view typed) {
    const auto answer = locate(typed);
    if (!answer) return answer.error().kind == ErrorKind::not_found ? "not found" : "wrong";
    const Place& best = answer->best;
    std::string text = answer->corrected.empty() ? "" : "? ";
    text.append(best.name).append(" (").append(best.country.empty() ? "-" : best.country);
    return text.append(", ").append(code_of(best.precision)).append(")");
}

std::vector<std::string> others(std::string_view typed) {
    std::vector<std::string> names;
    for (const Place& place : locate(typed).value_or(Answer{}).others)
        names.push_back(place.name);
    return names;
}

struct Case {
    const char* typed;
    const char* found;
};

void expect_all(std::initializer_list<Case> cases) {
    for (const auto& [typed, expected] : cases)
        EXPECT_EQ(found(typed), expected) << typed;
}

TEST(Locate, TakesCoordinates) {
    expect_all({
        {"39.95,-75.16", "39.95, -75.16 (-, exact)"},
        {" 39.9526  -75.1652 ", "39.95, -75.17 (-, exact)"},
        {"-33.87 , +151.21", "-33.87, 151.21 (-, exact)"},
        {"geo:51.5,-0.12", "51.50, -0.12 (-, exact)"},
        {"91, 10", "wrong"},
        {"10, 180.5", "wrong"},
        {"0,0", "wrong"},
    });
    EXPECT_EQ(locate("39.9526,-75.1652")->best.point, (GeoPoint{39.9526, -75.1652}));
    EXPECT_EQ(locate("39.9526,-75.1652")->best.within, Kilometers{0});
    EXPECT_EQ(locate("91,10").error().field, "near");
}

TEST(Locate, TakesZipCodes) {
    expect_all({
        {"19104", "Philadelphia, PA 19104 (US, postcode)"},
        {"19104-2345", "Philadelphia, PA 19104 (US, postcode)"},
        {"191042345", "Philadelphia, PA 19104 (US, postcode)"},
        {"00901", "San Juan, PR 00901 (PR, postcode)"},
        {"00000", "not found"},
        {"3000", "not found"},
    });
    const Place place = locate("19104")->best;
    EXPECT_EQ(place.region, "PA");
    EXPECT_EQ(place.postcode, "19104");
    EXPECT_LT(distance_between(place.point, {39.9597, -75.2024}), Kilometers{0.01});
    EXPECT_EQ(place.within, Kilometers{11});
}

TEST(Locate, TakesCanadianPostalCodesByTheirFirstThree) {
    expect_all({
        {"M5V 2T6", "Downtown Toronto, ON M5V (CA, postcode)"},
        {"m5v2t6", "Downtown Toronto, ON M5V (CA, postcode)"},
        {"M5V-2T6", "Downtown Toronto, ON M5V (CA, postcode)"},
        {"M5V", "Downtown Toronto, ON M5V (CA, postcode)"},
        {"V0N", "Sunshine Coast, BC V0N (CA, postcode)"},
        {"H0H 0H0", "not found"},
    });
    EXPECT_EQ(locate("X0A 0A0")->best.within, Kilometers{80}) << "rural codes are wide";
}

TEST(Locate, TakesATownWithItsStateOrCountry) {
    expect_all({
        {"Philadelphia, PA", "Philadelphia, PA (US, town)"},
        {"Philadelphia PA", "Philadelphia, PA (US, town)"},
        {"philadelphia pa usa", "Philadelphia, PA (US, town)"},
        {"Portland, Maine", "Portland, ME (US, town)"},
        {"Springfield, IL", "Springfield, IL (US, town)"},
        {"Kansas City Missouri", "Kansas City, MO (US, town)"},
        {"London, ON", "London, ON (CA, town)"},
        {"London, Ontario", "London, ON (CA, town)"},
        {"London Ontario Canada", "London, ON (CA, town)"},
        {"London, Canada", "London, ON (CA, town)"},
        {"London, UK", "London, England (GB, town)"},
        {"Londres, Inglaterra", "London, England (GB, town)"},
        {"Perth, WA", "Perth, Western Australia (AU, town)"},
        {"Madrid, España", "Madrid, Spain (ES, town)"},
        {"Akutan, AK", "Akutan, AK (US, town)"},
        {"Springfield, TX", "not found"},
    });
}

TEST(Locate, ReadsLettersAfterATownAsAStateBeforeACountry) {
    expect_all({
        {"Richmond, CA", "Richmond, CA (US, town)"},
        {"Toronto, CA", "Toronto, ON (CA, town)"},
        {"Atlanta, Georgia", "Atlanta, GA (US, town)"},
        {"Tbilisi, Georgia", "Tbilisi, Georgia (GE, town)"},
    });
    EXPECT_THAT(others("Richmond, CA"),
                ElementsAre("Richmond, BC", "Richmond, ON", "Richmond, QC"));
}

TEST(Locate, TakesTheTownWithMostPeopleAndListsTheOthers) {
    expect_all({
        {"London", "London, England (GB, town)"},
        {"Portland", "Portland, OR (US, town)"},
        {"Springfield", "Springfield, MO (US, town)"},
        {"Birmingham", "Birmingham, England (GB, town)"},
        {"Singapore", "Singapore (SG, town)"},
    });
    EXPECT_THAT(others("London"), IsSupersetOf({"London, ON", "London, OH", "London, KY"}));
    EXPECT_EQ(others("Portland").front(), "Portland, ME");
    EXPECT_EQ(others("Springfield").size(), 8U);
    EXPECT_THAT(others("Saint-Louis"), Not(::testing::Contains("St. Louis, MO")));
}

TEST(Locate, KnowsNamesHoweverTheyAreWritten) {
    expect_all({
        {"São Paulo", "São Paulo, Brazil (BR, town)"},
        {"sao paulo", "São Paulo, Brazil (BR, town)"},
        {"Saint Louis, MO", "St. Louis, MO (US, town)"},
        {"st paul minnesota", "Saint Paul, MN (US, town)"},
        {"Fort Worth", "Fort Worth, TX (US, town)"},
        {"Ft. Worth", "Fort Worth, TX (US, town)"},
        {"coeur d’alene", "Coeur d'Alene, ID (US, town)"},
        {"Winston Salem", "Winston-Salem, NC (US, town)"},
        {"Nuku'alofa", "Nuku‘alofa, Tonga (TO, town)"},
    });
}

TEST(Locate, KnowsWhatTownsAreCalled) {
    expect_all({
        {"New York", "New York City, NY (US, town)"},
        {"New York, NY", "New York City, NY (US, town)"},
        {"NYC", "New York City, NY (US, town)"},
        {"Nueva York", "New York City, NY (US, town)"},
        {"Washington DC", "Washington, D.C. (US, town)"},
        {"Washington, D.C.", "Washington, D.C. (US, town)"},
        {"Washington", "Washington, D.C. (US, town)"},
        {"Washington, PA", "Washington, PA (US, town)"},
        {"Filadelfia", "Philadelphia, PA (US, town)"},
        {"Cologne", "Köln, Germany (DE, town)"},
        {"Ciudad de México", "Mexico City, Mexico (MX, town)"},
    });
    EXPECT_THAT(others("NYC"), IsEmpty());
}

TEST(Locate, AnswersAStateOrCountryWithItsLargestTownAndSaysSo) {
    expect_all({
        {"Pennsylvania", "? Philadelphia, PA (US, town)"},
        {"PA", "? Philadelphia, PA (US, town)"},
        {"Delaware", "? Wilmington, DE (US, town)"},
        {"Mexico", "? Mexico City, Mexico (MX, town)"},
        {"Georgia", "? Atlanta, GA (US, town)"},
        {"Ontario", "? Toronto, ON (CA, town)"},
        {"Ontario, CA", "Ontario, CA (US, town)"},
        {"Victoria", "Victoria, BC (CA, town)"},
    });
    EXPECT_THAT(others("Ontario"), IsSupersetOf({"Ottawa, ON", "Ontario, CA"}));
    EXPECT_GT(locate("Texas")->best.within, Kilometers{500});
}

TEST(Locate, ToleratesOneTypoAndSaysWhatItTook) {
    expect_all({
        {"Philadelpia, PA", "? Philadelphia, PA (US, town)"},
        {"Phialdelphia", "? Philadelphia, PA (US, town)"},
        {"hiladelphia PA", "? Philadelphia, PA (US, town)"},
        {"Zeeds, England", "? Leeds, England (GB, town)"},
        {"Philadelphia, Pensylvannia", "? Philadelphia, PA (US, town)"},
        {"Philadelphia, Pennsylvannia", "? Philadelphia, PA (US, town)"},
        {"Philadelpia, Pennsilvania", "? Philadelphia, PA (US, town)"},
        {"Sandiego", "? San Diego, CA (US, town)"},
        {"Londn, ON", "? London, ON (CA, town)"},
        {"Sao Paolo", "? São Paulo, Brazil (BR, town)"},
    });
    EXPECT_EQ(locate("Philadelpia, PA")->corrected, "Philadelphia, PA");
    EXPECT_EQ(locate("Philadelphia, PA")->corrected, "");
}

TEST(Locate, LooksPastWordsThatAreNoPartOfTheName) {
    expect_all({
        {"near Philadelphia", "Philadelphia, PA (US, town)"},
        {"the Philadelphia area", "Philadelphia, PA (US, town)"},
        {"cerca de Filadelfia", "Philadelphia, PA (US, town)"},
        {"123 Main St, Philadelphia, PA 19104", "Philadelphia, PA 19104 (US, postcode)"},
        {"19104 Philadelphia", "Philadelphia, PA 19104 (US, postcode)"},
        {"Toronto, ON M5V 2T6", "Downtown Toronto, ON M5V (CA, postcode)"},
        {"12 High Street, Leeds, England", "? Leeds, England (GB, town)"},
        {"Guadalajara, Jalisco", "? Guadalajara, Mexico (MX, town)"},
        {"Philadelphia, XX", "? Philadelphia, PA (US, town)"},
    });
}

TEST(Locate, DoesNotTakeAHouseNumberOrAForeignCodeForAZip) {
    expect_all({
        {"12345 Main Street, Springfield, IL", "? Springfield, IL (US, town)"},
        {"10115 Berlin, Germany", "Berlin, Germany (DE, town)"},
    });
}

TEST(Locate, KnowsCountiesOfTheUnitedStates) {
    expect_all({
        {"Chester County, PA", "Chester County, PA (US, town)"},
        {"Orleans Parish", "Orleans Parish, LA (US, town)"},
    });
    EXPECT_EQ(locate("Chester County, PA")->best.within, Kilometers{40});
}

TEST(Locate, SaysWhatToTypeInstead) {
    EXPECT_THAT(locate("xyzzyqwert").error().message, HasSubstr("such as \"Philadelphia, PA\""));
    EXPECT_THAT(locate("SW1A 1AA").error().message, StartsWith("We do not know that postal code."));
    EXPECT_EQ(locate("xyzzyqwert").error().kind, ErrorKind::not_found);
    for (const auto& wrong :
         {std::string{}, std::string{"  "}, std::string(201, 'a'), std::string{"\xff"}}) {
        ASSERT_FALSE(locate(wrong));
        EXPECT_EQ(locate(wrong).error().kind, ErrorKind::invalid_input);
        EXPECT_EQ(locate(wrong).error().field, "near");
    }
    EXPECT_EQ(found(",,,"), "not found");
    EXPECT_EQ(found("near"), "not found");
}

TEST(Locate, TellsHowFarATownReaches) {
    EXPECT_EQ(locate("Akutan, AK")->best.within, Kilometers{9});
    EXPECT_NEAR(locate("Philadelphia, PA")->best.within.value, 35, 1);
    EXPECT_EQ(locate("Mexico City")->best.within, Kilometers{60});
}

TEST(TownsAround, NamesTheGreatestAndKeepsThemApart) {
    const GeoPoint philadelphia{39.9526, -75.1652};
    const auto towns = towns_around(philadelphia, Kilometers{60}, 6);
    ASSERT_EQ(towns.size(), 6U);
    EXPECT_EQ(towns[0].name, "Philadelphia, PA");
    for (std::size_t n = 0; n < towns.size(); ++n) {
        EXPECT_LE(distance_between(philadelphia, towns[n].point), Kilometers{60});
        for (std::size_t m = 0; m < n; ++m) {
            EXPECT_GE(distance_between(towns[n].point, towns[m].point), Kilometers{6});
            EXPECT_GE(towns[m].population, towns[n].population);
        }
    }
    EXPECT_THAT(towns_around({-50, -140}, Kilometers{100}, 5), IsEmpty());
}

TEST(TownsAround, LooksAcrossTheDateLine) {
    const auto towns = towns_around({-16.8, 179.99}, Kilometers{120}, 3);
    ASSERT_FALSE(towns.empty());
    EXPECT_EQ(towns[0].country, "FJ");
}

TEST(Towns, AreSortedByTheKeysThatTypedNamesFoldTo) {
    const Towns& towns = Towns::all();
    ASSERT_GT(towns.size(), 135'000U);
    for (std::size_t row = 0; row < towns.size(); ++row) {
        ASSERT_LE(towns.key(row == 0 ? 0 : row - 1), towns.key(row));
        if (towns.kind(row) == TownKind::alias) continue;
        ASSERT_EQ(key_of(towns.name(row)), towns.key(row)) << towns.name(row);
    }
}

}  // namespace
}  // namespace waymark::places
