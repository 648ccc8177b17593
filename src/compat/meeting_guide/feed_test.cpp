// The feed, told as a directory and what others read of it.

#include "compat/meeting_guide/feed.h"

#include <gmock/gmock.h>

#include "exchange/meeting_guide.h"
#include "json/parse.h"

namespace waymark::compat::meeting_guide {
namespace {

using directory::Feature;
using directory::Fellowship;
using directory::Meeting;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const Instant kNow = parse_instant("2026-11-21T12:00:00Z").value();

Meeting meeting(std::int64_t id, std::int64_t source, Fellowship fellowship) {
    Meeting m;
    m.id = {id};
    m.source = {source};
    m.source_key = "key" + std::to_string(id);
    m.name = "Noon " + std::to_string(id);
    m.fellowship = fellowship;
    m.schedule.days.add(std::chrono::Monday);
    m.schedule.start = std::chrono::hours{12};
    m.schedule.zone = Zone::named("America/New_York").value();
    m.venue.usual = directory::VenueKind::in_person;
    m.place.street = "1 Main St";
    m.place.point = GeoPoint{39.95, -75.16};
    m.regions = {"Philadelphia", "West"};
    m.features = {Feature::open, Feature::wheelchair};
    m.freshness.updated = parse_instant("2026-11-01T12:00:00Z").value();
    return m;
}

finder::SnapshotPtr directory_of(std::vector<Meeting> meetings) {
    return std::make_shared<finder::Snapshot>(
        std::move(meetings),
        std::vector<directory::Source>{{.id = {1}, .name = "nyc"},
                                       {.id = {2}, .name = "made up", .is_fictional = true},
                                       {.id = {3}, .name = "phila"}});
}

std::vector<std::string> slugs(const finder::Snapshot& snapshot, const http::Fields& query = {}) {
    const auto request = read_feed_request(query, snapshot);
    if (!request) return {request.error().message};
    std::vector<std::string> all;
    const auto feed = json::parse(write_feed(snapshot, *request, kNow)).value();
    for (const auto& record : *feed.items())
        all.push_back(*record.find("slug")->string());
    return all;
}

TEST(MeetingGuideFeed, SaysWhatOthersReadBack) {
    const auto snapshot = directory_of({meeting(5, 1, Fellowship::na)});
    const auto feed = json::parse(write_feed(*snapshot, {}, kNow)).value();
    const auto& record = feed.items()->front();
    EXPECT_EQ(*record.find("slug")->string(), "nyc-key5");
    EXPECT_EQ(*record.find("updated")->string(), "2026-11-01 12:00:00");
    EXPECT_EQ(*record.find("time")->string(), "12:00");
    const auto read = exchange::read_meeting_guide(record, {.fellowship = Fellowship::na});
    ASSERT_TRUE(read);
    EXPECT_EQ(read->schedule, snapshot->meetings()[0].schedule);
    EXPECT_EQ(read->features, snapshot->meetings()[0].features);
    EXPECT_EQ(read->regions, snapshot->meetings()[0].regions);
}

TEST(MeetingGuideFeed, GivesWhatIsAskedFor) {
    auto west = meeting(2, 3, Fellowship::ha);
    west.regions = {"Québec"};
    const auto snapshot =
        directory_of({meeting(1, 1, Fellowship::na), west, meeting(3, 2, Fellowship::na)});
    EXPECT_THAT(slugs(*snapshot), ElementsAre("nyc-key1", "phila-key2")) << "nothing made up";
    EXPECT_THAT(slugs(*snapshot, {{"fellowship", "ha"}}), ElementsAre("phila-key2"));
    EXPECT_THAT(slugs(*snapshot, {{"fellowship", "na, ha"}}),
                ElementsAre("nyc-key1", "phila-key2"));
    EXPECT_THAT(slugs(*snapshot, {{"source", "nyc"}}), ElementsAre("nyc-key1"));
    EXPECT_THAT(slugs(*snapshot, {{"region", "quebec"}}), ElementsAre("phila-key2"));
    EXPECT_THAT(slugs(*snapshot, {{"fellowship", "xx"}}),
                ElementsAre("There is no fellowship of that code."));
    EXPECT_THAT(slugs(*snapshot, {{"source", "xx"}}),
                ElementsAre("There is no source of that name."));
    EXPECT_THAT(slugs(*snapshot, {{"day", "1"}}),
                ElementsAre("A feed takes fellowship, source and region, and nothing else."));
}

TEST(MeetingGuideFeed, LeavesOutWhatTheFormatCannotTell) {
    auto monthly = meeting(1, 1, Fellowship::na);
    monthly.schedule.recurrence = {.kind = directory::Recurrence::Kind::nth_of_month, .n = 1};
    auto gone = meeting(2, 1, Fellowship::na);
    gone.venue.usual = directory::VenueKind::suspended;
    EXPECT_THAT(slugs(*directory_of({monthly, gone})), ElementsAre());
}

// The first record of a feed of that meeting alone.
json::Value only_record(const Meeting& meeting) {
    const auto feed = json::parse(write_feed(*directory_of({meeting}), {}, kNow)).value();
    return feed.items()->at(0);
}

TEST(MeetingGuideFeed, HasARowADay) {
    auto m = meeting(1, 1, Fellowship::na);
    m.schedule.days = directory::WeekdaySet::all();
    const auto snapshot = directory_of({m});
    EXPECT_THAT(slugs(*snapshot),
                ElementsAre("nyc-key1-0", "nyc-key1-1", "nyc-key1-2", "nyc-key1-3", "nyc-key1-4",
                            "nyc-key1-5", "nyc-key1-6"));
    const auto feed = json::parse(write_feed(*snapshot, {}, kNow)).value();
    for (std::int64_t day = 0; day < 7; ++day)
        EXPECT_EQ(*feed.items()->at(static_cast<std::size_t>(day)).find("day")->integer(), day);
}

TEST(MeetingGuideFeed, SaysWhenOurCopyChangedWhereTheSourceSaysNothing) {
    auto m = meeting(1, 1, Fellowship::na);
    m.freshness.updated.reset();
    m.modified = parse_instant("2026-11-02T10:00:00Z").value();
    EXPECT_EQ(only_record(m).text_or("updated"), "2026-11-02 10:00:00");
}

TEST(MeetingGuideFeed, LeadsNobodyToADoorThatIsNone) {
    auto m = meeting(1, 1, Fellowship::na);
    EXPECT_EQ(only_record(m).text_or("approximate"), "no");
    m.place.point.reset();
    EXPECT_EQ(only_record(m).text_or("approximate"), "no") << "its street is known";
    m.venue.usual = directory::VenueKind::online;
    EXPECT_EQ(only_record(m).text_or("approximate"), "yes");
    m.place = {};
    m.regions.clear();
    EXPECT_EQ(only_record(m).text_or("formatted_address"), "Online");
    m.regions = {"Ohio", "Dayton"};
    EXPECT_EQ(only_record(m).text_or("formatted_address"), "Dayton, Ohio");
}

TEST(MeetingGuideFeed, TellsInAnotherWayWhatReadersRefuse) {
    auto m = meeting(1, 1, Fellowship::na);
    m.online = {.url = "https://rooms.example/1", .phone = "Password: serenity"};
    m.notes = "Bring a book.";
    m.contributions = {.venmo = "group", .paypal = "a b", .square = "$group"};
    auto record = only_record(m);
    EXPECT_EQ(record.find("conference_url"), nullptr);
    EXPECT_EQ(record.text_or("url"), "https://rooms.example/1");
    EXPECT_EQ(record.find("conference_phone"), nullptr);
    EXPECT_EQ(record.text_or("notes"), "Bring a book.\nPassword: serenity");
    EXPECT_EQ(record.find("venmo"), nullptr);
    EXPECT_EQ(record.find("paypal"), nullptr);
    EXPECT_EQ(record.text_or("square"), "$group");
    m.website = "https://group.example";
    m.online = {.url = "https://rooms.example/1"};
    m.notes.clear();
    record = only_record(m);
    EXPECT_EQ(record.text_or("url"), "https://group.example");
    EXPECT_EQ(record.text_or("notes"), "https://rooms.example/1");
    m.online = {.url = "https://zoom.us/j/1", .phone = "+12025550100,,1#"};
    record = only_record(m);
    EXPECT_EQ(record.text_or("conference_url"), "https://zoom.us/j/1");
    EXPECT_EQ(record.text_or("conference_phone"), "+12025550100,,1#");
}

TEST(MeetingGuideFeed, HoldsAMeetingOfTwoListsOnce) {
    auto twin = meeting(2, 3, Fellowship::na);
    twin.name = meeting(1, 1, Fellowship::na).name;
    twin.regions = {"Elsewhere"};
    const auto snapshot = directory_of({meeting(1, 1, Fellowship::na), twin});
    ASSERT_EQ(snapshot->doubles().size(), 1U);
    EXPECT_EQ(slugs(*snapshot).size(), 1U);
    EXPECT_THAT(slugs(*snapshot, {{"source", "phila"}}), ElementsAre("phila-key2"));
    EXPECT_THAT(slugs(*snapshot, {{"region", "elsewhere"}}), ElementsAre("phila-key2"));
}

TEST(MeetingGuideFeed, KeepsPeoplesDetailsToItself) {
    auto m = meeting(1, 1, Fellowship::na);
    m.contacts = {{.name = "SomebodysName", .phone = "215-555-0177", .email = "x@mail.example"}};
    m.email = "group@mail.example";
    m.phone = "215-555-0178";
    m.feedback_emails = {"y@mail.example"};
    m.residue = {{"contact_1_name", "\"SomebodysName\""}, {"author", "\"Writer\""}};
    const auto text = write_feed(*directory_of({m}), {}, kNow);
    for (const auto* secret : {"SomebodysName", "mail.example", "555-01", "Writer"})
        EXPECT_THAT(text, Not(HasSubstr(secret)));
}

TEST(MeetingGuideFeed, HasSlugsThatEveryReaderTakes) {
    auto odd = meeting(1, 1, Fellowship::na);
    odd.source_key = "Straße/ü?";
    auto same = meeting(2, 1, Fellowship::na);
    same.source_key = std::string(80, 'a');
    const auto all = slugs(*directory_of({odd, same}));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_NE(all[0], all[1]);
    for (const auto& slug : all) {
        EXPECT_LE(slug.size(), 64U);
        EXPECT_THAT(slug, testing::MatchesRegex("[A-Za-z0-9._~-]+"));
    }
    EXPECT_EQ(all, slugs(*directory_of({odd, same}))) << "the same again";
}

}  // namespace
}  // namespace waymark::compat::meeting_guide
