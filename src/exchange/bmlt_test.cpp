#include "exchange/bmlt.h"

#include <gmock/gmock.h>

#include "exchange/bmlt_formats.h"
#include "json/parse.h"

namespace waymark::exchange {
namespace {

using directory::Feature;
using directory::FeatureSet;
using directory::Fellowship;
using directory::Meeting;
using directory::VenueKind;
using std::chrono::minutes;
using ::testing::ElementsAre;

json::Value row(const std::string& members) {
    return *json::parse(R"({"id_bigint":"7","meeting_name":"A","weekday_tinyint":"2",
        "start_time":"19:00:00","time_zone":"America/New_York")" +
                        std::string{members.empty() ? "" : ","} + members + "}");
}

Meeting read(const std::string& members, const Defaults& defaults = {}) {
    const auto meeting = read_bmlt(row(members), defaults);
    EXPECT_TRUE(meeting) << members << ": " << (meeting ? "" : meeting.error().message);
    return meeting ? *meeting : Meeting{};
}

std::string refused_field(const std::string& record) {
    const auto meeting = read_bmlt(*json::parse(record), {});
    return meeting ? "taken" : meeting.error().field;
}

TEST(Bmlt, ReadsARow) {
    const auto* members =
        R"("worldid_mixed":"G00015064","service_body_bigint":"1006","duration_time":"02:00:00",
           "service_body_name":"Brooklyn Area","location_text":"Housing Works",
           "location_street":"2640 Pitkin Ave","location_city_subsection":"Brooklyn",
           "location_province":"NY","latitude":"40.67","longitude":"-73.87",
           "location_info":"between Fountain and Crystal","comments":"No pets",
           "formats":"C,WC,ES")";
    const auto meeting = read(members, {.fellowship = Fellowship::na});
    EXPECT_EQ(meeting.source_key, "7");
    EXPECT_EQ(meeting.fellowship, Fellowship::na);
    EXPECT_EQ(meeting.world_id, "G00015064");
    EXPECT_EQ(meeting.service_body, "1006");
    EXPECT_THAT(meeting.regions, ElementsAre("Brooklyn Area"));
    EXPECT_TRUE(meeting.schedule.days.has(std::chrono::Monday));
    EXPECT_EQ(meeting.schedule.length, minutes{120});
    EXPECT_EQ(meeting.place.borough, "Brooklyn");
    EXPECT_EQ(meeting.place.notes, "between Fountain and Crystal");
    EXPECT_EQ(meeting.notes, "No pets");
    EXPECT_EQ(meeting.features, (FeatureSet{Feature::closed, Feature::wheelchair}));
    EXPECT_THAT(meeting.languages, ElementsAre("es"));
    EXPECT_EQ(meeting.venue.usual, VenueKind::in_person);
    EXPECT_TRUE(meeting.is_published);
}

TEST(Bmlt, TakesNumbersWhereTextIsUsual) {
    const auto meeting = read_bmlt(*json::parse(
                                       R"({"id_bigint":7,"meeting_name":"A","weekday_tinyint":7,
                                           "start_time":"19:00","venue_type":2,"published":0,
                                           "latitude":40.67,"longitude":-73.87})"),
                                   {});
    ASSERT_TRUE(meeting) << meeting.error().message;
    EXPECT_TRUE(meeting->schedule.days.has(std::chrono::Saturday));
    EXPECT_EQ(meeting->schedule.zone.name(), "America/New_York");
    EXPECT_EQ(meeting->venue.usual, VenueKind::online);
    EXPECT_FALSE(meeting->is_published);
}

TEST(Bmlt, NoLengthIsTheUsualOneAndADayLongMarathonIsKept) {
    EXPECT_EQ(read(R"("duration_time":"00:00:00")").schedule.length, std::nullopt);
    EXPECT_EQ(read(R"("duration_time":"")").schedule.length, std::nullopt);
    EXPECT_EQ(read(R"("duration_time":"24:00:00")").schedule.length, minutes{1440});
}

TEST(Bmlt, RefusesWhatCannotBeNamingTheField) {
    EXPECT_EQ(refused_field(R"({"meeting_name":"A"})"), "id_bigint");
    EXPECT_EQ(refused_field(R"({"id_bigint":"1","meeting_name":""})"), "meeting_name");
    EXPECT_EQ(refused_field(R"({"id_bigint":"1","meeting_name":"A","weekday_tinyint":"0"})"),
              "weekday_tinyint");
    EXPECT_EQ(
        refused_field(
            R"({"id_bigint":"1","meeting_name":"A","weekday_tinyint":"1","start_time":"7pm"})"),
        "start_time");
    EXPECT_EQ(
        refused_field(
            R"({"id_bigint":"1","meeting_name":"A","start_time":"19:00:00","duration_time":"long"})"),
        "duration_time");
    EXPECT_EQ(
        refused_field(R"({"id_bigint":"1","meeting_name":"A","formats":"O,ES","venue_type":"9"})"),
        "venue_type");
    EXPECT_EQ(
        refused_field(
            R"({"id_bigint":"1","meeting_name":"A","weekday_tinyint":"1","start_time":"19:00:00"})"),
        "timezone");
    EXPECT_EQ(refused_field("[]"), "");
}

VenueKind venue(const std::string& members) {
    return read(members).venue.usual;
}

TEST(Bmlt, TellsTheVenueFromItsTypeAndFormats) {
    const std::string door = R"("location_street":"1 A St","location_municipality":"B",)";
    const std::string link = R"("virtual_meeting_link":"https://zoom.us/j/1",)";
    EXPECT_EQ(venue(door + R"("venue_type":"1")"), VenueKind::in_person);
    EXPECT_EQ(venue(door + link + R"("venue_type":"2","formats":"VM")"), VenueKind::online);
    EXPECT_EQ(venue(door + link + R"("venue_type":"3","formats":"HY")"), VenueKind::hybrid);
    EXPECT_EQ(venue(door + link + R"("venue_type":"2","formats":"VM,TC")"),
              VenueKind::temporarily_online);
    EXPECT_EQ(venue(door + R"("venue_type":"1","formats":"TC")"), VenueKind::suspended);
    // Servers before venue types, by format and link alone.
    EXPECT_EQ(venue(door + R"("formats":"HY")"), VenueKind::hybrid);
    EXPECT_EQ(venue(door + link + R"("formats":"O")"), VenueKind::hybrid);
    EXPECT_EQ(venue(R"("formats":"VM")"), VenueKind::online);
    EXPECT_EQ(venue(R"("venue_type":"1")"), VenueKind::unknown);
}

TEST(Bmlt, ReadsFormatsByTheFeedsOwnList) {
    const auto formats =
        BmltFormats::of(*json::parse(R"([{"id":"88","key_string":"RST","world_id":"WCHR"}])"));
    EXPECT_EQ(read(R"("formats":"RST,D")", {.bmlt_formats = &formats}).features,
              (FeatureSet{Feature::wheelchair, Feature::discussion}));
    EXPECT_EQ(read(R"("format_shared_id_list":"88,17")", {.bmlt_formats = &formats}).features,
              (FeatureSet{Feature::wheelchair, Feature::open}));
}

TEST(Bmlt, ReadsTrainsAndBusesWithoutTheirPrompt) {
    EXPECT_EQ(read(R"("train_lines":"Train Lines#@-@#Take the 7","bus_lines":"B60")").place.transit,
              "Take the 7\nB60");
}

TEST(Bmlt, KeepsHiddenContactsApart) {
    EXPECT_THAT(
        read(R"("contact_name_1":"K.","contact_email_2":"a@example.org")").contacts,
        ElementsAre(directory::Contact{"K.", "", ""}, directory::Contact{"", "", "a@example.org"}));
}

TEST(Bmlt, GivesBackCustomFields) {
    const auto meeting = read(R"("parking":"Behind the church","format_shared_id_list":"17")");
    const auto given = write_bmlt(meeting);
    EXPECT_EQ(given.text_or("parking"), "Behind the church");
    EXPECT_EQ(given.find("lang_enum"), nullptr);  // It was not there.
}

TEST(Bmlt, WritesEveryFieldAsText) {
    Meeting meeting;
    meeting.source_key = "7";
    meeting.name = "A";
    meeting.place.point = GeoPoint{40.5, -73.25};
    const auto given = write_bmlt(meeting);
    for (const auto& [key, value] : *given.members())
        EXPECT_NE(value.string(), nullptr) << key;
    EXPECT_EQ(given.text_or("latitude"), "40.5");
    EXPECT_EQ(given.text_or("duration_time"), "00:00:00");
}

TEST(Bmlt, SplitsAMeetingOnSeveralDays) {
    Meeting meeting;
    meeting.source_key = "home";
    meeting.schedule.days.add(std::chrono::Wednesday);
    meeting.schedule.days.add(std::chrono::Sunday);
    const auto days = one_a_day(meeting);
    ASSERT_EQ(days.size(), 2u);
    EXPECT_EQ(write_bmlt(days[0]).text_or("weekday_tinyint"), "1");
    EXPECT_EQ(days[0].source_key, "home");
    EXPECT_EQ(write_bmlt(days[1]).text_or("weekday_tinyint"), "4");
    EXPECT_EQ(days[1].source_key, "home-3");
    EXPECT_EQ(one_a_day(Meeting{}).size(), 1u);
}

}  // namespace
}  // namespace waymark::exchange
