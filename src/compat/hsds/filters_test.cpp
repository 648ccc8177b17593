#include <gtest/gtest.h>

#include "compat/hsds/api_test.h"

namespace waymark::compat::hsds {
namespace {

constexpr std::string_view kFirstOrganization = "00000000-0000-4000-8000-0000000000a1";

// 1 is here and has all; 2 is here and has methadone; 3 is far away and serves
// the whole country; 4 is nowhere and serves New York State.
std::vector<directory::Facility> four() {
    auto one = door(1, "SA OTP BU MD");
    one.ids.organization = kFirstOrganization;
    one.place.point = GeoPoint{42.7284, -73.6918};
    auto two = door(2, "SA OTP");
    two.place.point = GeoPoint{42.75, -73.69};
    two.modified = testing::at("Fri 12:00");
    auto three = door(3, "SA BU MD");
    three.place = {.town = "Eugene", .state = "OR", .postcode = "97401"};
    three.place.point = GeoPoint{44.05, -123.09};
    three.areas_served = {"US"};
    auto four = door(4, "SA NMOA");
    four.has_place = false;
    four.place = {};
    four.areas_served = {"US-NY"};
    return {one, two, three, four};
}

std::string with(const Api& api, std::string_view code) {
    return "services?taxonomy_term_id=" + api.id_of("taxonomy_terms", code);
}

TEST(HsdsFilter, FindsByATermOfAList) {
    const Api api{four()};
    EXPECT_EQ(api.names(with(api, "MD")), "Door 1, Door 3");
    EXPECT_EQ(api.names(with(api, "OTP")), "Door 1, Door 2");
}

TEST(HsdsFilter, FindsByOurOwnWordWhichIsNeverADenial) {
    const Api api{four()};
    EXPECT_EQ(api.names(with(api, "medication:methadone")), "Door 1, Door 2");
    EXPECT_EQ(api.names(with(api, "medication:buprenorphine")), "Door 1, Door 3");
}

TEST(HsdsFilter, ACategoryStandsForAllItsTerms) {
    const Api api{four()};
    EXPECT_EQ(api.names(with(api, "medication")), "Door 1, Door 2, Door 3");
}

TEST(HsdsFilter, FindsByTaxonomyAndOrganization) {
    const Api api{four()};
    EXPECT_EQ(api.number("services?taxonomy_id=" + api.id_of("taxonomies", "samhsa-n-sumhss"),
                         "total_items"),
              4);
    EXPECT_EQ(api.names("services?organization_id=" + std::string{kFirstOrganization}), "Door 1");
    EXPECT_EQ(api.names("services?organization_id=00000000-0000-4000-8000-0000000000A1"), "Door 1");
    EXPECT_EQ(api.names("services?organization_id=99999999-0000-4000-8000-000000000000"), "");
}

TEST(HsdsFilter, FindsByWordsInAnyList) {
    const Api api{four()};
    EXPECT_EQ(api.names("services?search=eugene"), "Door 3");
    EXPECT_EQ(api.names("locations?search=eugene"), "Door 3");
    EXPECT_EQ(api.names("organizations?search=eugene"), "Door 3");
    EXPECT_EQ(api.number("service_at_locations?search=eugene", "total_items"), 1);
    EXPECT_EQ(api.names("services?search=no-such-word"), "");
}

TEST(HsdsFilter, FindsAroundAPointInMetres) {
    const Api api{four()};
    const std::string here = "services?latitude=42.7284&longitude=-73.6918&proximity=";
    EXPECT_EQ(api.names(here + "100"), "Door 1");
    EXPECT_EQ(api.names(here + "5000"), "Door 1, Door 2");
    EXPECT_EQ(api.names(here + "20000000"), "Door 1, Door 2, Door 3");
}

TEST(HsdsFilter, APostcodeWithADistanceIsTheMiddleOfACircle) {
    const Api api{four()};
    EXPECT_EQ(api.names("services?postcode=97401&proximity=20000"), "Door 3");
}

TEST(HsdsFilter, APostcodeAloneAsksWhoServesIt) {
    const Api api{four()};
    EXPECT_EQ(api.names("services?postcode=12180"), "Door 1, Door 2, Door 3, Door 4");
    EXPECT_EQ(api.names("services?postcode=10001"), "Door 3, Door 4");
    EXPECT_EQ(api.names("services?postcode=97401"), "Door 3");
}

TEST(HsdsFilter, FindsWhatChangedSinceATimeHoweverItIsWritten) {
    const Api api{four()};
    const auto friday = format_instant(testing::at("Fri 12:00"));
    EXPECT_EQ(api.names("services?modified_after=" + friday), "Door 2");
    EXPECT_EQ(api.names("services?modified_after=" + friday.substr(0, friday.size() - 1)),
              "Door 2");
    EXPECT_EQ(api.names("services?modified_after=" + friday.substr(0, 10)), "Door 2");
    EXPECT_EQ(api.number("services?modified_after=2000-01-01", "total_items"), 4);
}

TEST(HsdsFilter, EachNarrowsWhatTheOthersLeave) {
    const Api api{four()};
    const std::vector<std::string> filters{
        "taxonomy_term_id=" + api.id_of("taxonomy_terms", "MD"),
        "search=troy",
        "postcode=12180",
        "modified_after=2000-01-01",
        "latitude=42.7&longitude=-73.7&proximity=50000",
    };
    std::string target = "services?full=false";
    auto left = api.number(target, "total_items");
    for (const auto& filter : filters) {
        target += "&" + filter;
        const auto now = api.number(target, "total_items");
        EXPECT_LE(now, left) << filter;
        left = now;
    }
    EXPECT_EQ(api.names(target), "Door 1");
}

TEST(HsdsFilter, PassesOverParametersThatNobodyKnows) {
    const Api api{four()};
    EXPECT_EQ(api.number("services?colour=red&search=&page=", "total_items"), 4);
}

TEST(HsdsFilter, FindsTermsByTaxonomyParentAndTop) {
    const Api api{four()};
    const auto waymark = api.id_of("taxonomies", "waymark");
    const auto parent = api.id_of("taxonomy_terms", "medication");
    for (const auto& term : api.contents("taxonomy_terms?top_only=true&taxonomy_id=" + waymark)) {
        EXPECT_EQ(term.find("parent_id"), nullptr);
        EXPECT_EQ(term.text_or("taxonomy"), "waymark");
    }
    const auto below = api.contents("taxonomy_terms?parent_id=" + parent);
    EXPECT_EQ(below.size(), 5U);
    for (const auto& term : below)
        EXPECT_TRUE(term.text_or("code").starts_with("medication:"));
    EXPECT_EQ(api.number("taxonomy_terms?search=BUM", "total_items"), 1);
}

TEST(HsdsRefusal, NamesTheParameterInOneSentence) {
    const Api api{four()};
    for (const auto& [query, field] : std::vector<std::pair<std::string, std::string>>{
             {"page=0", "page"},
             {"page=two", "page"},
             {"per_page=501", "per_page"},
             {"per_page=-1", "per_page"},
             {"per_page=101&full=true", "per_page"},
             {"format=xml", "format"},
             {"full=perhaps", "full"},
             {"minimal=2", "minimal"},
             {"taxonomy_term_id=BU", "taxonomy_term_id"},
             {"taxonomy_id=samhsa", "taxonomy_id"},
             {"organization_id=7", "organization_id"},
             {"modified_after=yesterday", "modified_after"},
             {"postcode=nowhere", "postcode"},
             {"postcode=00000", "postcode"},
             {"proximity=100", "proximity"},
             {"proximity=far&postcode=12180", "proximity"},
             {"proximity=-5&postcode=12180", "proximity"},
             {"latitude=42", "longitude"},
             {"longitude=42", "latitude"},
             {"latitude=91&longitude=0&proximity=1", "latitude"},
             {"latitude=42&longitude=-73", "proximity"},
             {"search=" + std::string(201, 'a'), "search"},
         }) {
        const auto response = api.get("services?" + query);
        EXPECT_EQ(response.status, 400) << query;
        const auto said = json::parse(response.body).value();
        EXPECT_EQ(said.find("error")->text_or("field"), field) << query;
        EXPECT_TRUE(said.find("error")->text_or("message").ends_with('.')) << query;
        EXPECT_TRUE(response.is_open_to_other_origins);
    }
}

TEST(HsdsRefusal, OfAnIdThatNothingHasIsNotFound) {
    const Api api{four()};
    for (const auto* list : {"services", "organizations", "locations", "service_at_locations",
                             "taxonomies", "taxonomy_terms"}) {
        for (const auto* id : {"99999999-0000-4000-8000-000000000000", "x"})
            EXPECT_EQ(api.get(std::string{list} + "/" + id).status, 404) << list;
    }
}

TEST(HsdsPrivacy, ASearchIsKeptByNobodyAndAListByAnybody) {
    const Api api{four()};
    EXPECT_EQ(api.get("services").keep, http::Keep::revalidate);
    EXPECT_EQ(api.get("services?modified_after=2026-01-01").keep, http::Keep::revalidate);
    for (const auto* query : {"search=troy", "postcode=12180", "postcode=12180&proximity=9",
                              "latitude=1&longitude=1&proximity=1"})
        EXPECT_EQ(api.get(std::string{"services?"} + query).keep, http::Keep::never) << query;
}

}  // namespace
}  // namespace waymark::compat::hsds
