// What is known of a place, from the terms its list uses.

#include "directory/facility.h"

#include <gtest/gtest.h>

#include "directory/trait_sources.h"

namespace waymark::directory {
namespace {

using enum Trait;

Facility listed_with(std::initializer_list<const char*> codes) {
    Facility facility{.name = "Hill Street Clinic", .provenances = {{.record = "SA"}}};
    for (const char* code : codes)
        facility.attributes.push_back({.taxonomy = std::string{kSamhsaTaxonomy}, .code = code});
    return facility;
}

Traits of(std::initializer_list<const char*> codes) {
    return traits_of(listed_with(codes));
}

TEST(Traits, MethadoneIsDispensedOnlyByAnOpioidTreatmentProgramme) {
    EXPECT_FALSE(of({"SA", "MU"}).knows(methadone));
    EXPECT_FALSE(of({"SA", "DM", "METH"}).knows(methadone));
    EXPECT_TRUE(of({"OTP"}).yes.has(methadone));
    EXPECT_TRUE(of({"MM"}).yes.has(methadone));
}

TEST(Traits, AMedicationProtocolIsNoDetoxUnit) {
    EXPECT_FALSE(of({"SA", "DLC", "DB", "DM", "ODTX"}).knows(detox));
    EXPECT_FALSE(of({"SA", "ODTX"}).knows(opioid_detox));
    for (const char* code : {"DT", "RD", "HID", "OD"})
        EXPECT_TRUE(of({code}).yes.has(detox));
    EXPECT_TRUE(of({"RD", "ODTX"}).yes.has(opioid_detox));
}

TEST(Traits, CounsellingByVideoIsNotMedicationByTelehealth) {
    const auto traits = of({"SA", "TELE", "UB"});
    EXPECT_TRUE(traits.yes.has(telehealth_counselling));
    EXPECT_FALSE(traits.knows(telehealth_medication));
}

TEST(Traits, WhatIsNotSaidIsUnknownAndOnlyADenialIsANo) {
    EXPECT_FALSE(of({"SA"}).knows(buprenorphine));
    const auto denies = of({"SA", "NMOA"});
    EXPECT_TRUE(denies.no.has(buprenorphine));
    EXPECT_TRUE(denies.no.has(keeps_medication));
    EXPECT_TRUE(denies.no.has(all_three_medications));
}

TEST(Traits, AListThatSaysYesAndNoLeavesTheMedicationOpenToBeingFound) {
    const auto traits = of({"UB", "NOOP"});
    EXPECT_TRUE(traits.yes.has(buprenorphine));
    EXPECT_FALSE(traits.no.has(buprenorphine));
    EXPECT_FALSE(of({"UB", "NMOA"}).yes.has(keeps_medication));
}

TEST(Traits, AllThreeMedicationsIsConcludedFromTheThree) {
    EXPECT_TRUE(of({"OTP", "BU", "NU"}).yes.has(all_three_medications));
    EXPECT_FALSE(of({"MU", "BU", "NU"}).yes.has(all_three_medications));
}

TEST(Traits, APlaceForMentalHealthAloneIsSaidToBeOne) {
    EXPECT_TRUE(of({"MH"}).yes.has(mental_health));
    EXPECT_FALSE(of({"MH", "SA"}).yes.has(mental_health));
}

TEST(Traits, OurOwnTermsSayYesAndNo) {
    Facility facility{.provenances = {{}}};
    for (const auto& each : traits()) {
        for (const bool is_yes : {true, false}) {
            facility.attributes = {attribute_of(each.trait, is_yes)};
            const auto known = traits_of(facility);
            const bool needs_detox = each.kind == TraitKind::withdrawal && is_yes;
            EXPECT_EQ((is_yes ? known.yes : known.no).has(each.trait), !needs_detox) << each.code;
        }
    }
}

TEST(Provenance, IsThatOfTheRowThatSaysSo) {
    auto facility = listed_with({"SA", "UB"});
    facility.provenances.push_back({.record = "OTP"});
    facility.attributes.push_back(
        {.taxonomy = std::string{kSamhsaTaxonomy}, .code = "OTP", .provenance = 1});
    EXPECT_EQ(provenance_of(facility, methadone)->record, "OTP");
    EXPECT_EQ(provenance_of(facility, buprenorphine)->record, "SA");
    EXPECT_EQ(provenance_of(facility, medicaid), nullptr);
}

TEST(Merge, JoinsFactsEachWithItsOwnProvenance) {
    auto site = listed_with({"SA", "UB"});
    site.phones = {{.number = "215-555-0100"}};
    auto other = listed_with({"SA", "OTP"});
    other.provenances = {{.record = "OTP"}};
    other.phones = {{.number = "(215) 555-0100"}, {.number = "215-555-0199", .kind = "intake"}};
    other.website = "https://example.org";
    merge(site, other);
    EXPECT_EQ(site.attributes.size(), 3u);
    EXPECT_EQ(site.phones.size(), 2u);
    EXPECT_EQ(site.website, "https://example.org");
    EXPECT_EQ(provenance_of(site, opioid_treatment_program)->record, "OTP");
    const auto once = site;
    merge(site, other);
    EXPECT_EQ(site, once);
}

TEST(Redact, TakesTheAddressOutOfEveryText) {
    auto facility = listed_with({"SA"});
    facility.confidential = "shelter";
    facility.place = {.name = "Rose House",
                      .street = "12 Elm Street",
                      .town = "Springfield",
                      .state = "VA",
                      .postcode = "22150",
                      .point = GeoPoint{38.7, -77.1}};
    facility.description = "Come to 12 ELM STREET, ring at Rose House.";
    facility.residue = {{"hsds:x", "12 Elm Street"}};
    redact(facility);
    EXPECT_EQ(facility.description,
              "Come to [address kept private], ring at [address kept private].");
    EXPECT_EQ(facility.place,
              (Place{.town = "Springfield", .state = "VA", .is_approximate = true}));
    EXPECT_TRUE(facility.residue.empty());
    const auto once = facility;
    redact(facility);
    EXPECT_EQ(facility, once);
}

TEST(Evidence, WarnsOfNarcononUnderWhateverLineItStands) {
    auto facility = listed_with({"SA", "RES"});
    EXPECT_FALSE(needs_evidence_warning(facility));
    facility.program = "A NARCONON® programme";
    EXPECT_TRUE(needs_evidence_warning(facility));
}

}  // namespace
}  // namespace waymark::directory
