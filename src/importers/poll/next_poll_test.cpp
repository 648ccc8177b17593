#include "importers/poll/next_poll.h"

#include <gtest/gtest.h>

namespace waymark::importers {
namespace {

using directory::Source;
using directory::Timetable;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const Instant kNow{parse_instant("2026-11-22T09:00:00Z").value()};

TEST(NextPoll, IsAsOftenAsAskedWhileTheSourceCanBeRead) {
    Timetable timetable{.every_minutes = 720, .failures = 4};
    note_success(timetable, kNow);
    EXPECT_EQ(timetable.failures, 0);
    EXPECT_EQ(timetable.next_at, kNow + hours{12});
    EXPECT_FALSE(is_due(timetable, kNow + hours{12} - seconds{1}));
    EXPECT_TRUE(is_due(timetable, kNow + hours{12}));
}

TEST(NextPoll, IsNeverForOneThatIsReadByHandOrPaused) {
    EXPECT_FALSE(is_due({.every_minutes = 0}, kNow));
    EXPECT_FALSE(is_due({.every_minutes = 60, .is_paused = true}, kNow));
    EXPECT_TRUE(is_due({.every_minutes = 60}, kNow)) << "one that was never read is read at once";
    Timetable by_hand{};
    Random random{1};
    note_failure(by_hand, kNow, {}, random);
    EXPECT_FALSE(by_hand.next_at.has_value());
}

TEST(NextPoll, BacksOffFromFifteenMinutesToADay) {
    Timetable timetable{.every_minutes = 720};
    Random random{7};
    for (const minutes usual : {minutes{15}, minutes{30}, minutes{60}, minutes{120}, minutes{240},
                                minutes{480}, minutes{960}, minutes{1440}, minutes{1440}}) {
        note_failure(timetable, kNow, {}, random);
        const seconds wait = *timetable.next_at - kNow;
        EXPECT_GE(wait, seconds{usual} * 9 / 10);
        EXPECT_LE(wait, std::min<seconds>(seconds{usual} * 11 / 10 + seconds{1}, hours{24}));
    }
    timetable.failures = 1'000'000;
    note_failure(timetable, kNow, {}, random);
    EXPECT_LE(*timetable.next_at, kNow + hours{24});
    note_success(timetable, kNow);
    note_failure(timetable, kNow, {}, random);
    EXPECT_LE(*timetable.next_at, kNow + minutes{17}) << "a good reading begins it anew";
}

TEST(NextPoll, SpreadsThoseThatFailTogether) {
    std::set<Instant> times;
    Random random{3};
    for (int source = 0; source < 20; ++source) {
        Timetable timetable{.every_minutes = 720, .failures = 3};
        note_failure(timetable, kNow, {}, random);
        times.insert(*timetable.next_at);
    }
    EXPECT_GT(times.size(), 15u);
}

TEST(NextPoll, WaitsAsLongAsABusyServerAsksButADayAtMost) {
    Random random{1};
    Timetable timetable{.every_minutes = 720};
    note_failure(timetable, kNow, hours{5}, random);
    EXPECT_EQ(timetable.next_at, kNow + hours{5});
    note_failure(timetable, kNow, hours{24 * 365}, random);
    EXPECT_EQ(timetable.next_at, kNow + hours{24});
}

TEST(NextPoll, BecomesAnAlarmAfterThreeDays) {
    Source source{};
    EXPECT_FALSE(is_alarming(source, kNow));
    source.failing_since = kNow;
    EXPECT_FALSE(is_alarming(source, kNow + hours{72} - seconds{1}));
    EXPECT_TRUE(is_alarming(source, kNow + hours{72}));
}

}  // namespace
}  // namespace waymark::importers
