#include <gtest/gtest.h>

#include <set>

#include "compat/hsds/api_test.h"

namespace waymark::compat::hsds {
namespace {

json::Value only(const Api& api, std::string_view list) {
    const auto all = api.contents(std::string{list}.append("?full=true"));
    EXPECT_EQ(all.size(), 1U);
    return all.front();
}

TEST(HsdsService, OfAConfidentialPlaceHasNoAddressAndNoPoint) {
    auto refuge = door(1);
    refuge.confidential = "shelter";
    refuge.place.street = "77 Quiet Mill Lane";
    refuge.place.point = GeoPoint{42.7111, -73.7222};
    refuge.description = "The house at 77 Quiet Mill Lane.";
    refuge.external_id = "key-of-the-house";
    const Api api{{refuge}};
    for (const auto* list : {"services", "organizations", "locations", "service_at_locations"}) {
        for (const auto* query : {"", "?full=true", "?full_service=true", "?format=ndjson"}) {
            const auto body = api.get(std::string{list} + query).body;
            for (const auto* secret : {"Quiet Mill", "42.7", "-73.7", "12180", "key-of-the-house"})
                EXPECT_EQ(body.find(secret), body.npos) << list << query;
        }
    }
    const auto location = only(api, "locations");
    EXPECT_EQ(location.find("addresses"), nullptr);
    EXPECT_EQ(location.text_or("description"), "The address is kept private, Troy, NY");
    EXPECT_TRUE(api.names("services?search=quiet+mill").empty());
}

TEST(HsdsService, IsAssuredOnlyWhenAPersonLooked) {
    auto seen = door(1);
    EXPECT_EQ(only(Api{{seen}}, "services").find("assured_date"), nullptr);
    seen.provenances.push_back({.record = "call",
                                .verified_on = parse_date("2026-11-02").value(),
                                .verified_by = "editor",
                                .method = "called",
                                .source = {2}});
    const auto service = only(Api{{seen}}, "services");
    EXPECT_EQ(service.text_or("assured_date"), "2026-11-02");
    const auto& last = service.find("metadata")->items()->back();
    EXPECT_EQ(last.text_or("last_action_type"), "verify");
    EXPECT_EQ(last.text_or("updated_by"), "editor");
    EXPECT_EQ(last.text_or("field_name"), "called");
}

TEST(HsdsService, TellsWhoSaidAFactThatIsNotOfTheFirstSource) {
    auto joined_site = door(1, "SA OP");
    joined_site.provenances.push_back({.record = "OTP", .source = {2}});
    joined_site.attributes.push_back(
        {.taxonomy = std::string{directory::kSamhsaTaxonomy}, .code = "OTP", .provenance = 1});
    const auto service = only(Api{{joined_site}}, "services");
    for (const auto& attribute : *service.find("attributes")->items()) {
        const auto code = attribute.find("taxonomy_term")->text_or("code");
        const auto* metadata = attribute.find("metadata");
        if (code == "SA" || code == "OP") {
            EXPECT_EQ(metadata, nullptr);
        }
        if (code != "OTP") continue;
        ASSERT_NE(metadata, nullptr);
        EXPECT_EQ(metadata->items()->front().text_or("updated_by"), "county");
    }
    EXPECT_EQ(service.find("metadata")->items()->front().text_or("updated_by"), "samhsa");
}

TEST(HsdsService, HasItsHoursAsRulesOnTheClockOfThePlace) {
    auto open = door(1);
    directory::OpenSpan week{.opens = std::chrono::hours{9}, .closes = std::chrono::hours{17}};
    week.days.add(std::chrono::Monday);
    week.days.add(std::chrono::Sunday);
    week.note = "Walk in";
    open.hours.spans = {week};
    open.hours.zone = Zone::named("America/New_York").value();
    open.hours.closed = {parse_date("2026-12-25").value(), parse_date("2027-01-01").value()};
    const auto service = only(Api{{open}}, "services");
    const auto& schedule = service.find("schedules")->items()->front();
    EXPECT_EQ(schedule.text_or("freq"), "WEEKLY");
    EXPECT_EQ(schedule.text_or("byday"), "MO,SU");
    EXPECT_EQ(schedule.text_or("opens_at"), "09:00");
    EXPECT_EQ(schedule.text_or("closes_at"), "17:00");
    EXPECT_EQ(schedule.text_or("timezone_name"), "America/New_York");
    EXPECT_EQ(schedule.text_or("notes"), "Walk in. Closed on 2026-12-25, 2027-01-01");
}

TEST(HsdsService, LeavesOutWhatBreaksTheFormatOfItsField) {
    auto odd = door(1);
    odd.website = "ask at the bar";
    odd.email = "nobody";
    odd.capacities = {{.unit = "beds", .available = 3}};  // Nobody knows how old.
    odd.phones = {{.number = "555", .extension = "7"}, {.number = "556", .extension = "7,8#"}};
    const auto service = only(Api{{odd}}, "services");
    for (const auto* key : {"url", "email", "capacities"})
        EXPECT_EQ(service.find(key), nullptr) << key;
    const auto& phones = *service.find("phones")->items();
    EXPECT_EQ(*phones[0].find("extension")->integer(), 7);
    EXPECT_EQ(phones[1].find("extension"), nullptr);
    EXPECT_EQ(phones[1].text_or("description"), "Extension 7,8#");
}

TEST(HsdsService, AtOnePlaceHasItsPhonesOnce) {
    auto place = door(1);
    place.phones = {{.number = "+1 518 555 0101"}};
    const auto body = Api{{place}}.get("services?full=true").body;
    EXPECT_EQ(body.find("518 555 0101"), body.rfind("518 555 0101"));
}

TEST(HsdsService, WithoutAPlaceIsAtAVirtualLocation) {
    auto mail = door(1);
    mail.has_place = false;
    mail.place = {};
    mail.areas_served = {"US-NY"};
    const auto at = only(Api{{mail}}, "service_at_locations");
    EXPECT_EQ(at.find("location")->text_or("location_type"), "virtual");
    EXPECT_EQ(at.find("location")->find("addresses"), nullptr);
    EXPECT_EQ(at.find("service_areas")->items()->front().text_or("extent"), "US-NY");
}

TEST(HsdsService, AtTwoPlacesIsOneService) {
    auto here = door(1), there = door(2, "SA MD");
    here.phones = {{.number = "555"}};
    there.phones = {{.number = "556"}};
    here.ids.service = there.ids.service = "00000000-0000-4000-8000-000000000001";
    const Api api{{here, there}};
    const auto service = only(api, "services");
    const auto& places = *service.find("service_at_locations")->items();
    ASSERT_EQ(places.size(), 2U);
    std::set<std::string_view> numbers;
    for (const auto& each : places)
        numbers.insert(each.find("phones")->items()->front().text_or("number"));
    EXPECT_EQ(numbers, (std::set<std::string_view>{"555", "556"}));
    EXPECT_EQ(api.number("service_at_locations", "total_items"), 2);
    int medicaid = 0, treatment = 0;
    for (const auto& attribute : *service.find("attributes")->items()) {
        medicaid += attribute.find("taxonomy_term")->text_or("code") == "MD";
        treatment += attribute.find("taxonomy_term")->text_or("code") == "SA";
    }
    EXPECT_EQ(medicaid, 1);
    EXPECT_EQ(treatment, 1);
}

TEST(HsdsService, OfANarcononCarriesTheWarning) {
    auto house = door(1);
    house.name = "Narconon Example";
    EXPECT_NE(only(Api{{house}}, "services").text_or("alert").find("no good evidence"),
              std::string_view::npos);
}

TEST(HsdsService, OfASampleSaysThatItIsFictional) {
    auto source = directory::Source{.id = {1}, .name = "sample", .is_fictional = true};
    const Api real{{door(1)}}, made_up{{door(1)}, {}, {source}};
    EXPECT_EQ(only(real, "services").find("alert"), nullptr);
    EXPECT_EQ(only(made_up, "services").text_or("alert"), "Fictional sample data");
}

TEST(HsdsTerms, Of211AreNeverPutOut) {
    auto place = door(1);
    place.attributes.push_back({.taxonomy = "211 HSIS", .code = "A-1", .label = "Licensed words"});
    place.attributes.push_back({.taxonomy = "local", .code = "RX-8250", .label = "More of them"});
    place.attributes.push_back({.taxonomy = "local", .code = "porch", .label = "Has a porch"});
    const Api api{{place}};
    for (const auto* target : {"services?full=true", "taxonomy_terms?per_page=500", "taxonomies"}) {
        const auto body = api.get(target).body;
        for (const auto* licensed : {"Licensed words", "RX-8250", "More of them", "HSIS"})
            EXPECT_EQ(body.find(licensed), body.npos) << target;
    }
    EXPECT_EQ(api.names("services?taxonomy_term_id=" + api.id_of("taxonomy_terms", "porch")),
              "Door 1");
}

TEST(HsdsRemoved, IsDefunctForWhoeverAsksWhatChanged) {
    directory::Tombstone gone{.id = {9}, .name = "Gone", .removed_at = testing::at("Wed 12:00")};
    gone.ids.service = "00000000-0000-4000-8000-000000000009";
    const Api api{{door(1)}, {gone}};
    EXPECT_EQ(api.names("services"), "Door 1");
    const auto since = "services?modified_after=" + format_instant(testing::at("Wed 00:00"));
    const auto changed = api.contents(since);
    ASSERT_EQ(changed.size(), 1U);
    EXPECT_EQ(changed.front().text_or("id"), gone.ids.service);
    EXPECT_EQ(changed.front().text_or("status"), "defunct");
    EXPECT_EQ(changed.front().text_or("last_modified"), format_instant(gone.removed_at));
    EXPECT_EQ(api.names(since + "&minimal=true"), "Gone");
    EXPECT_EQ(api.names(since + "&search=gone"), "");
    EXPECT_EQ(api.json("services/" + gone.ids.service).text_or("status"), "defunct");
    EXPECT_EQ(api.names("services?modified_after=" + format_instant(testing::at("Thu 00:00"))), "");
}

TEST(HsdsRemoved, IsNotSaidOfAServiceThatCameBack) {
    auto back = door(1);
    back.ids.service = "00000000-0000-4000-8000-000000000009";
    directory::Tombstone gone{.id = {9}, .name = "Gone", .removed_at = testing::at("Wed 12:00")};
    gone.ids.service = back.ids.service;
    const Api api{{back}, {gone}};
    EXPECT_EQ(api.names("services?modified_after=2000-01-01"), "Door 1");
    EXPECT_EQ(api.json("services/" + back.ids.service).text_or("status"), "active");
}

TEST(HsdsRoot, TellsTheVersionAndWhereItIsDescribed) {
    const Api api{{}};
    const auto root = api.json("");
    EXPECT_EQ(root.text_or("version"), "3.1");
    EXPECT_EQ(root.text_or("openapi_url"), "http://waymark.example/hsds/openapi.json");
    EXPECT_EQ(api.json("openapi.json").text_or("openapi"), "3.1.0");
}

}  // namespace
}  // namespace waymark::compat::hsds
