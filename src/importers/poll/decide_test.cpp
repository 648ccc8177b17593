#include "importers/poll/decide.h"

#include <gmock/gmock.h>

#include "importers/poll/changes.h"
#include "importers/poll/polling_test.h"

namespace waymark::importers {
namespace {

using directory::Decision;
using std::chrono::hours;
using ::testing::ElementsAre;
using ::testing::SizeIs;

using Decide = Polling;

TEST_F(Decide, ApprovingPublishesTheCopyThatWaits) {
    add(feed(rows(60)));
    serves(feed(rows(20)));
    ASSERT_EQ(poll_later().outcome, Outcome::held);
    const auto read_at = clock_.now();
    EXPECT_EQ(waiting_of(source(), desk_).reading->number, 2);

    clock_.set(clock_.now() + hours{48});
    const auto approved = approve(source(), desk_);
    ASSERT_TRUE(approved.has_value()) << approved.error().message;
    EXPECT_EQ(approved->removed, 40);
    EXPECT_EQ(meetings(), 20);
    EXPECT_EQ(source().fetched_at, read_at) << "the listings are as old as the copy";
    EXPECT_TRUE(waiting_of(source(), desk_).empty());
    const auto newest = readings().front();
    EXPECT_EQ(newest.note.decision, Decision::approved);
    EXPECT_EQ(newest.note.decided_by, "host");
    EXPECT_EQ(newest.at, clock_.now());

    EXPECT_EQ(poll_later().outcome, Outcome::unchanged) << "it is the list now";
    EXPECT_FALSE(approve(source(), desk_).has_value());
}

TEST_F(Decide, RejectingKeepsTheCopyOutForGood) {
    add(feed(rows(60)));
    serves(feed(rows(20)));
    ASSERT_EQ(poll_later().outcome, Outcome::held);
    ASSERT_TRUE(reject(source(), desk_).has_value());
    EXPECT_TRUE(waiting_of(source(), desk_).empty());
    EXPECT_EQ(readings().front().note.decision, Decision::rejected);
    EXPECT_EQ(readings().front().note.decided_by, "host");
    EXPECT_FALSE(reject(source(), desk_).has_value());

    EXPECT_EQ(poll_later().outcome, Outcome::still_rejected);
    EXPECT_THAT(readings(), SizeIs(3));
    EXPECT_EQ(meetings(), 60);
    EXPECT_FALSE(source().failing_since.has_value());
    serves(feed(rows(61)));
    EXPECT_EQ(poll_later().outcome, Outcome::published);
}

TEST_F(Decide, IsAboutTheCopyThatCameLastWhenSeveralAreStrange) {
    add(feed(rows(60)));
    serves(feed(rows(20)));
    ASSERT_EQ(poll_later().outcome, Outcome::held);
    serves(feed(rows(30)));
    ASSERT_EQ(poll_later().outcome, Outcome::held);
    EXPECT_EQ(waiting_of(source(), desk_).reading->number, 3);
    serves(feed(rows(20)));
    ASSERT_EQ(poll_later().outcome, Outcome::still_held);
    EXPECT_EQ(waiting_of(source(), desk_).reading->number, 2);
    ASSERT_TRUE(approve(source(), desk_).has_value());
    EXPECT_EQ(meetings(), 20);
}

TEST_F(Decide, GoingBackPausesTheSourceUntilAPersonResumesIt) {
    add(feed(rows(3)), "ETag: \"v1\"\r\n");
    serves(feed(rows(4)), "ETag: \"v2\"\r\n");
    ASSERT_EQ(poll_later().outcome, Outcome::published);
    ASSERT_TRUE(go_back(source(), 1, desk_).has_value());
    EXPECT_EQ(meetings(), 3);
    EXPECT_TRUE(timetable().is_paused);
    EXPECT_EQ(source().etag, "");
    EXPECT_EQ(readings().front().note.decision, Decision::rolled_back);
    EXPECT_FALSE(go_back(source(), 99, desk_).has_value());

    EXPECT_EQ(poll_later().outcome, Outcome::published) << "whoever asks for it gets it again";
    EXPECT_EQ(meetings(), 4);
}

directory::Facility place(const std::string& key, const std::string& phone) {
    directory::Facility place{.source_key = key, .name = "Clinic " + key};
    place.phones.push_back({.number = phone});
    place.provenances.emplace_back();
    return place;
}

TEST_F(Decide, IsMadeOfOneRowWhileTheOthersWait) {
    directory::Source clinics{.name = "clinics"};
    {
        const auto update = data_.store().update(clinics);
        update->put(place("a", "215-555-0101"));
        update->put(place("b", "215-555-0102"));
        clinics.fetched_at = clock_.now();
        update->commit(clinics);
    }
    clinics = data_.store().source("clinics").value();
    std::vector<directory::HeldRow> held;
    data_.store().each_facility_of(clinics.id, [&](directory::Facility current) {
        current.phones[0].number = "900-555-0100";
        held.push_back({.proposed = current, .why = "contact-changed", .since = clock_.now()});
    });
    data_.book().save_held_rows(clinics.id, held);

    clock_.set(clock_.now() + hours{5});
    ASSERT_TRUE(approve_row(clinics, "b", desk_).has_value());
    std::vector<std::string> phones;
    data_.store().each_facility_of(clinics.id, [&](const directory::Facility& current) {
        phones.push_back(current.phones[0].number);
    });
    EXPECT_THAT(phones, ElementsAre("215-555-0101", "900-555-0100"));
    const auto waiting = waiting_of(clinics, desk_);
    ASSERT_THAT(waiting.rows, SizeIs(1));
    EXPECT_EQ(waiting.rows[0].proposed.source_key, "a");
    const auto newest = data_.book().readings(clinics.id).front();
    EXPECT_EQ(newest.note.decision, Decision::approved);
    EXPECT_EQ(newest.changed, 1);
    EXPECT_EQ(newest.at, clock_.now());
    EXPECT_EQ(data_.store().source("clinics")->fetched_at, clinics.fetched_at);
    EXPECT_FALSE(approve_row(clinics, "b", desk_).has_value());

    ASSERT_TRUE(reject_row(clinics, "a", desk_).has_value());
    EXPECT_TRUE(waiting_of(clinics, desk_).empty());
    EXPECT_EQ(data_.book().readings(clinics.id).front().note.decision, Decision::rejected);
    EXPECT_EQ(data_.store().source("clinics")->sha256, clinics.sha256);
    EXPECT_FALSE(reject_row(clinics, "a", desk_).has_value());
}

TEST_F(Decide, ShowsWhatACopyThatWaitsWouldChange) {
    add(feed(rows(60)));
    auto strange = rows(25);
    strange[0] = R"({"slug":"m1","name":"Meeting 1","day":2,"time":"20:30","types":["O"],
        "timezone":"America/New_York","latitude":39.91,"longitude":-75.16,
        "formatted_address":"1 Example Street, Philadelphia, PA 19107, USA",
        "conference_url":"https://zoom.us/j/9"})";
    strange[1] = row(99);
    serves(feed(strange));
    ASSERT_EQ(poll_later().outcome, Outcome::held);
    const auto changes = changes_waiting(source(), desk_).value();
    EXPECT_EQ(std::ranges::count(changes, RowChange::Kind::removed, &RowChange::kind), 36);
    const auto& first = changes.at(0);
    EXPECT_EQ(first.key, "m1");
    EXPECT_THAT(first.fields,
                ElementsAre(FieldChange{"day", "Mon", "Tue"}, FieldChange{"time", "19:11", "20:30"},
                            FieldChange{"links", "", "https://zoom.us/j/9"}));
    const auto added = std::ranges::find(changes, "m99", &RowChange::key);
    ASSERT_NE(added, changes.end());
    EXPECT_EQ(added->kind, RowChange::Kind::added);
    EXPECT_EQ(meetings(), 60) << "looking publishes nothing";
    EXPECT_THAT(readings(), SizeIs(2));
}

TEST_F(Decide, ShowsWhatAnEarlierReadingChanged) {
    add(feed(rows(5)));
    auto second = rows(5);
    second[1] = row(2, "Renamed");
    second.pop_back();
    serves(feed(second));
    ASSERT_EQ(poll_later().outcome, Outcome::published);
    second[1] = row(2, "Renamed again");
    second.push_back(row(6));
    serves(feed(second));
    ASSERT_EQ(poll_later().outcome, Outcome::published);

    const auto changes = changes_of_reading(source(), 2, desk_).value();
    ASSERT_THAT(changes, SizeIs(2));
    EXPECT_EQ(changes[0].key, "m2");
    EXPECT_THAT(changes[0].fields, ElementsAre(FieldChange{"name", "Meeting 2", "Renamed 2"}));
    EXPECT_EQ(changes[1].key, "m5");
    EXPECT_EQ(changes[1].kind, RowChange::Kind::removed);
    EXPECT_THAT(changes_of_reading(source(), 3, desk_).value(), SizeIs(2));
    EXPECT_FALSE(changes_of_reading(source(), 9, desk_).has_value());
}

}  // namespace
}  // namespace waymark::importers
