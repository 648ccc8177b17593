#include "directory/premium_number.h"

#include <gtest/gtest.h>

#include "directory/phone_number.h"

namespace waymark::directory {
namespace {

bool is_premium(std::string_view typed, std::string_view country) {
    const auto number = read_phone_number(typed, country);
    EXPECT_TRUE(number) << typed;
    return number && is_premium_number(number->key);
}

bool is_known(std::string_view typed, std::string_view country) {
    const auto number = read_phone_number(typed, country);
    EXPECT_TRUE(number) << typed;
    return number && has_known_prefix(number->key);
}

TEST(PremiumNumber, IsSeenHoweverItIsWritten) {
    for (const auto* typed : {"900-555-0100", "(900) 555-0100", "1-900-555-0100", "+1 900 555 0100",
                              "0011-1-900-555-0100", "1-900-HELP-NOW"}) {
        const auto* country = typed[0] == '0' ? "AU" : "US";
        EXPECT_TRUE(is_premium(typed, country)) << typed;
    }
    EXPECT_TRUE(is_premium("212-976-0100", "US"));
    EXPECT_TRUE(is_premium("0909 879 0000", "GB"));
    EXPECT_TRUE(is_premium("0871 222 0000", "GB"));
    EXPECT_TRUE(is_premium("+44 9098 790 000", "US"));
    EXPECT_TRUE(is_premium("0899 10 00 00", "FR"));
    EXPECT_TRUE(is_premium("0900 1 000000", "DE"));
    EXPECT_TRUE(is_premium("803 000 000", "ES"));
    EXPECT_TRUE(is_premium("1550 000 000", "IE"));
    EXPECT_TRUE(is_premium("1902 000 000", "AU"));
    EXPECT_TRUE(is_premium("0900 00000", "NZ"));
    EXPECT_TRUE(is_premium("900 000 0000", "MX"));
    EXPECT_TRUE(is_premium("+979 1 0000 0000", "US"));
}

TEST(PremiumNumber, UsualAndFreeNumbersAreNone) {
    EXPECT_FALSE(is_premium("1-800-662-4357", "US"));
    EXPECT_FALSE(is_premium("988", "US"));
    EXPECT_FALSE(is_premium("215-555-0100", "US"));
    EXPECT_FALSE(is_premium("0800 9177 650", "GB"));
    EXPECT_FALSE(is_premium("0300 123 6600", "GB"));
    EXPECT_FALSE(is_premium("020 7946 0000", "GB"));
    EXPECT_FALSE(is_premium("01 43 25 75 00", "FR"));
    EXPECT_FALSE(is_premium("1300 222 222", "AU"));
}

TEST(PremiumNumber, APrefixThatNobodyGivesOutIsNotKnown) {
    EXPECT_FALSE(is_known("+999 1234 5678", "US"));
    EXPECT_FALSE(is_known("+210 1234 5678", "US"));
    EXPECT_FALSE(is_known("+1 055 555 0100", "US"));
    EXPECT_FALSE(is_known("155-555-0100", "US"));
    EXPECT_TRUE(is_known("215-555-0100", "US"));
    EXPECT_TRUE(is_known("+353 1 800 0000", "US"));
    EXPECT_TRUE(is_known("+7 495 000 00 00", "US"));
    EXPECT_TRUE(is_known("988", "US"));
}

TEST(PremiumNumber, ThePlaceTellsWhereItIsDialled) {
    EXPECT_EQ(country_dialled_in({.country = "United Kingdom"}, nullptr), "GB");
    EXPECT_EQ(country_dialled_in({.country = "USA"}, nullptr), "US");
    EXPECT_EQ(country_dialled_in({.country = "Norge"}, nullptr), "");
    EXPECT_EQ(country_dialled_in({.state = "PA", .postcode = "19124"}, nullptr), "US");
    const auto dublin = *Zone::named("Europe/Dublin");
    const auto sao_paulo = *Zone::named("America/Sao_Paulo");
    EXPECT_EQ(country_dialled_in({}, &dublin), "IE");
    EXPECT_EQ(country_dialled_in({}, &sao_paulo), "");
    EXPECT_EQ(country_dialled_in({}, nullptr), "");
}

}  // namespace
}  // namespace waymark::directory
