#include "importers/poll/poll.h"

#include <gmock/gmock.h>

#include "importers/poll/next_poll.h"
#include "importers/poll/polling_test.h"

namespace waymark::importers {
namespace {

using directory::Decision;
using std::chrono::hours;
using std::chrono::minutes;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

using PollSource = Polling;

TEST_F(PollSource, AsksOnlyForWhatHasChanged) {
    add(feed(rows(3)), "ETag: \"v1\"\r\n");
    server_.set("/feed", status("304 Not Modified"));
    EXPECT_EQ(poll_later().outcome, Outcome::unchanged);
    EXPECT_THAT(server_.requests().back(), HasSubstr("\r\nIf-None-Match: \"v1\"\r\n"));
    EXPECT_EQ(source().fetched_at, clock_.now());
    EXPECT_EQ(source().etag, "\"v1\"");
    EXPECT_EQ(timetable().next_at, clock_.now() + hours{12});
    EXPECT_THAT(readings(), SizeIs(1));
}

TEST_F(PollSource, PublishesWhatIsNew) {
    add(feed(rows(3)), "ETag: \"v1\"\r\n");
    auto changed = rows(3);
    changed[1] = row(2, "Renamed");
    serves(feed(changed), "ETag: \"v2\"\r\n");
    const auto polled = poll_later();
    ASSERT_EQ(polled.outcome, Outcome::published);
    EXPECT_EQ(polled.report.changed, 1);
    EXPECT_EQ(source().etag, "\"v2\"");
    EXPECT_EQ(source().fetched_at, clock_.now());
    EXPECT_EQ(read_copy(data_.path(), "town", Copy::last_good), feed(changed));
    ASSERT_THAT(readings(), SizeIs(2));
    EXPECT_EQ(readings()[0].note.decision, Decision::published);
    EXPECT_EQ(readings()[0].changed, 1);
}

TEST_F(PollSource, TakesTheSameBytesForTheSameListWhateverTheServerSays) {
    add(feed(rows(3)));
    EXPECT_EQ(poll_later().outcome, Outcome::unchanged);
    EXPECT_EQ(source().fetched_at, clock_.now());
    EXPECT_THAT(readings(), SizeIs(1));
}

TEST_F(PollSource, KeepsTheListAndWaitsLongerEachTimeItCannotBeRead) {
    add(feed(rows(3)));
    const auto added_at = clock_.now();
    server_.set("/feed", status("500 Internal Server Error"));
    const auto polled = poll_later();
    ASSERT_EQ(polled.outcome, Outcome::failed);
    EXPECT_THAT(polled.error->message, HasSubstr("has a fault"));
    const auto failing_since = clock_.now();
    EXPECT_EQ(source().failing_since, failing_since);
    EXPECT_EQ(timetable().failures, 1);
    EXPECT_LE(*timetable().next_at, clock_.now() + minutes{17});

    poll_later(minutes{20});
    EXPECT_EQ(source().failing_since, failing_since) << "since the first of them";
    EXPECT_EQ(timetable().failures, 2);
    EXPECT_GE(*timetable().next_at, clock_.now() + minutes{27});
    EXPECT_EQ(source().fetched_at, added_at);
    EXPECT_EQ(meetings(), 3);
    EXPECT_FALSE(is_alarming(source(), failing_since + hours{71}));
    EXPECT_TRUE(is_alarming(source(), failing_since + hours{72}));

    serves(feed(rows(3)));
    EXPECT_EQ(poll_later(hours{1}).outcome, Outcome::unchanged);
    EXPECT_FALSE(source().failing_since.has_value());
    EXPECT_EQ(timetable().failures, 0);
    EXPECT_EQ(timetable().next_at, clock_.now() + hours{12});
}

TEST_F(PollSource, WaitsAsLongAsABusyServerAsks) {
    add(feed(rows(3)));
    server_.set("/feed", status("503 Service Unavailable", "Retry-After: 18000\r\n"));
    EXPECT_EQ(poll().outcome, Outcome::failed);
    EXPECT_EQ(timetable().next_at, clock_.now() + hours{5});
}

TEST_F(PollSource, LogsACopyThatCannotBeReadOnce) {
    add(feed(rows(3)));
    serves("[{\"slug\":");
    EXPECT_EQ(poll().outcome, Outcome::failed);
    EXPECT_EQ(poll_later(hours{1}).outcome, Outcome::failed);
    EXPECT_EQ(timetable().failures, 2);
    ASSERT_THAT(readings(), SizeIs(2));
    EXPECT_EQ(readings()[0].note.decision, Decision::rejected);
    EXPECT_THAT(readings()[0].note.alarms, ElementsAre("unreadable"));
    EXPECT_EQ(meetings(), 3);
}

TEST_F(PollSource, HoldsAStrangeCopyAndLogsItOnce) {
    add(feed(rows(60)), "ETag: \"v1\"\r\n");
    const auto added_at = clock_.now();
    serves(feed(rows(20)), "ETag: \"v2\"\r\n");
    const auto polled = poll_later();
    ASSERT_EQ(polled.outcome, Outcome::held);
    EXPECT_EQ(meetings(), 60);
    EXPECT_EQ(source().etag, "\"v1\"");
    EXPECT_EQ(source().fetched_at, added_at) << "the listings are no fresher for it";
    EXPECT_FALSE(source().failing_since.has_value());
    EXPECT_EQ(timetable().next_at, clock_.now() + hours{12});
    ASSERT_THAT(readings(), SizeIs(2));
    EXPECT_EQ(readings()[0].note.decision, Decision::held);
    EXPECT_THAT(readings()[0].note.alarms, Contains("mass-removal"));
    EXPECT_EQ(readings()[0].removed, 40);
    EXPECT_EQ(read_copy(data_.path(), "town", Copy::held), feed(rows(20)));

    EXPECT_EQ(poll_later().outcome, Outcome::still_held);
    EXPECT_THAT(readings(), SizeIs(2));
}

TEST_F(PollSource, ForgetsAHeldCopyOnceTheServerSendsAGoodOne) {
    add(feed(rows(60)), "ETag: \"v1\"\r\n");
    serves(feed(rows(20)));
    poll_later();
    server_.set("/feed", status("304 Not Modified"));
    EXPECT_EQ(poll_later().outcome, Outcome::unchanged);
    EXPECT_TRUE(waiting_of(source(), desk_).empty());

    serves(feed(rows(20)));
    EXPECT_EQ(poll_later().outcome, Outcome::still_held);
    EXPECT_FALSE(waiting_of(source(), desk_).empty()) << "it waits again, and can be approved";
    serves(feed(rows(61)));
    EXPECT_EQ(poll_later().outcome, Outcome::published);
    EXPECT_TRUE(waiting_of(source(), desk_).empty());
}

TEST_F(PollSource, LooksAnewAtACopyWhenAnotherWasPublishedMeanwhile) {
    add(feed(rows(60)));
    serves(feed(rows(20)));
    EXPECT_EQ(poll_later().outcome, Outcome::held);
    for (const int fewer : {55, 50, 45, 41, 37, 34, 31, 28, 26, 24, 22}) {
        serves(feed(rows(fewer)));
        ASSERT_EQ(poll_later().outcome, Outcome::published) << fewer;
    }
    serves(feed(rows(20)));
    EXPECT_EQ(poll_later().outcome, Outcome::published);
}

TEST_F(PollSource, KeepsTheTermsOfTheSource) {
    add(feed(rows(3)));
    auto told = source();
    told.license = "CC BY 4.0";
    told.may_republish = false;
    data_.store().save_source(told);
    serves(feed(rows(4)));
    EXPECT_EQ(poll_later().outcome, Outcome::published);
    EXPECT_EQ(source().license, "CC BY 4.0");
    EXPECT_FALSE(source().may_republish);
}

TEST_F(PollSource, CountsAPollThatEndedWithoutAWordAsFailed) {
    add(feed(rows(3)));
    note_lost_poll(source(), desk_);
    EXPECT_EQ(source().failing_since, clock_.now());
    EXPECT_EQ(timetable().failures, 1);
    EXPECT_FALSE(is_due(timetable(), clock_.now()));
}

constexpr auto kBmltMeeting = R"([{"id_bigint":"7","meeting_name":"A","weekday_tinyint":"2",
    "start_time":"19:00:00","time_zone":"America/New_York","formats":"QX"}])";
constexpr auto kFormats = R"([{"id":"90","lang":"en","key_string":"QX","name_string":"Quiet",
    "description_string":"","world_id":"WCHR","format_type_enum":"FC2"}])";
constexpr auto kBodies = R"json([{"id":"12","parent_id":"0","name":"Area","type":"AS",
    "url":"","helpline":"555-0100","world_id":"AR1","description":""}])json";

TEST_F(PollSource, BringsTheListsOfABmltServerAlong) {
    server_.set("/json/?switcher=GetSearchResults&services=12", ok(kBmltMeeting));
    server_.set("/json/?switcher=GetServiceBodies", ok(kBodies));
    server_.set("/json/?switcher=GetFormats", ok(kFormats));
    const auto read =
        read_by_hand(server_.origin() + "/json/?switcher=GetSearchResults&services=12",
                     {.format = "bmlt", .source = "town"}, desk_);
    ASSERT_TRUE(read.has_value()) << read.error().message;
    ASSERT_THAT(data_.store().lists(), SizeIs(1));
    EXPECT_EQ(data_.store().lists()[0].service_bodies.at(0).name, "Area");

    server_.set("/json/?switcher=GetServiceBodies", status("404 Not Found"));
    server_.set("/json/?switcher=GetFormats", ok("{\"this\":\"is no list\"}"));
    std::string later{kBmltMeeting};
    later.replace(later.find("\"A\""), 3, "\"B\"");
    server_.set("/json/?switcher=GetSearchResults&services=12", ok(later));
    EXPECT_EQ(poll_later().outcome, Outcome::published) << "without them the meetings still come";
    EXPECT_THAT(data_.store().lists(), SizeIs(1)) << "and those from before stay";
}

TEST_F(PollSource, ReadsAListAsItWasReadAtFirst) {
    const std::string table = "Titel,Tag,Zeit,Ort\nA,Monday,19:00,Philadelphia\n";
    const std::string map = R"({"columns":{"name":"Titel","day":"Tag","time":"Zeit","city":"Ort"},
        "constants":{"timezone":"America/New_York"}})";
    serves(table);
    const auto read = read_by_hand(url(), {.format = "csv", .source = "town", .map = map}, desk_);
    ASSERT_TRUE(read.has_value()) << read.error().message;
    EXPECT_EQ(read->refused, 0);
    serves(table + "B,Tuesday,20:00,Philadelphia\n");
    const auto polled = poll_later();
    ASSERT_EQ(polled.outcome, Outcome::published);
    EXPECT_EQ(polled.report.added, 1);
}

TEST_F(PollSource, ByHandOfAnotherAddressDoesNotBlameTheSource) {
    add(feed(rows(3)));
    const auto read =
        read_by_hand(server_.origin() + "/typo", {.format = "meeting-guide", .source = "town"},
                     {.store = data_.store(),
                      .book = data_.book(),
                      .data = data_.path(),
                      .clock = clock_,
                      .random = random_,
                      .rules = {.allow_loopback = false}});
    EXPECT_FALSE(read.has_value());
    EXPECT_FALSE(source().failing_since.has_value());
}

}  // namespace
}  // namespace waymark::importers
