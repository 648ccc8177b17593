// Two writings of one number are one; a number is nobody's but its owner's.
#include "directory/phone_book.h"

#include <gtest/gtest.h>

#include <array>

#include "directory/phone_number.h"

namespace waymark::directory {
namespace {

std::string key(std::string_view typed, std::string_view country = "US") {
    const auto number = read_phone_number(typed, country);
    return number ? number->key : "refused: " + number.error().field;
}

TEST(PhoneNumber, IsOneHoweverItIsWritten) {
    for (const char* typed :
         {"1-800-662-4357", "800 662 4357", "(800) 662-4357", "+1 800.662.4357", "18006624357",
          "1-800-662-HELP", "1-800-662-HELP (4357)", "1 800 662 help", "tel:+18006624357",
          "0111 800 662 4357", "1\u2011800\u2011662\u20114357", "  800\u00a0662\u00a04357 ",
          "800-662-4357 ext. 12", "800-662-4357 x12", "800-662-4357,,12#", "+1(800)6624357;ext=12",
          "800-662-4357 extensión 12", "1/800/662/4357"}) {
        EXPECT_EQ(key(typed), "+18006624357") << typed;
    }
}

TEST(PhoneNumber, FollowsTheDiallingOfItsCountry) {
    EXPECT_EQ(key("0300 123 6600", "GB"), "+443001236600");
    EXPECT_EQ(key("00 44 300 123 6600", "IE"), "+443001236600");
    EXPECT_EQ(key("1800 459 459", "IE"), "+3531800459459");
    EXPECT_EQ(key("1800 250 015", "AU"), "+611800250015");
    EXPECT_EQ(key("0011 61 1800 250 015", "AU"), "+611800250015");
    EXPECT_EQ(key("0800 787 797", "NZ"), "+64800787797");
    EXPECT_EQ(key("800 911 2000", "MX"), "+528009112000");
    EXPECT_EQ(key("116 123", "GB"), "GB:116123");
    EXPECT_EQ(key("988"), "US:988");
    EXPECT_EQ(key("988, then press 1"), "US:988");
    EXPECT_EQ(key("HELP4U"), "US:435748");
    EXPECT_EQ(key("012", "ES"), "ES:012");
}

TEST(PhoneNumber, KeepsTheExtensionApart) {
    EXPECT_EQ(read_phone_number("+1 215 555 0100 ext 7", "US")->extension, "7");
    EXPECT_EQ(read_phone_number("+1 646 558 8656,,123456#", "US")->extension, "123456");
}

TEST(PhoneNumber, RefusesWhatIsNone) {
    for (const char* typed : {"", "   ", "7", "123-4567-89", "+1", "+0123456789",
                              "12345678901234567890", "a@b.org", "800-662-4357!", "\xff\xfe",
                              "2155550100215555010021555501002155550100215555010021555501"
                              "00"}) {
        EXPECT_EQ(key(typed), "refused: number") << typed;
    }
}

constexpr Date kSeen{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{21}};

const std::array kBook{
    ListedNumber{
        "The meeting", NumberKind::meeting, "+1 215 555 0100 ext 7", "US", "a feed", kSeen, {}},
    ListedNumber{
        "The line", NumberKind::helpline, "1-800-662-HELP (4357)", "US", "a page", kSeen, {}},
    ListedNumber{"Its house", NumberKind::place, "215.555.0100", "US", "a list", kSeen, {}},
    ListedNumber{"Samaritans", NumberKind::helpline, "116123", "GB", "a list", kSeen, {}},
    ListedNumber{"Australia’s", NumberKind::helpline, "1800250015", "AU", "a list", kSeen, {}},
    ListedNumber{"Somewhere", NumberKind::place, "555 0100", "", "a list", kSeen, {}},
};

std::vector<std::string> owners(std::string_view typed, std::string_view country = "US") {
    const std::array<std::string, 4> others{"US", "CA", "GB", "AU"};
    const auto wanted = WantedNumber::read(typed, country, others);
    std::vector<std::string> names;
    if (!wanted) return names;
    for (const auto& owner : owners_of(*wanted, kBook))
        names.push_back(owner.owner);
    return names;
}

using Names = std::vector<std::string>;

TEST(PhoneBook, NamesEveryOwnerInTheOrderOfTheKinds) {
    EXPECT_EQ(owners("(215) 555-0100"), (Names{"Its house", "The meeting"}));
    EXPECT_EQ(owners("+1 800 662 4357"), (Names{"The line"}));
}

TEST(PhoneBook, FindsANumberOfAnotherCountry) {
    EXPECT_EQ(owners("116 123"), (Names{"Samaritans"}));
    EXPECT_EQ(owners("1800 250 015"), (Names{"Australia’s"}));
    EXPECT_EQ(owners("+61 1800 250 015"), (Names{"Australia’s"}));
}

TEST(PhoneBook, NamesNobodyForANumberOnNoList) {
    EXPECT_EQ(owners("215-555-0101"), Names{});
    EXPECT_EQ(owners("+44 116123 99"), Names{});
    EXPECT_EQ(owners("5550100"), Names{}) << "a list that does not say its country";
}

TEST(PhoneBook, KnowsHowANumberBegins) {
    EXPECT_TRUE(WantedNumber::read("1-833-555-0100", "US")->begins_with("+1833"));
    EXPECT_FALSE(WantedNumber::read("1-800-833-0100", "US")->begins_with("+1833"));
}

}  // namespace
}  // namespace waymark::directory
