// The JSON that other programs read: exact keys, nulls where nothing is known,
// and nothing that a group keeps to itself.

#include "finder/answer_json.h"

#include <gtest/gtest.h>

#include "json/parse.h"
#include "testing/town.h"

namespace waymark::finder {
namespace {

using directory::Feature;
using directory::Meeting;
using directory::VenueKind;
using testing::at;
using testing::Town;

const Town kTown{
    .map = "@ A",
    .starts = {{'A', "Tue 19:00"}, {'O', "Tue 20:00"}},
    .features = {{'A', {Feature::wheelchair, Feature::open}}},
    .venues = {{'O', VenueKind::online}},
    .also = {{'A',
              [](Meeting& meeting) {
                  meeting.name = "Hope \"at last\"";
                  meeting.schedule.length = std::chrono::minutes{90};
                  meeting.place.name = "Grace Church";
                  meeting.place.street = "12 Pine Street";
                  meeting.place.town = "Springfield";
                  meeting.languages = {"en", "es"};
                  meeting.freshness.updated = at("Mon 00:00");
                  meeting.contacts = {{"Robin Example", "555-0100", "robin@example.org"}};
                  meeting.feedback_emails = {"private@example.org"};
              }},
             {'O', [](Meeting& meeting) { meeting.online.url = "https://example.org/room"; }}},
    .online = "O",
};

json::Value answered(const ParsedRequest& asked, const char* now) {
    const auto snapshot = kTown.snapshot();
    const auto answer = search(*snapshot, asked.request, at(now)).value();
    const auto text = answer_json(*snapshot, asked, answer, at(now));
    for (const auto* secret : {"Robin", "555-0100", "robin@", "private@"}) {
        EXPECT_EQ(text.find(secret), std::string::npos) << secret;
    }
    return json::parse(text).value();
}

double number_of(const json::Value& value) {
    const auto* whole = value.integer();
    return whole != nullptr ? static_cast<double>(*whole) : *value.real();
}

std::string keys_of(const json::Value& value) {
    std::string keys;
    for (const auto& [key, member] : *value.members())
        keys += key + " ";
    return keys;
}

TEST(AnswerJson, TellsAMatchUnderItsAgreedKeys) {
    const auto answer =
        answered({.request = {.near = kTown.person(), .sort = Sort::soonest}}, "Tue 18:00");
    const auto& match = answer.find("matches")->items()->at(0);
    EXPECT_TRUE(keys_of(match).starts_with(
        "id source_id name fellowship venue weekday starts_at ends_at distance_km place why "
        "source updated "))
        << keys_of(match);
    EXPECT_EQ(*match.find("id")->integer(), 'A');
    EXPECT_EQ(match.text_or("source_id"), "A");
    EXPECT_EQ(match.text_or("name"), "Hope \"at last\"");
    EXPECT_EQ(match.text_or("fellowship"), "na");
    EXPECT_EQ(match.text_or("venue"), "in-person");
    EXPECT_EQ(match.text_or("weekday"), "tue");
    EXPECT_EQ(match.text_or("starts_at"), "2026-11-17T19:00:00-05:00");
    EXPECT_EQ(match.text_or("ends_at"), "2026-11-17T20:30:00-05:00");
    EXPECT_EQ(number_of(*match.find("distance_km")), 1.0);
    EXPECT_EQ(match.text_or("place"), "Grace Church, 12 Pine Street, Springfield");
    EXPECT_EQ(match.find("why")->items()->at(0), json::Value{"0.6 mi away"});
    EXPECT_EQ(match.text_or("source"), "town");
    EXPECT_EQ(match.text_or("updated"), "2026-11-16T05:00:00Z");
    EXPECT_EQ(match.text_or("timezone"), "America/New_York");
}

TEST(AnswerJson, GivesNullForWhatIsNotKnown) {
    const auto answer = answered({.request = {.venues = {VenueKind::online}}}, "Tue 18:00");
    const auto& match = answer.find("matches")->items()->at(0);
    for (const auto* key : {"distance_km", "place", "updated", "latitude", "phone"}) {
        EXPECT_TRUE(match.find(key)->is_null()) << key;
    }
    for (const auto* key : {"widened", "fallback", "place"}) {
        EXPECT_TRUE(answer.find(key)->is_null()) << key;
    }
}

TEST(AnswerJson, TellsTheAnswerUnderItsAgreedKeys) {
    const auto answer = answered({.request = {.venues = {VenueKind::online}}}, "Tue 18:00");
    EXPECT_EQ(
        keys_of(answer),
        "total old_hidden widened fallback covered not_covered facets place says now matches ");
    EXPECT_EQ(*answer.find("total")->integer(), 1);
    EXPECT_EQ(answer.find("covered")->items()->at(0), json::Value{"na"});
    EXPECT_EQ(*answer.find("facets")->find("weekday")->find("tue")->integer(), 1);
}

TEST(AnswerJson, TellsWhatWasGivenUp) {
    ParsedRequest asked{.request = {.near = kTown.person(), .radius = Kilometers{0.6}}};
    asked.place.emplace();
    asked.place->best = {.name = "Libreville", .country = "GA", .point = kTown.person()};
    const auto answer = answered(asked, "Tue 18:30");
    EXPECT_EQ(number_of(*answer.find("widened")->find("radius_km")), 1.2);
    EXPECT_EQ(number_of(*answer.find("widened")->find("nearest_km")), 1.0);
    EXPECT_TRUE(answer.find("widened")->find("within_minutes")->is_null());
    EXPECT_EQ(*answer.find("fallback")->find("starting_within_two_hours")->integer(), 1);
    EXPECT_EQ(answer.find("fallback")->find("online")->items()->size(), 1u);
    EXPECT_EQ(answer.find("place")->text_or("name"), "Libreville");
    EXPECT_EQ(answer.find("says")->items()->at(1),
              json::Value{"The nearest is 1 km away; 1 online starts within 2 hours."});
}

TEST(AnswerJson, TellsIdsForTiming) {
    const auto snapshot = kTown.snapshot();
    const auto answer = search(*snapshot, {.sort = Sort::soonest}, at("Tue 18:00")).value();
    EXPECT_EQ(answer_ids_json(answer, 12.345), R"({"total":2,"ids":[65,79],"microseconds":12.3})");
}

}  // namespace
}  // namespace waymark::finder
