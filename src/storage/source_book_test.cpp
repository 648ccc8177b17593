// The book of a source, on both databases: what became of its readings, how its
// meetings were, what waits for a person, when it is read next.

#include "storage/book_contract.h"
#include "storage/failure.h"

namespace waymark::storage {
namespace {

using directory::Decision;
using directory::HeldRow;
using directory::Reading;
using directory::ReadingNote;
using directory::Timetable;

class SourceBookContract : public BookContract {
  protected:
    // "12 b Dawn 2": the day, the key and name before, the reading; newest first.
    std::string earlier() {
        std::string list;
        store().each_earlier_meeting([&](const directory::EarlierMeeting& meeting) {
            if (!list.empty()) list += "; ";
            const auto days = meeting.at.time_since_epoch() / std::chrono::hours{24};
            list += std::to_string(days) + " #" + std::to_string(meeting.id.value) + " ";
            list +=
                meeting.before ? meeting.before->source_key + " " + meeting.before->name : "new";
            list += " by " + std::to_string(meeting.reading);
        });
        return list;
    }
};
WAYMARK_ON_BOTH_DATABASES(SourceBookContract);

TEST_P(SourceBookContract, LogsEachReadingWithItsCounts) {
    read(1, {{"a", "Hope"}, {"b", "Dawn"}, {"place-x", "Hill"}});
    read(2, {{"a", "Hope"}, {"b", "New Dawn"}, {"c", "Noon"}});
    EXPECT_EQ(log(), "2 published +1 ~1 -1; 1 published +3 ~0 -0 <");
}

TEST_P(SourceBookContract, KeepsAllThatIsKnownOfAReading) {
    const ReadingNote note{.decision = Decision::approved,
                           .rows = 7,
                           .refused = 2,
                           .alarms = {"mass-removal", "new-host"},
                           .decided_by = "host"};
    read(3, {{"a", "Hope"}}, note);
    const std::vector<Reading> expected{{.source = nyc(),
                                         .number = 1,
                                         .at = noon_of(3),
                                         .sha256 = "of day 3",
                                         .added = 1,
                                         .note = note}};
    EXPECT_EQ(book().readings(nyc()), expected);
    EXPECT_TRUE(book().readings({}).empty());
}

TEST_P(SourceBookContract, LogsNothingWhenTheSameCopyIsReadAgain) {
    const Feed feed{{"a", "Hope"}};
    const auto read_same = [&](std::int64_t day, const ReadingNote& note) {
        auto update = store().update(source(day, "same"));
        put(*update, feed.front());
        update->commit(source(day, "same"), note);
    };
    read_same(1, {.rows = 1});
    read_same(2, {.rows = 1});
    EXPECT_EQ(log(), "1 published +1 ~0 -0");
    EXPECT_EQ(store().source("nyc")->fetched_at, noon_of(2)) << "it was read, though";
    read_same(3, {.rows = 2, .refused = 1});
    EXPECT_EQ(log(), "2 published +0 ~0 -0; 1 published +1 ~0 -0") << "another note is news";
}

TEST_P(SourceBookContract, LogsAReadingThatFoundNoChangeInANewCopy) {
    read(1, {{"a", "Hope"}});
    read(2, {{"a", "Hope"}});
    EXPECT_EQ(log(), "2 published +0 ~0 -0; 1 published +1 ~0 -0") << "1 is how it still is";
}

TEST_P(SourceBookContract, LogsWhatWasHeldOrRejectedAmongTheRest) {
    read(1, {{"a", "Hope"}});
    const Reading held{.source = nyc(),
                       .at = noon_of(2),
                       .sha256 = "x",
                       .removed = 1,
                       .note = {.decision = Decision::held, .alarms = {"mass-removal"}}};
    EXPECT_EQ(book().log(held), 2);
    read(3, {{"a", "Hope"}, {"b", "Dawn"}});
    EXPECT_EQ(log(), "3 published +1 ~0 -0; 2 held +0 ~0 -1; 1 published +1 ~0 -0 <");
    EXPECT_EQ(book().readings(nyc())[1].note, held.note);
    EXPECT_EQ(listings(), "1 a Hope; 2 b Dawn");
}

TEST_P(SourceBookContract, ForgetsReadingsBeyondTheLastHundredUnlessOneCanGoBackToThem) {
    read(1, {{"a", "Hope"}});
    read(2, {{"a", "Dawn"}});
    read(3, {{"a", "Noon"}});
    for (std::int64_t day = 4; day <= 130; ++day)
        read(day, {{"a", "Noon"}});
    const auto readings = book().readings(nyc());
    ASSERT_EQ(readings.size(), directory::kReadingsKept + 3);
    EXPECT_EQ(readings[0].number, 130);
    EXPECT_EQ(readings[99].number, 31);
    EXPECT_EQ(readings[100].number, 3) << "how it is now";
    EXPECT_EQ(readings[101].number, 2);
    ASSERT_TRUE(go_back(1, 131));
    EXPECT_EQ(listings(), "1 a Hope");
}

TEST_P(SourceBookContract, LeavesTheRestWhenOneRowIsChanged) {
    read(1, {{"a", "Hope"}, {"b", "Dawn"}, {"place-x", "Hill"}});
    auto update = store().update(source(2));
    put(*update, {"b", "New Dawn"});
    update->keep_the_rest();
    EXPECT_EQ(update->commit(source(2)), 0);
    EXPECT_EQ(listings(), "1 a Hope; 2 b New Dawn; place 1 place-x Hill");
    EXPECT_EQ(log(), "2 published +0 ~1 -0; 1 published +3 ~0 -0 <");
}

TEST_P(SourceBookContract, TellsWhenAMeetingLastChanged) {
    read(1, {{"a", "Hope"}, {"b", "Dawn"}, {"c", "Draft", false}});
    read(2, {{"a", "Hope"}, {"b", "New Dawn"}, {"c", "Draft", false}});
    std::vector<std::optional<Instant>> modified;
    const auto take = [&](const directory::Meeting& meeting) {
        modified.push_back(meeting.modified);
    };
    store().each_meeting(take);
    store().each_unpublished(take);
    EXPECT_EQ(modified, (std::vector<std::optional<Instant>>{noon_of(1), noon_of(2), noon_of(1)}));
}

TEST_P(SourceBookContract, TellsWhichMeetingsAreGone) {
    read(1, {{"a", "Hope"}, {"b", "Dawn"}, {"c", "Draft", false}});
    read(2, {{"a", "Hope"}});
    using Gone = std::vector<directory::MeetingTombstone>;
    EXPECT_EQ(store().meeting_tombstones(),
              (Gone{{{2}, nyc(), noon_of(2)}, {{3}, nyc(), noon_of(2)}}));
    read(3, {{"a", "Hope"}, {"b", "Dawn"}});
    EXPECT_EQ(store().meeting_tombstones(), (Gone{{{3}, nyc(), noon_of(2)}})) << "2 is back";
}

TEST_P(SourceBookContract, TellsHowMeetingsWereBeforeEachReadingButTheFirst) {
    read(1, {{"a", "Hope"}, {"b", "Dawn"}, {"place-x", "Hill"}});
    EXPECT_EQ(earlier(), "");
    read(2, {{"a", "Hope"}, {"b", "New Dawn"}, {"c", "Noon"}, {"place-x", "Lake"}});
    read(3, {{"b", "New Dawn"}, {"c", "Noon"}, {"place-x", "Lake"}});
    read(4, {{"a", "Hope again"}, {"b", "New Dawn"}, {"c", "Noon"}, {"place-x", "Lake"}});
    EXPECT_EQ(earlier(), "4 #1 new by 4; 3 #1 a Hope by 3; 2 #2 b Dawn by 2; 2 #3 new by 2");

    store().each_earlier_meeting([&](const directory::EarlierMeeting& meeting) {
        EXPECT_EQ(meeting.source, nyc());
        if (!meeting.before) return;
        EXPECT_EQ(meeting.before->id, meeting.id);
        EXPECT_EQ(meeting.before->source, nyc());
    });
}

TEST_P(SourceBookContract, HoldsRowsUntilTheyAreReplaced) {
    read(1, {{"place-x", "Hill"}, {"place-y", "Lake"}});
    HeldRow hill{.proposed = {.id = {1}, .source = nyc(), .source_key = "place-x", .name = "Hull"},
                 .why = "contact-changed",
                 .since = noon_of(2)};
    hill.proposed.phones = {{.number = "518-555-0100"}};
    HeldRow lake{.proposed = {.id = {2}, .source = nyc(), .source_key = "Place", .name = "Lake"},
                 .why = "moved-far",
                 .since = noon_of(3)};
    book().save_held_rows(nyc(), {hill, lake});
    EXPECT_EQ(book().held_rows(nyc()), (std::vector{lake, hill})) << "by key, as bytes";
    EXPECT_EQ(listings(), "place 1 place-x Hill; place 2 place-y Lake");
    book().save_held_rows(nyc(), {hill});
    EXPECT_EQ(book().held_rows(nyc()), std::vector{hill});

    lake.proposed.name = "not UTF-8: \xff";
    EXPECT_THROW(book().save_held_rows(nyc(), {lake}), Failure);
    EXPECT_EQ(book().held_rows(nyc()), std::vector{hill}) << "as before";
    book().save_held_rows(nyc(), {});
    EXPECT_TRUE(book().held_rows(nyc()).empty());
}

TEST_P(SourceBookContract, KeepsATimetable) {
    read(1, {{"a", "Hope"}});
    EXPECT_EQ(book().timetable(nyc()), Timetable{.source = nyc()});
    EXPECT_TRUE(book().timetables().empty());
    Timetable timetable{.source = nyc(),
                        .every_minutes = 60,
                        .is_paused = true,
                        .failures = 3,
                        .next_at = noon_of(2),
                        .kind = "naloxone",
                        .map = "{\"name\":\"Title\"}"};
    book().save_timetable(timetable);
    EXPECT_EQ(book().timetable(nyc()), timetable);
    EXPECT_EQ(book().timetables(), std::vector{timetable});

    timetable = {.source = nyc()};
    book().save_timetable(timetable);
    EXPECT_EQ(book().timetable(nyc()), timetable);
    EXPECT_TRUE(book().timetables().empty()) << "only by hand";
}

TEST_P(SourceBookContract, GoesWithItsSource) {
    read(1, {{"a", "Hope"}, {"place-x", "Hill"}});
    read(2, {{"a", "Dawn"}, {"place-x", "Lake"}});
    const auto id = nyc();
    const HeldRow held{.proposed = {.id = {1}, .source_key = "place-x", .name = "Hull"}};
    book().save_held_rows(id, {held});
    book().save_timetable({.source = id, .every_minutes = 60});
    ASSERT_TRUE(store().remove_source("nyc"));
    EXPECT_TRUE(book().readings(id).empty());
    EXPECT_TRUE(book().held_rows(id).empty());
    EXPECT_TRUE(book().timetables().empty());
    EXPECT_EQ(earlier(), "");
    EXPECT_TRUE(store().meeting_tombstones().empty());

    // A poll or a decision that comes too late says nothing of nobody.
    EXPECT_EQ(book().log({.source = id}), 0);
    book().save_held_rows(id, {held});
    book().save_timetable({.source = id, .every_minutes = 60});
    EXPECT_TRUE(book().timetables().empty());
    EXPECT_TRUE(book().held_rows(id).empty());
}

TEST_P(SourceBookContract, ForgetsNothingOfItWhenOpenedAgain) {
    read(1, {{"a", "Hope"}});
    read(2, {{"a", "Dawn"}});
    const auto before = log();
    database_ = open();
    EXPECT_EQ(log(), before);
    ASSERT_TRUE(go_back(1, 3));
    EXPECT_EQ(listings(), "1 a Hope");
}

}  // namespace
}  // namespace waymark::storage
