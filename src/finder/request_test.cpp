// The language of a search's options: what is typed, and what is asked.

#include "finder/request.h"

#include <gtest/gtest.h>

#include "finder/request_values.h"

namespace waymark::finder {
namespace {

using directory::Feature;
using directory::Fellowship;
using directory::VenueKind;
using std::chrono::hours;
using std::chrono::minutes;
using Attitude = directory::MedicationFact::Attitude;

Result<places::Answer> locate_anything(std::string_view text) {
    if (text == "Nowhere") return fail(ErrorKind::not_found, "This place is not known.");
    places::Answer answer;
    answer.best = {.name = std::string{text}, .country = "US", .point = {39.95, -75.19}};
    return answer;
}

ParsedRequest parsed(const Options& options) {
    auto request = parse_request(options, locate_anything);
    EXPECT_TRUE(request) << request.error().field << ": " << request.error().message;
    return request.value_or(ParsedRequest{});
}

SearchRequest asked(const std::string& name, const std::string& value) {
    return parsed({{name, value}}).request;
}

Error refused(const std::string& name, const std::string& value) {
    const auto request = parse_request({{name, value}}, locate_anything);
    return request ? Error{} : request.error();
}

TEST(Request, AsksForEverythingWhenNothingIsSaid) {
    const auto request = parsed({}).request;
    EXPECT_EQ(request.near, std::nullopt);
    EXPECT_EQ(request.sort, Sort::best);
    EXPECT_EQ(request.limit, 20u);
}

TEST(Request, TakesAnEmptyValueAsAbsent) {
    const auto request =
        parsed({{"near", ""}, {"radius", " "}, {"weekday", ""}, {"limit", ""}, {"now", ""}});
    EXPECT_EQ(request.request.near, std::nullopt);
    EXPECT_EQ(request.place, std::nullopt);
}

TEST(Request, FindsThePlaceAndKeepsWhatItWasTakenFor) {
    const auto request = parsed({{"near", " 19104 "}});
    EXPECT_EQ(request.request.near, (GeoPoint{39.95, -75.19}));
    EXPECT_EQ(request.place->best.name, "19104");
    EXPECT_EQ(refused("near", "Nowhere").field, "near");
    EXPECT_EQ(refused("near", "Nowhere").kind, ErrorKind::not_found);
}

TEST(Request, ReadsDistances) {
    EXPECT_EQ(asked("radius", "10mi").radius, miles(10));
    EXPECT_EQ(asked("radius", "10").radius, miles(10));
    EXPECT_EQ(asked("radius", "15 KM").radius, Kilometers{15});
    EXPECT_EQ(asked("radius", "2.5 miles").radius, miles(2.5));
    for (const auto text : {"far", "10m", "-5mi", "mi", "10 mi mi", "1e3", "10,5km"}) {
        EXPECT_EQ(refused("radius", text).field, "radius") << text;
    }
}

TEST(Request, ReadsSpans) {
    EXPECT_EQ(asked("within", "24h").within, hours{24});
    EXPECT_EQ(asked("within", "24").within, hours{24});
    EXPECT_EQ(asked("within", "90m").within, minutes{90});
    EXPECT_EQ(asked("within", "1.5h").within, minutes{90});
    EXPECT_EQ(asked("within", "7d").within, hours{7 * 24});
    for (const auto text : {"soon", "-1h", "367d", "24w", "h", "1e9"}) {
        EXPECT_EQ(refused("within", text).field, "within") << text;
    }
}

TEST(Request, ReadsWeekdays) {
    EXPECT_EQ(asked("weekday", "mon,tue").weekdays.bits(), 0b0000110u);
    EXPECT_EQ(asked("weekday", "Sunday, SAT").weekdays.bits(), 0b1000001u);
    EXPECT_EQ(asked("weekday", "0,6").weekdays.bits(), 0b1000001u);
    EXPECT_EQ(asked("weekday", "thurs,,").weekdays.bits(), 0b0010000u);
    for (const auto text : {"mo", "today", "7", "monk", "-1"}) {
        EXPECT_EQ(refused("weekday", text).field, "weekday") << text;
    }
}

TEST(Request, ReadsTimesOfDay) {
    EXPECT_EQ(asked("after", "17:00").after, hours{17});
    EXPECT_EQ(asked("after", "7pm").after, hours{19});
    EXPECT_EQ(asked("before", "7:30 PM").before, minutes{19 * 60 + 30});
    EXPECT_EQ(asked("before", "12am").before, minutes{0});
    EXPECT_EQ(asked("before", "12pm").before, hours{12});
    EXPECT_EQ(asked("before", "24:00").before, hours{24});
    for (const auto text : {"17", "13pm", "0am", "7:70pm", "evening", "25:00", "pm"}) {
        EXPECT_EQ(refused("after", text).field, "after") << text;
        EXPECT_EQ(refused("before", text).field, "before") << text;
    }
}

TEST(Request, ReadsBoxes) {
    const auto box = asked("box", "-17.5, 179, -16, -179").box;
    ASSERT_TRUE(box);
    EXPECT_EQ(box->south, -17.5);
    EXPECT_EQ(box->east, -179);
    for (const auto text : {"1,2,3", "1,2,3,4,5", "2,0,1,0", "a,b,c,d", "0,0,0,200"}) {
        EXPECT_EQ(refused("box", text).field, "box") << text;
    }
}

TEST(Request, ReadsCodes) {
    EXPECT_EQ(asked("fellowship", "na,HA,smart").fellowships,
              (std::vector{Fellowship::na, Fellowship::ha, Fellowship::smart}));
    EXPECT_EQ(asked("venue", "in-person, in_person,online").venues,
              (std::vector{VenueKind::in_person, VenueKind::online}));
    EXPECT_EQ(asked("need", "wheelchair,sign-language").needs,
              (directory::FeatureSet{Feature::wheelchair, Feature::sign_language}));
    EXPECT_EQ(asked("for", "women,lgbtq").audience,
              (directory::FeatureSet{Feature::women, Feature::lgbtq}));
    EXPECT_EQ(asked("lang", "es,pt_BR").languages, (std::vector<std::string>{"es", "pt-br"}));
    EXPECT_EQ(asked("door", "Open").door, Feature::open);
    EXPECT_EQ(asked("medication", "welcomes").medication, Attitude::welcomes);
    EXPECT_EQ(asked("sort", "nearest").sort, Sort::nearest);
}

TEST(Request, AddsUpListsGivenTwiceAndTakesTheLastOfTheRest) {
    const auto request =
        parsed({{"venue", "online"}, {"venue", "hybrid"}, {"sort", "soonest"}, {"sort", "nearest"}})
            .request;
    EXPECT_EQ(request.venues, (std::vector{VenueKind::online, VenueKind::hybrid}));
    EXPECT_EQ(request.sort, Sort::nearest);
}

TEST(Request, CountsPagesFromOne) {
    EXPECT_EQ(parsed({{"page", "3"}, {"limit", "50"}}).request.offset, 100u);
    EXPECT_EQ(asked("offset", "7").offset, 7u);
    EXPECT_EQ(refused("page", "0").field, "page");
    EXPECT_EQ(refused("limit", "0").field, "limit");
    EXPECT_EQ(refused("limit", "1001").field, "limit");
    EXPECT_EQ(refused("offset", "-1").field, "offset");
}

TEST(Request, ReadsTheMomentToSearchAs) {
    const auto now = parsed({{"now", "2026-11-21T18:00:00-05:00"}}).now;
    EXPECT_EQ(format_instant(now.value()), "2026-11-21T23:00:00Z");
    EXPECT_EQ(refused("now", "tonight").field, "now");
}

TEST(Request, NamesAnOptionItDoesNotKnow) {
    const auto error = refused("colour", "blue");
    EXPECT_EQ(error.field, "colour");
    EXPECT_EQ(error.kind, ErrorKind::invalid_input);
}

// The sentences list what is allowed: they must keep up with the tables.
TEST(Request, SaysEveryCodeThatIsAllowed) {
    const auto programmes = refused("fellowship", "xx").message;
    for (const auto& info : directory::fellowships()) {
        EXPECT_NE(programmes.find(info.code), std::string::npos) << info.code;
    }
    const auto needs = refused("need", "xx").message;
    const auto audiences = refused("for", "xx").message;
    for (const auto& info : directory::features()) {
        if (info.kind == directory::FeatureKind::need) {
            EXPECT_NE(needs.find(info.code), std::string::npos) << info.code;
        } else if (info.kind == directory::FeatureKind::audience) {
            EXPECT_NE(audiences.find(info.code), std::string::npos) << info.code;
        }
    }
    const auto venues = refused("venue", "xx").message;
    for (int kind = 0; kind <= static_cast<int>(VenueKind::unknown); ++kind) {
        const auto code = directory::code_of(static_cast<VenueKind>(kind));
        EXPECT_NE(venues.find(code), std::string::npos) << code;
    }
}

}  // namespace
}  // namespace waymark::finder
