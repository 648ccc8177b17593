// One small record a rule. `{"slug":"a","name":"A", …}` is understood.

#include "exchange/meeting_guide.h"

#include <gmock/gmock.h>

#include "exchange/meeting_guide_record.h"
#include "json/parse.h"
#include "json/write.h"

namespace waymark::exchange {
namespace {

using directory::Feature;
using directory::FeatureSet;
using directory::Fellowship;
using directory::Meeting;
using directory::VenueKind;
using std::chrono::minutes;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

json::Value record(const std::string& members) {
    const auto base = std::string{R"({"slug":"a","name":"A")"};
    return *json::parse(base + (members.empty() ? "" : ",") + members + "}");
}

Defaults in_paris() {
    return {.fellowship = Fellowship::aa, .zone = *Zone::named("Europe/Paris")};
}

Meeting read(const std::string& members, const Defaults& defaults = in_paris()) {
    const auto meeting = read_meeting_guide(record(members), defaults);
    EXPECT_TRUE(meeting) << members << ": " << (meeting ? "" : meeting.error().message);
    return meeting ? *meeting : Meeting{};
}

std::string refused_field(const std::string& members, const Defaults& defaults = in_paris()) {
    const auto meeting = read_meeting_guide(record(members), defaults);
    return meeting ? "taken" : meeting.error().field;
}

std::string days(const std::string& day) {
    std::string text;
    const auto set = read(R"("day":)" + day + R"(,"time":"19:00")").schedule.days;
    for (unsigned i = 0; i < 7; ++i) {
        if (set.has(std::chrono::weekday{i})) text += std::to_string(i);
    }
    return text;
}

TEST(MeetingGuide, TakesADayAsNumberTextListOrName) {
    EXPECT_EQ(days("0"), "0");
    EXPECT_EQ(days(R"("6")"), "6");
    EXPECT_EQ(days("[1,3,5]"), "135");
    EXPECT_EQ(days(R"(["1","3"])"), "13");
    EXPECT_EQ(days(R"("Tuesday")"), "2");
}

TEST(MeetingGuide, TakesSevenForSundayAsIso8601Counts) {
    EXPECT_EQ(days("7"), "0");
}

TEST(MeetingGuide, TheEndOfADayIsTheStartOfTheNext) {
    const auto schedule = read(R"("day":[1,6],"time":"24:00")").schedule;
    EXPECT_EQ(schedule.start, minutes{0});
    EXPECT_TRUE(schedule.days.has(std::chrono::Tuesday));
    EXPECT_TRUE(schedule.days.has(std::chrono::Sunday));
    EXPECT_FALSE(schedule.days.has(std::chrono::Monday));
}

TEST(MeetingGuide, RefusesADayOrTimeThatCannotBe) {
    EXPECT_EQ(refused_field(R"("day":8,"time":"19:00")"), "day");
    EXPECT_EQ(refused_field(R"("day":-1,"time":"19:00")"), "day");
    EXPECT_EQ(refused_field(R"("day":"soon","time":"19:00")"), "day");
    EXPECT_EQ(refused_field(R"("day":1,"time":"25:00")"), "time");
    EXPECT_EQ(refused_field(R"("day":1,"time":"evening")"), "time");
}

TEST(MeetingGuide, RefusesWhatHasNoNameOrNoKey) {
    EXPECT_EQ(read_meeting_guide(*json::parse(R"({"name":"A"})"), in_paris()).error().field,
              "slug");
    EXPECT_EQ(
        read_meeting_guide(*json::parse(R"({"slug":"a","name":" "})"), in_paris()).error().field,
        "name");
    EXPECT_EQ(read_meeting_guide(json::Value{7}, in_paris()).error().field, "");
}

TEST(MeetingGuide, TakesTheIdWhereThereIsNoSlug) {
    EXPECT_EQ(
        read_meeting_guide(*json::parse(R"({"id":65301,"name":"A"})"), in_paris())->source_key,
        "65301");
    EXPECT_EQ(read_meeting_guide(*json::parse(R"({"_id":{"$oid":"6a19"},"name":"A"})"), in_paris())
                  ->source_key,
              "6a19");
}

std::optional<long> length(const std::string& members) {
    const auto found = read(R"("day":1,)" + members).schedule.length;
    if (!found) return std::nullopt;
    return found->count();
}

TEST(MeetingGuide, AnEndBeforeTheStartIsPastMidnight) {
    EXPECT_EQ(length(R"("time":"19:00","end_time":"20:30")"), 90);
    EXPECT_EQ(length(R"("time":"23:30","end_time":"00:30")"), 60);
    EXPECT_EQ(length(R"("time":"23:00","end_time":"24:00")"), 60);
    EXPECT_EQ(length(R"("time":"7:00 PM","end_time":"8:15pm")"), 75);
    EXPECT_EQ(length(R"("time":"19:00","duration":45)"), 45);
}

TEST(MeetingGuide, AMissingOrSenselessEndIsNotKnown) {
    EXPECT_EQ(length(R"("time":"19:00")"), std::nullopt);
    EXPECT_EQ(length(R"("time":"19:00","end_time":"")"), std::nullopt);
    EXPECT_EQ(length(R"("time":"19:00","end_time":"late")"), std::nullopt);
    EXPECT_EQ(length(R"("time":"19:00","end_time":"19:00")"), std::nullopt);
    EXPECT_EQ(length(R"("time":"19:00","duration":-5)"), std::nullopt);
}

TEST(MeetingGuide, WithoutDayOrTimeItIsByAppointment) {
    for (const auto* members :
         {"", R"("day":1)", R"("time":"19:00")", R"("day":null,"time":null)"}) {
        const auto meeting = read(members, {});  // And needs no zone.
        EXPECT_TRUE(meeting.schedule.days.empty());
        EXPECT_EQ(meeting.venue.usual, VenueKind::by_appointment);
    }
}

std::string zone_of(const std::string& members, const Defaults& defaults = {}) {
    return std::string{read(R"("day":1,"time":"19:00",)" + members, defaults).schedule.zone.name()};
}

TEST(MeetingGuide, FindsTheZoneInTheRowThenTheSourceThenTheMap) {
    const auto* berlin = R"("latitude":52.52,"longitude":13.405,"timezone":"Asia/Tokyo")";
    EXPECT_EQ(zone_of(berlin, in_paris()), "Asia/Tokyo");
    EXPECT_EQ(zone_of(R"("latitude":52.52,"longitude":13.405)", in_paris()), "Europe/Paris");
    EXPECT_EQ(zone_of(R"("latitude":"52.52","longitude":"13.405")"), "Europe/Berlin");
    EXPECT_EQ(zone_of(R"("city":"Denver","state":"CO")"), "America/Denver");
    EXPECT_EQ(zone_of(R"("timezone":"Mars/Base","city":"Denver","state":"CO")"), "America/Denver");
}

TEST(MeetingGuide, RefusesATimeWhoseZoneNothingTells) {
    EXPECT_EQ(refused_field(R"("day":1,"time":"19:00")", {}), "timezone");
    EXPECT_EQ(refused_field(R"("day":1,"time":"19:00","city":"Springfield")", {}), "timezone");
    EXPECT_EQ(
        refused_field(
            R"("day":1,"time":"19:00","formatted_address":"1 Main St, Anytown, OK 12345, USA")",
            {}),
        "timezone");
}

TEST(MeetingGuide, LeavesOutAPositionThatIsNotOnTheMap) {
    for (const auto* members : {R"("latitude":0,"longitude":0)", R"("latitude":91,"longitude":1)",
                                R"("latitude":33.5,"longitude":0.0)",
                                R"("latitude":"x","longitude":"y")", R"("coordinates":"95,200")"}) {
        Warnings warnings;
        auto defaults = in_paris();
        defaults.warnings = &warnings;
        EXPECT_EQ(read(members, defaults).place.point, std::nullopt) << members;
        EXPECT_THAT(warnings.counts(),
                    ElementsAre(Pair("A position that is not on the map was left out.", 1)));
    }
}

TEST(MeetingGuide, ReadsCoordinatesAndTheMiddleOfABox) {
    const auto door = read(R"("address":"1 Rue X","coordinates":"48.85,2.35")").place;
    EXPECT_EQ(door.point, (GeoPoint{48.85, 2.35}));
    EXPECT_FALSE(door.is_approximate);
    const auto box = read(R"("coordinates":"48,2,49,3")").place;
    EXPECT_EQ(box.point, (GeoPoint{48.5, 2.5}));
    EXPECT_TRUE(box.is_approximate);
}

TEST(MeetingGuide, PutsAPositionRightThatIsSwappedOrLacksItsSign) {
    const std::string denver = R"("address":"1 Main St","city":"Denver","state":"CO",)";
    for (const auto* numbers :
         {R"("latitude":39.74,"longitude":-104.99)", R"("latitude":39.74,"longitude":104.99)",
          R"("latitude":-39.74,"longitude":-104.99)"}) {
        const auto place = read(denver + numbers).place;
        EXPECT_EQ(place.point, (GeoPoint{39.74, -104.99})) << numbers;
        EXPECT_FALSE(place.is_approximate);
    }
    const auto swapped = read(R"("address":"1 Rue X","city":"Paris","country":"France",
                                 "latitude":2.35,"longitude":48.85)")
                             .place;
    EXPECT_EQ(swapped.point, (GeoPoint{48.85, 2.35}));
}

TEST(MeetingGuide, TakesTheTownsPositionOverOneFarFromIt) {
    Warnings warnings;
    auto defaults = in_paris();
    defaults.warnings = &warnings;
    const auto meeting = read(R"("day":1,"time":"19:00","address":"1 Main St","city":"Denver",
                                 "state":"CO","latitude":48.85,"longitude":2.35)",
                              defaults);
    EXPECT_NEAR(meeting.place.point->latitude, 39.7, 0.3);
    EXPECT_TRUE(meeting.place.is_approximate);
    EXPECT_EQ(meeting.venue.usual, VenueKind::in_person);  // Its street is still its street.
    EXPECT_THAT(warnings.counts(),
                ElementsAre(Pair("A position far from the town of its address was left out.", 1)));
}

TEST(MeetingGuide, GivesATownOnlyRowAnApproximatePoint) {
    const auto place = read(R"("city":"Denver","state":"CO","country":"USA")").place;
    ASSERT_TRUE(place.point);
    EXPECT_NEAR(place.point->latitude, 39.7, 0.3);
    EXPECT_TRUE(place.is_approximate);
}

VenueKind venue(const std::string& members) {
    return read(R"("day":1,"time":"19:00",)" + members).venue.usual;
}

TEST(MeetingGuide, IsInPersonOnlyWithAnExactPlace) {
    EXPECT_EQ(venue(R"("formatted_address":"12 Rue X, 75003 Paris, France")"),
              VenueKind::in_person);
    EXPECT_EQ(venue(R"("address":"6101 Ward Pkwy","city":"Kansas City")"), VenueKind::in_person);
    EXPECT_EQ(venue(R"("formatted_address":"Gilroy, CA 95020, USA")"), VenueKind::unknown);
    EXPECT_EQ(venue(R"("formatted_address":"1 A St, Gilroy, CA 95020, USA","approximate":"yes")"),
              VenueKind::unknown);
    EXPECT_EQ(venue(R"("city":"Gilroy","attendance_option":"in_person")"), VenueKind::unknown);
}

TEST(MeetingGuide, IsOnlineByAKnownProviderOrPhone) {
    EXPECT_EQ(venue(R"("conference_url":"https://us02web.zoom.us/j/1")"), VenueKind::online);
    EXPECT_EQ(venue(R"("conference_phone":"+16699006833,,1#")"), VenueKind::online);
    EXPECT_EQ(venue(R"("address":"1 A St","city":"B","conference_url":"https://zoom.us/j/1")"),
              VenueKind::hybrid);
    // A page beside a street address is no way in, unless the row says so.
    EXPECT_EQ(venue(R"("address":"1 A St","city":"B","conference_url":"https://example.org/na")"),
              VenueKind::in_person);
    EXPECT_EQ(
        venue(R"("address":"1 A St","conference_url":"https://example.org/na","types":["ONL"])"),
        VenueKind::hybrid);
    EXPECT_EQ(venue(R"("conference_url":"https://notzoom.us.example/j")"), VenueKind::online);
}

TEST(MeetingGuide, AClosedBuildingIsOnlineMeanwhileOrSuspended) {
    const std::string street = R"("address":"1 A St","city":"B","types":["TC"])";
    EXPECT_EQ(venue(street), VenueKind::suspended);
    EXPECT_EQ(venue(street + R"(,"conference_url":"https://zoom.us/j/1")"),
              VenueKind::temporarily_online);
    EXPECT_EQ(venue(R"("address":"1 A St","attendance_option":"inactive")"), VenueKind::suspended);
}

TEST(MeetingGuide, TakesAnAddressApart) {
    const auto place =
        read(R"("formatted_address":"Grace Church, 3149 Waverley St, Palo Alto, CA 94306, USA")")
            .place;
    EXPECT_EQ(place.address, "Grace Church, 3149 Waverley St, Palo Alto, CA 94306, USA");
    EXPECT_EQ(place.name, "Grace Church");
    EXPECT_EQ(place.street, "3149 Waverley St");
    EXPECT_EQ(place.town, "Palo Alto");
    EXPECT_EQ(place.state, "CA");
    EXPECT_EQ(place.postcode, "94306");
    EXPECT_EQ(place.country, "USA");
}

TEST(MeetingGuide, CleansHtmlOutOfText) {
    const auto meeting = read(R"("notes":"<p>Ring &amp; wait</p>","location":"St. Paul&#8217;s")");
    EXPECT_EQ(meeting.notes, "Ring & wait");
    EXPECT_EQ(meeting.place.name, "St. Paul’s");
}

TEST(MeetingGuide, ReadsTypesAsListOrTextByFellowship) {
    const auto meeting = read(R"("types":"O, S, POA")");
    EXPECT_EQ(meeting.features, (FeatureSet{Feature::open, Feature::proof_of_attendance}));
    EXPECT_THAT(meeting.languages, ElementsAre("es"));
    EXPECT_THAT(meeting.codes, ElementsAre("O", "S", "POA"));
    EXPECT_EQ(read(R"("types":["POA"])", {.fellowship = Fellowship::al_anon}).features,
              FeatureSet{Feature::parents});
    EXPECT_EQ(read(R"("types":"[closed]")").features, FeatureSet{Feature::closed});
}

TEST(MeetingGuide, ReadsWhenItWasUpdatedInSeveralForms) {
    const auto updated = [](const std::string& text) {
        const auto found = read(R"("updated":")" + text + "\"").freshness.updated;
        return found ? format_instant(*found) : "unknown";
    };
    EXPECT_EQ(updated("2021-05-26 19:03:46"), "2021-05-26T19:03:46Z");
    EXPECT_EQ(updated("2021-05-26T19:03:46+02:00"), "2021-05-26T17:03:46Z");
    EXPECT_EQ(updated("2021-05-26"), "2021-05-26T00:00:00Z");
    EXPECT_EQ(updated("5/26/2021"), "2021-05-26T00:00:00Z");
    EXPECT_EQ(updated("5/26/21 7:03 pm"), "2021-05-26T19:03:00Z");
    EXPECT_EQ(updated("26/5/2021"), "unknown");
    EXPECT_EQ(updated("yesterday"), "unknown");
}

TEST(MeetingGuide, ReadsRegionsFromGeneralToSpecific) {
    EXPECT_THAT(read(R"("region":"San Jose","sub_region":"South")").regions,
                ElementsAre("San Jose", "South"));
    EXPECT_THAT(read(R"("region":"x","regions":["County","Town","Quarter"])").regions,
                ElementsAre("County", "Town", "Quarter"));
}

TEST(MeetingGuide, KeepsWhoAnswersForItAndHowToGive) {
    const auto meeting = read(
        R"("contact_2_name":"K.","contact_2_phone":"202-555-0101","venmo":"@x","square":"$x",
           "entity":"Site","entity_website_url":"https://example.org","feedback_emails":"a@example.org")");
    EXPECT_THAT(meeting.contacts, ElementsAre(directory::Contact{"K.", "202-555-0101", ""}));
    EXPECT_EQ(meeting.contributions, (directory::Contributions{"@x", "", "$x"}));
    EXPECT_EQ(meeting.entity.url, "https://example.org");
    EXPECT_THAT(meeting.feedback_emails, ElementsAre("a@example.org"));
}

TEST(MeetingGuide, LeavesOutLinksThatAreNotSafeToFollow) {
    const auto meeting = read(R"("conference_url":"javascript:x","url":"www.example.org/a",
                                 "x":"javascript:y","feedback_url":"https://good@evil.example")");
    EXPECT_EQ(meeting.online.url, "");
    EXPECT_EQ(meeting.website, "https://www.example.org/a");
    EXPECT_EQ(meeting.feedback_url, "");
    const auto out = json::write(write_meeting_guide(meeting));
    EXPECT_EQ(out.find("javascript"), std::string::npos) << out;
}

TEST(MeetingGuide, MendsSlipsOfCopying) {
    EXPECT_EQ(read(R"("conference_url":" https://zoom.us/j/ 123 456")").online.url,
              "https://zoom.us/j/123456");
}

TEST(MeetingGuide, ReadsCentralQuerysMongoRecords) {
    const auto meeting = read(
        R"("day":7,"time":"16:30","duration":60,"timezone":"Europe/Paris","languages":["fr"],
           "types":["O"],"archived":true,"updatedAt":{"$date":"2023-06-18T02:35:07.791Z"})",
        {});
    EXPECT_THAT(meeting.languages, ElementsAre("fr"));
    EXPECT_EQ(meeting.schedule.length, minutes{60});
    EXPECT_FALSE(meeting.is_published);
    EXPECT_EQ(format_instant(*meeting.freshness.updated), "2023-06-18T02:35:07Z");
}

TEST(MeetingGuide, ComesBackByteForByteWhateverItHeld) {
    const auto original = record(
        R"("day":"1","time":"7:00","types":"O,X","postal_code":64113,"id":5,"odd":{"a":[1,2.5,null]},
           "notes":"<b>Hi</b>","latitude":null,"-":"x")");
    auto given = write_meeting_guide(*read_meeting_guide(original, in_paris()));
    for (const auto& [key, value] : *original.members()) {
        if (key == "-") continue;  // A name no feed uses: it is our own mark.
        ASSERT_NE(given.find(key), nullptr) << key;
        EXPECT_EQ(*given.find(key), value) << key;
    }
    EXPECT_EQ(given.members()->size(), original.members()->size() - 1);
}

}  // namespace
}  // namespace waymark::exchange
