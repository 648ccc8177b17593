// Going back to how the listings of a source were, on both databases.

#include <algorithm>
#include <atomic>
#include <map>
#include <thread>

#include "core/random.h"
#include "storage/book_contract.h"
#include "storage/failure.h"

namespace waymark::storage {
namespace {

using directory::Decision;

class GoingBackContract : public BookContract {
  protected:
    std::int64_t counted(const char* sql) {
        const auto connection = connect();
        Query query(*connection, sql);
        query.next();
        return query.integer(0);
    }
};
WAYMARK_ON_BOTH_DATABASES(GoingBackContract);

TEST_P(GoingBackContract, UndoesWhatALaterReadingAddedChangedAndRemoved) {
    read(1, {{"a", "Hope"}, {"b", "Dawn"}, {"place-x", "Hill"}, {"place-y", "Lake"}});
    const auto was = listings();
    read(2, {{"a", "Hacked"}, {"c", "Spam"}, {"place-x", "Hacked"}, {"place-z", "Spam"}});
    ASSERT_TRUE(go_back(1, 3));
    EXPECT_EQ(listings(), was);
    EXPECT_EQ(log(), "3 rolled-back +2 ~2 -2; 2 published +2 ~2 -2 <; 1 published +4 ~0 -0 <");
    EXPECT_EQ(store().meeting_count(nyc()), 2);
    EXPECT_EQ(store().facility_count(nyc()), 2);
}

TEST_P(GoingBackContract, GoesBackOverSeveralReadingsAtOnce) {
    read(1, {{"a", "One"}, {"b", "One"}});
    const auto was = listings();
    read(2, {{"a", "Two"}, {"b", "One"}, {"c", "Two"}});
    read(3, {{"a", "Three"}});
    read(4, {{"b", "Four"}, {"c", "Two"}});
    ASSERT_TRUE(go_back(1, 5));
    EXPECT_EQ(listings(), was);
}

TEST_P(GoingBackContract, CanBeUndoneItself) {
    read(1, {{"a", "Hope"}, {"b", "Dawn"}});
    read(2, {{"a", "Hope"}, {"c", "Noon"}});
    const auto newer = listings();
    ASSERT_TRUE(go_back(1, 3));
    ASSERT_TRUE(go_back(2, 4));
    EXPECT_EQ(listings(), newer);
    ASSERT_TRUE(go_back(3, 5));
    EXPECT_EQ(listings(), "1 a Hope; 2 b Dawn");
}

TEST_P(GoingBackContract, DatesWhatItChangesAndNothingElse) {
    read(1, {{"a", "Hope"}, {"b", "Dawn"}});
    read(2, {{"a", "Hope"}, {"b", "Hacked"}, {"c", "Spam"}});
    ASSERT_TRUE(go_back(1, 9));
    store().each_meeting([&](const directory::Meeting& meeting) {
        EXPECT_EQ(meeting.modified, noon_of(meeting.name == "Hope" ? 1 : 9)) << meeting.name;
    });
    EXPECT_EQ(store().meeting_tombstones(),
              (std::vector<directory::MeetingTombstone>{{{3}, nyc(), noon_of(9)}}));
}

TEST_P(GoingBackContract, TellsWhoWentBackAndHasTheSourceReadAnew) {
    read(1, {{"a", "Hope"}});
    read(2, {{"a", "Hacked"}});
    book().save_timetable({.source = nyc(), .every_minutes = 60, .next_at = noon_of(3)});
    ASSERT_TRUE(go_back(1, 3));
    const auto reading = book().readings(nyc()).front();
    EXPECT_EQ(reading.at, noon_of(3));
    EXPECT_EQ(reading.note.decision, Decision::rolled_back);
    EXPECT_EQ(reading.note.decided_by, "host");
    EXPECT_TRUE(book().timetable(nyc()).is_paused) << "or the next reading would undo it";
    EXPECT_EQ(book().timetable(nyc()).next_at, noon_of(3));

    const auto source = *store().source("nyc");
    EXPECT_EQ(source.sha256, "");
    EXPECT_EQ(source.etag, "");
    EXPECT_EQ(source.last_modified, "");
    EXPECT_EQ(source.fetched_at, noon_of(2)) << "that is when it was last read";
}

TEST_P(GoingBackContract, RaisesTheRevisionWhenASearchCanSeeIt) {
    read(1, {{"a", "Hope"}, {"b", "Draft", false}});
    read(2, {{"a", "Hope"}, {"b", "Better draft", false}});
    const auto revision = store().revision();
    ASSERT_TRUE(go_back(1, 3));
    EXPECT_EQ(store().revision(), revision) << "a draft";
    read(4, {{"a", "Hacked"}});
    ASSERT_TRUE(go_back(1, 5));
    EXPECT_EQ(store().revision(), revision + 2);
    EXPECT_EQ(listings(), "1 a Hope; 2 b Draft (draft)");
}

TEST_P(GoingBackContract, ReachesTheLastTenVersionsAndKeepsNoMore) {
    for (std::int64_t day = 1; day <= 15; ++day) {
        read(day, {{"a", "Day " + std::to_string(day)}});
        read(100 + day, {{"a", "Day " + std::to_string(day)}});  // No version of its own.
    }
    std::vector<std::int64_t> reachable;
    for (const auto& reading : book().readings(nyc())) {
        if (reading.can_go_back_here) reachable.push_back(reading.number);
    }
    EXPECT_EQ(reachable, (std::vector<std::int64_t>{27, 25, 23, 21, 19, 17, 15, 13, 11, 9}));
    EXPECT_EQ(counted("SELECT count(*) FROM listing_before"), 10);
    ASSERT_TRUE(go_back(9, 200));
    EXPECT_EQ(listings(), "1 a Day 5");
    EXPECT_EQ(counted("SELECT count(*) FROM listing_before"), 10);
}

TEST_P(GoingBackContract, RefusesWhatItCannotReach) {
    read(1, {{"a", "Day 1"}});
    const auto refuses = [&](std::int64_t number) {
        const auto went = go_back(number, 50);
        return !went && went.error().kind == ErrorKind::not_found &&
               went.error().message == "It is not possible to go back to that reading.";
    };
    EXPECT_TRUE(refuses(1)) << "it is there already";
    EXPECT_TRUE(refuses(0));
    EXPECT_TRUE(refuses(-1));
    EXPECT_TRUE(refuses(7));
    for (std::int64_t day = 2; day <= 13; ++day)
        read(day, {{"a", "Day " + std::to_string(day)}});
    const auto held = book().log({.source = nyc(), .note = {.decision = Decision::held}});
    const auto before = log();
    EXPECT_TRUE(refuses(1));
    EXPECT_TRUE(refuses(2)) << "an eleventh";
    EXPECT_TRUE(refuses(held));
    EXPECT_EQ(log(), before);
    EXPECT_EQ(listings(), "1 a Day 13");
    EXPECT_FALSE(book().roll_back({99}, 1, noon_of(50), "host"));
    EXPECT_TRUE(go_back(3, 50));
}

TEST_P(GoingBackContract, LeavesOtherSourcesAlone) {
    const directory::Source philly{.name = "philly", .format = "csv", .fetched_at = noon_of(1)};
    const auto read_philly = [&](const std::string& name) {
        auto update = store().update(philly);
        put(*update, {"a", name});
        update->commit(philly);
    };
    read(1, {{"a", "Hope"}});
    read_philly("Bell");
    read_philly("New Bell");
    read(2, {{"a", "Hacked"}});
    ASSERT_TRUE(go_back(1, 3));
    store().each_meeting_of(store().source("philly")->id, [](const directory::Meeting& meeting) {
        EXPECT_EQ(meeting.name, "New Bell");
    });
    EXPECT_EQ(listings(), "1 a Hope");
}

TEST_P(GoingBackContract, StopsAnUpdateThatBeganBefore) {
    read(1, {{"a", "Hope"}});
    read(2, {{"a", "Hacked"}});
    auto late = store().update(source(3));
    put(*late, {"a", "Hacked"});
    ASSERT_TRUE(go_back(1, 3));
    try {
        late->commit(source(3));
        FAIL() << "it would have logged a change that was none";
    } catch (const Failure& failure) {
        EXPECT_EQ(failure.kind(), FailureKind::overtaken);
    }
    EXPECT_EQ(listings(), "1 a Hope");
}

// A list that is read, edited, held and taken back at random for a long time:
// wherever the book says one can go, everything is as it was then.
TEST_P(GoingBackContract, GivesExactlyWhatWasThenWhateverHappenedSince) {
    Random random{20261122};
    const auto upto = [&](std::uint64_t count) { return random.below(count); };
    const std::vector<std::string> keys{"a", "b", "c", "d", "place-x", "place-y", "place-z"};
    const auto any_feed = [&] {
        Feed feed;
        for (const auto& key : keys) {
            if (upto(4) == 0) continue;
            feed.push_back({key, "Name " + std::to_string(upto(3)), upto(5) != 0});
        }
        return feed;
    };
    std::map<std::int64_t, std::string> were;
    read(1, any_feed());
    were[1] = listings();
    for (std::int64_t day = 2; day < 160; ++day) {
        const auto readings = book().readings(nyc());
        std::vector<std::int64_t> reachable;
        for (const auto& reading : readings) {
            if (reading.can_go_back_here) reachable.push_back(reading.number);
        }
        ASSERT_LE(reachable.size(), directory::kVersionsKept);
        const auto what = upto(10);
        if (what < 3 && !reachable.empty()) {
            const auto number = reachable[upto(reachable.size())];
            ASSERT_TRUE(go_back(number, day));
            ASSERT_EQ(listings(), were.at(number)) << "day " << day << ", to " << number;
        } else if (what == 3) {
            book().log({.source = nyc(), .changed = 1, .note = {.decision = Decision::held}});
        } else if (what == 4) {
            auto update = store().update(source(day));
            put(*update, {"b", "Edited " + std::to_string(day)});
            update->keep_the_rest();
            update->commit(source(day));
        } else {
            read(day, any_feed());
        }
        were[book().readings(nyc()).front().number] = listings();
    }
    EXPECT_GE(were.size(), 100u);
}

// A poll and a host at the same time: whoever reads meanwhile sees all of one
// version or all of another.
TEST_P(GoingBackContract, HappensWhollyOrNotAtAllBesidePolls) {
    constexpr int kMeetings = 100;
    const auto feed_of = [](int version) {
        Feed feed;
        for (int i = 0; i < kMeetings; ++i)
            feed.push_back({std::to_string(i), std::to_string(version)});
        return feed;
    };
    read(1, feed_of(1));
    read(2, feed_of(2));
    std::atomic<bool> is_done = false;
    std::thread poller([&] {
        for (int version = 3; version < 20; ++version) {
            try {
                read(version, feed_of(version));
            } catch (const Failure& failure) {
                EXPECT_EQ(failure.kind(), FailureKind::overtaken);
            }
        }
        is_done = true;
    });
    while (!is_done) {
        const auto readings = book().readings(nyc());
        const auto back = std::ranges::find(readings, true, &directory::Reading::can_go_back_here);
        if (back != readings.end()) std::ignore = go_back(back->number, 50);
        std::map<std::string, int> names;
        store().each_meeting([&](const directory::Meeting& meeting) { ++names[meeting.name]; });
        EXPECT_EQ(names.size(), 1u);
        EXPECT_EQ(names.begin()->second, kMeetings);
    }
    poller.join();
}

}  // namespace
}  // namespace waymark::storage
