#include "exchange/site_key.h"

#include <gtest/gtest.h>

#include "crypto/uuid.h"

namespace waymark::exchange {
namespace {

using directory::Facility;
using directory::Place;

std::string key(const char* name, const char* street, const char* zip = "22949") {
    return site_key(name,
                    Place{.street = street, .town = "Lovingston", .state = "VA", .postcode = zip});
}

TEST(SiteKey, IsTheSameHoweverTheAddressIsWritten) {
    const auto known = key("Region Ten", "71 Tan Bark Plaza");
    EXPECT_TRUE(crypto::is_uuid(known));
    EXPECT_EQ(key("REGION  TEN", "71 Tanbark Plz."), known);
    EXPECT_EQ(key("Region Ten", "71 Tan Bark Plaza", "22949-0012"), known);
    EXPECT_EQ(key("Café", "1 N. Main St"), key("Cafe", "1 North Main Street"));
}

TEST(SiteKey, TellsSitesApart) {
    const auto known = key("Region Ten", "71 Tan Bark Plaza");
    EXPECT_NE(key("Region Eleven", "71 Tan Bark Plaza"), known);
    EXPECT_NE(key("Region Ten", "72 Tan Bark Plaza"), known);
    EXPECT_NE(key("Region Ten", "71 Tan Bark Plaza", "22950"), known);
    // What ends one part must not begin the next.
    EXPECT_NE(key("Region Ten 7", "1 Tan Bark"), key("Region Ten", "71 Tan Bark"));
}

TEST(SiteKey, NeverHoldsASecretAddress) {
    Facility house{.name = "Safe House", .confidential = "shelter"};
    house.place = {.street = "9 Secret Lane", .town = "Staunton", .state = "VA"};
    auto moved = house;
    moved.place.street = "10 Other Lane";
    settle_ids(house, "ours");
    settle_ids(moved, "ours");
    EXPECT_EQ(house.source_key, moved.source_key);
    EXPECT_EQ(house.ids, moved.ids);
}

TEST(SiteKey, OrganizationsOfOneNameAndWebsiteAreOne) {
    const auto organization = [](const char* website, const char* phone) {
        Facility facility{.name = "Region Ten", .organization{.name = "Region Ten"}};
        facility.website = website;
        facility.phones.push_back({.number = phone});
        settle_ids(facility, "ours");
        return facility.ids.organization;
    };
    const auto known = organization("http://www.regionten.org", "434-972-1800");
    EXPECT_EQ(organization("https://regionten.org/fluvanna", "434-589-8276"), known);
    EXPECT_NE(organization("https://example.org", "434-972-1800"), known);
    EXPECT_EQ(organization("", "434-972-1800"), organization("", "(434) 972 1800"));
}

TEST(SiteKey, AListsOwnKeyIsUniqueWithinItsSourceOnly) {
    const auto service = [](const char* source) {
        Facility facility{.source_key = "17", .name = "Box"};
        settle_ids(facility, source);
        return facility.ids.service;
    };
    EXPECT_EQ(service("north"), service("north"));
    EXPECT_NE(service("north"), service("south"));
    EXPECT_EQ(lasting_id("2ED6657D-E927-568B-95E1-2665A8AEA6A2", "service", "north"),
              "2ed6657d-e927-568b-95e1-2665a8aea6a2");
    EXPECT_TRUE(crypto::is_uuid(lasting_id("17", "service", "north")));
    EXPECT_EQ(lasting_id("", "service", "north"), "");
}

}  // namespace
}  // namespace waymark::exchange
