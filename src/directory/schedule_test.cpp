// When meetings happen, as tables: the rule, the moment, and the start. Zones
// are those whose clocks are the strangest: half hours, half-hour changes,
// changes at midnight, no changes at all.

#include "directory/schedule.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>

#include "core/text.h"

namespace waymark::directory {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using Kind = Recurrence::Kind;

constexpr std::array<std::string_view, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

// "Tue,Thu 19:00".
Schedule weekly(std::string_view zone, std::string_view text) {
    Schedule schedule{.zone = Zone::named(zone).value()};
    const auto space = text.find(' ');
    for (const auto name : split(text.substr(0, space), ',')) {
        const auto day = std::ranges::find(kDays, name) - kDays.begin();
        schedule.days.add(std::chrono::weekday{static_cast<unsigned>(day)});
    }
    schedule.start = parse_time_of_day(text.substr(space + 1)).value();
    return schedule;
}

Instant instant(std::string_view text) {
    return parse_instant(text).value();
}
Date date(std::string_view text) {
    return parse_date(text).value();
}

// The next start as a wall clock in the zone shows it, with its offset.
std::string next(const Schedule& schedule, std::string_view not_before) {
    const auto found = next_occurrence(schedule, instant(not_before));
    if (!found) return "never";
    return format_instant(found->starts, schedule.zone.offset_at(found->starts));
}

TEST(Schedule, FindsTheNextDayOfTheWeek) {
    const auto evening = weekly("America/New_York", "Tue,Thu 19:00");
    EXPECT_EQ(next(evening, "2026-11-16T12:00:00-05:00"), "2026-11-17T19:00:00-05:00");
    EXPECT_EQ(next(evening, "2026-11-17T19:00:00-05:00"), "2026-11-17T19:00:00-05:00");
    EXPECT_EQ(next(evening, "2026-11-17T19:00:01-05:00"), "2026-11-19T19:00:00-05:00");
    EXPECT_EQ(next(evening, "2026-11-19T23:59:59-05:00"), "2026-11-24T19:00:00-05:00");
}

TEST(Schedule, KeepsToTheDaysAskedFor) {
    const auto evening = weekly("America/New_York", "Tue,Thu 19:00");
    WeekdaySet thursdays;
    thursdays.add(std::chrono::Thursday);
    const auto found = next_occurrence(evening, instant("2026-11-16T12:00:00Z"), thursdays);
    EXPECT_EQ(found->date, date("2026-11-19"));
    EXPECT_EQ(next_occurrence(evening, instant("2026-11-16T12:00:00Z"), WeekdaySet{}),
              std::nullopt);
}

TEST(Schedule, WithoutADayIsByAppointment) {
    EXPECT_EQ(next(Schedule{}, "2026-11-16T12:00:00Z"), "never");
}

TEST(Schedule, EndsAfterItsLengthPastMidnightToo) {
    auto late = weekly("Europe/London", "Fri 23:30");
    const auto ends = [&] {
        const auto found = next_occurrence(late, instant("2026-11-20T12:00:00Z"));
        return format_instant(found->ends);
    };
    EXPECT_EQ(ends(), "2026-11-21T00:30:00Z");  // An hour, when nobody says.
    late.length = minutes{150};
    EXPECT_EQ(ends(), "2026-11-21T02:00:00Z");
    late.length = hours{24};
    EXPECT_EQ(ends(), "2026-11-21T23:30:00Z");
}

TEST(Schedule, TakesTwentyFourHundredAsTheNextMidnight) {
    const auto midnight = weekly("Etc/UTC", "Fri 24:00");
    EXPECT_EQ(next(midnight, "2026-11-21T00:00:00Z"), "2026-11-21T00:00:00Z");
    EXPECT_EQ(next_occurrence(midnight, instant("2026-11-21T00:00:00Z"))->date, date("2026-11-20"));
}

struct ClockCase {
    const char* zone;
    const char* days_and_time;
    const char* not_before;
    const char* starts;
};

class ClocksThatChange : public ::testing::TestWithParam<ClockCase> {};

TEST_P(ClocksThatChange, StartWhenTheWallClockSaysSo) {
    const auto& param = GetParam();
    EXPECT_EQ(next(weekly(param.zone, param.days_and_time), param.not_before), param.starts);
}

INSTANTIATE_TEST_SUITE_P(NewYork, ClocksThatChange,
                         ::testing::Values(
                             // The same wall clock before and after the change.
                             ClockCase{"America/New_York", "Sat 19:00", "2026-03-07T00:00:00Z",
                                       "2026-03-07T19:00:00-05:00"},
                             ClockCase{"America/New_York", "Sun 19:00", "2026-03-07T00:00:00Z",
                                       "2026-03-08T19:00:00-04:00"},
                             ClockCase{"America/New_York", "Sun 19:00", "2026-10-31T12:00:00Z",
                                       "2026-11-01T19:00:00-05:00"},
                             // 02:30 is skipped: read with the offset before, it is 03:30.
                             ClockCase{"America/New_York", "Sun 02:30", "2026-03-07T12:00:00Z",
                                       "2026-03-08T03:30:00-04:00"},
                             ClockCase{"America/New_York", "Sun 02:30", "2026-03-08T07:29:59Z",
                                       "2026-03-08T03:30:00-04:00"},
                             ClockCase{"America/New_York", "Sun 02:30", "2026-03-08T07:30:01Z",
                                       "2026-03-15T02:30:00-04:00"},
                             // 01:30 comes twice: the first counts.
                             ClockCase{"America/New_York", "Sun 01:30", "2026-10-31T12:00:00Z",
                                       "2026-11-01T01:30:00-04:00"},
                             ClockCase{"America/New_York", "Sun 01:30", "2026-11-01T05:31:00Z",
                                       "2026-11-08T01:30:00-05:00"},
                             ClockCase{"America/New_York", "Sun 01:30", "2026-11-01T06:10:00Z",
                                       "2026-11-08T01:30:00-05:00"}));

INSTANTIATE_TEST_SUITE_P(
    London, ClocksThatChange,
    ::testing::Values(
        ClockCase{"Europe/London", "Sun 01:30", "2026-03-28T12:00:00Z",
                  "2026-03-29T02:30:00+01:00"},
        ClockCase{"Europe/London", "Sun 01:30", "2026-10-24T12:00:00Z",
                  "2026-10-25T01:30:00+01:00"},
        ClockCase{"Europe/London", "Sun 01:30", "2026-10-25T01:05:00Z", "2026-11-01T01:30:00Z"},
        ClockCase{"Europe/London", "Mon 09:00", "2026-10-25T12:00:00Z", "2026-10-26T09:00:00Z"}));

INSTANTIATE_TEST_SUITE_P(
    Sydney, ClocksThatChange,
    ::testing::Values(ClockCase{"Australia/Sydney", "Sun 02:30", "2026-10-03T00:00:00Z",
                                "2026-10-04T03:30:00+11:00"},
                      ClockCase{"Australia/Sydney", "Sun 02:30", "2026-04-04T00:00:00Z",
                                "2026-04-05T02:30:00+11:00"},
                      ClockCase{"Australia/Sydney", "Sun 02:30", "2026-04-04T15:31:00Z",
                                "2026-04-12T02:30:00+10:00"},
                      // It is Sunday there while it is Saturday in Greenwich.
                      ClockCase{"Australia/Sydney", "Sun 08:00", "2026-11-21T20:00:00Z",
                                "2026-11-22T08:00:00+11:00"}));

INSTANTIATE_TEST_SUITE_P(LordHowe, ClocksThatChange,
                         ::testing::Values(
                             // Clocks move by half an hour: 02:15 is skipped, 01:45 comes twice.
                             ClockCase{"Australia/Lord_Howe", "Sun 02:15", "2026-10-03T00:00:00Z",
                                       "2026-10-04T02:45:00+11:00"},
                             ClockCase{"Australia/Lord_Howe", "Sun 01:45", "2026-04-04T00:00:00Z",
                                       "2026-04-05T01:45:00+11:00"},
                             ClockCase{"Australia/Lord_Howe", "Sun 01:45", "2026-04-04T15:00:00Z",
                                       "2026-04-12T01:45:00+10:30"}));

INSTANTIATE_TEST_SUITE_P(
    NoChanges, ClocksThatChange,
    ::testing::Values(
        ClockCase{"Asia/Kolkata", "Sun 02:30", "2026-03-07T12:00:00Z", "2026-03-08T02:30:00+05:30"},
        ClockCase{"Asia/Kolkata", "Tue 19:00", "2026-11-17T13:29:59Z", "2026-11-17T19:00:00+05:30"},
        ClockCase{"America/Sao_Paulo", "Sun 00:30", "2026-10-31T12:00:00Z",
                  "2026-11-01T00:30:00-03:00"},
        // As long as Brazil changed clocks, it did so at midnight.
        ClockCase{"America/Sao_Paulo", "Sun 00:30", "2018-11-03T12:00:00Z",
                  "2018-11-04T01:30:00-02:00"},
        ClockCase{"America/Sao_Paulo", "Sat 23:30", "2019-02-16T12:00:00Z",
                  "2019-02-16T23:30:00-02:00"}));

TEST(Recurrence, EveryNWeeksCountsFromItsAnchorBothWays) {
    auto fortnightly = weekly("Europe/London", "Mon,Sun 19:00");
    fortnightly.recurrence = {.kind = Kind::every_n_weeks, .n = 2, .anchor = date("2026-11-18")};
    // Weeks begin on Monday.
    EXPECT_TRUE(meets_on(fortnightly, date("2026-11-16")));
    EXPECT_TRUE(meets_on(fortnightly, date("2026-11-22")));
    EXPECT_FALSE(meets_on(fortnightly, date("2026-11-23")));
    EXPECT_FALSE(meets_on(fortnightly, date("2026-11-15")));
    EXPECT_TRUE(meets_on(fortnightly, date("2026-11-30")));
    EXPECT_TRUE(meets_on(fortnightly, date("2026-11-02")));
    EXPECT_FALSE(meets_on(fortnightly, date("2026-11-18")));  // A Wednesday.
    EXPECT_EQ(next(fortnightly, "2026-11-23T00:00:00Z"), "2026-11-30T19:00:00Z");
}

TEST(Recurrence, NthWeekdayOfTheMonth) {
    auto monthly = weekly("America/New_York", "Sun 10:00");
    const auto meets = [&](int n, std::string_view day) {
        monthly.recurrence = {.kind = Kind::nth_of_month, .n = n};
        return meets_on(monthly, date(day));
    };
    EXPECT_TRUE(meets(1, "2026-11-01"));
    EXPECT_FALSE(meets(1, "2026-11-08"));
    EXPECT_TRUE(meets(2, "2026-11-08"));
    EXPECT_TRUE(meets(5, "2026-11-29"));
    EXPECT_FALSE(meets(5, "2026-12-27"));
    EXPECT_TRUE(meets(-1, "2026-11-29"));
    EXPECT_TRUE(meets(-1, "2026-12-27"));
    EXPECT_FALSE(meets(-1, "2026-11-22"));
    EXPECT_TRUE(meets(-1, "2028-02-27"));  // A leap year's February.
    monthly.recurrence = {.kind = Kind::nth_of_month, .n = 5};
    EXPECT_EQ(next(monthly, "2026-11-30T00:00:00Z"), "2027-01-31T10:00:00-05:00");
}

TEST(Recurrence, KeepsToItsSeasonAndStaysAwayOnClosedDays) {
    auto summer = weekly("Europe/London", "Sat 09:00");
    summer.recurrence.from = date("2026-05-02");
    summer.recurrence.until = date("2026-05-30");
    summer.recurrence.closed = {date("2026-05-09"), date("2026-05-16")};
    EXPECT_EQ(next(summer, "2026-01-01T00:00:00Z"), "2026-05-02T09:00:00+01:00");
    EXPECT_EQ(next(summer, "2026-05-03T00:00:00Z"), "2026-05-23T09:00:00+01:00");
    EXPECT_EQ(next(summer, "2026-05-30T00:00:00Z"), "2026-05-30T09:00:00+01:00");
    EXPECT_EQ(next(summer, "2026-05-31T00:00:00Z"), "never");
}

TEST(Recurrence, LooksAYearAndAMonthAhead) {
    auto once = weekly("Etc/UTC", "Sat 09:00");
    once.recurrence.from = date("2028-01-01");
    EXPECT_EQ(next(once, "2026-11-01T00:00:00Z"), "never");
    EXPECT_EQ(next(once, "2026-12-01T00:00:00Z"), "2028-01-01T09:00:00Z");
}

}  // namespace
}  // namespace waymark::directory
