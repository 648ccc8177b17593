#include "exchange/samhsa_codes.h"

#include <gtest/gtest.h>

#include <set>

#include "directory/samhsa_terms.h"
#include "directory/trait_sources.h"
#include "exchange/samhsa_aliases.h"

namespace waymark::exchange {
namespace {

using directory::Trait;

// The codes of some labels, with a space between; what has none in brackets.
std::string codes(std::string_view labels, const SamhsaHeading& heading = {}) {
    std::string out;
    for (const auto& attribute : attributes_of_labels(labels, heading, {})) {
        if (!out.empty()) out += ' ';
        out += attribute.code.empty() ? "[" + attribute.label + "]" : attribute.code;
    }
    return out;
}

TEST(SamhsaCodes, EveryCodeIsThereOnceWithItsCategory) {
    std::set<std::string_view> seen;
    for (const auto& term : directory::samhsa_terms()) {
        EXPECT_TRUE(seen.insert(term.code).second) << term.code;
        EXPECT_NE(directory::samhsa_category(term.category), nullptr) << term.code;
    }
    for (const auto& alias : samhsa_aliases())
        EXPECT_NE(directory::samhsa_term(alias.code), nullptr) << alias.label;
}

TEST(SamhsaCodes, ALabelMayHoldCommasAndStrayBlanks) {
    EXPECT_EQ(codes("Transitional housing, halfway house, or sober home; Detoxification"), "HH DT");
    EXPECT_EQ(codes(" Vocational training or educational support (for example, high school "
                    "coursework, GED preparation, etc.) ;Medicaid;"),
              "VOC MD");
    EXPECT_EQ(codes("SUBSTANCE USE TREATMENT"), "SA");
}

TEST(SamhsaCodes, CapitalsTellAProgrammeFromAnAge) {
    EXPECT_EQ(codes("Young adults; Young Adults"), "TAY YAD");
    EXPECT_EQ(codes("Young adults", {"AGE", "Age Groups Accepted"}), "YAD");
    EXPECT_EQ(codes("Young Adults", {"SG", "Special Programs/Groups Offered"}), "TAY");
}

TEST(SamhsaCodes, WhoPrescribesForOpioidsIsNotWhoPrescribesForAlcohol) {
    EXPECT_EQ(codes("Naltrexone used in Treatment; In-network prescribing entity; "
                    "Accepts clients using medication assisted treatment for alcohol use disorder "
                    "but prescribed elsewhere; In-network prescribing entity; "
                    "No formal relationship with prescribing entity"),
              "NU INPE ACMA AUINPE AUPC");
    EXPECT_EQ(codes("In-network prescribing entity",
                    {"", "External Source of Medications Used for Alcohol Use Disorder Treatment"}),
              "AUINPE");
}

TEST(SamhsaCodes, LabelsOf2019FindTheirCodesOfToday) {
    EXPECT_EQ(codes("Substance abuse treatment"), "SA");
    EXPECT_EQ(codes("Buprenorphine with naloxone  (Suboxone®)"), "BWN");
    EXPECT_EQ(codes("Screening for Hepatitis B"), "SHB");
    EXPECT_EQ(codes("DUI/DWI clients", {"EXCL", "Exclusive Services"}), "DU");
}

TEST(SamhsaCodes, WhatNobodyKnowsStaysInItsOwnWords) {
    Warnings warnings;
    const auto read = attributes_of_labels("Equine therapy", {"TAP", ""}, {.warnings = &warnings});
    ASSERT_EQ(read.size(), 1u);
    EXPECT_EQ(read[0].label, "Equine therapy");
    EXPECT_EQ(read[0].category, "TAP");
    EXPECT_EQ(read[0].code, "");
    EXPECT_EQ(warnings.counts().size(), 1u);
}

TEST(SamhsaCodes, CodesStandBetweenStars) {
    std::string out;
    for (const auto& attribute : attributes_of_codes("SA DT * res RD*BU  NEW", {}, {}))
        out += attribute.category + ":" + attribute.code + " ";
    EXPECT_EQ(out, "TC:SA TC:DT SET:RES SET:RD OM:BU :NEW ");
}

directory::Traits traits_of_codes(std::string_view codes) {
    directory::Facility facility;
    facility.attributes = attributes_of_codes(codes, {}, {});
    return directory::traits_of(facility);
}

TEST(SamhsaCodes, DoNotMislead) {
    EXPECT_FALSE(traits_of_codes("SA HH MU").yes.has(Trait::methadone));
    EXPECT_TRUE(traits_of_codes("SA OTP").yes.has(Trait::methadone));
    EXPECT_FALSE(traits_of_codes("SA DLC DB DM").yes.has(Trait::detox));
    EXPECT_TRUE(traits_of_codes("SA TELE").yes.has(Trait::telehealth_counselling));
    EXPECT_FALSE(traits_of_codes("SA TELE").yes.has(Trait::telehealth_medication));
    EXPECT_FALSE(traits_of_codes("SA").knows(Trait::buprenorphine));
}

TEST(SamhsaCodes, GiveLanguagesCostsAndAccreditations) {
    directory::Facility facility;
    facility.attributes = attributes_of_codes("SP AH NP SS CARF JC STAG", {}, {});
    conclude_from_terms(facility);
    EXPECT_EQ(facility.languages, (std::vector<std::string>{"es", "sgn"}));
    ASSERT_EQ(facility.costs.size(), 2u);
    EXPECT_EQ(facility.costs[0].amount, 0.0);
    EXPECT_EQ(facility.accreditations,
              "Commission on Accreditation of Rehabilitation Facilities (CARF); "
              "The Joint Commission");
}

}  // namespace
}  // namespace waymark::exchange
