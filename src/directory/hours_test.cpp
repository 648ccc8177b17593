// Opening hours, told as a week in New York.

#include "directory/hours.h"

#include <gtest/gtest.h>

namespace waymark::directory {
namespace {

using std::chrono::hours;

Instant at(const char* text) {
    return parse_instant(text).value();
}

Hours weekdays_and_friday_night() {
    WeekdaySet weekdays, friday;
    for (unsigned day = 1; day <= 5; ++day)
        weekdays.add(std::chrono::weekday{day});
    friday.add(std::chrono::Friday);
    return {.spans = {{.days = weekdays, .opens = hours{9}, .closes = hours{17}},
                      {.days = friday, .opens = hours{17}, .closes = hours{2}}},
            .closed = {Date{std::chrono::year{2026} / 11 / 26}},
            .zone = Zone::named("America/New_York").value()};
}

TEST(Hours, AreOpenFromTheFirstMinuteToBeforeTheLast) {
    const auto week = weekdays_and_friday_night();
    EXPECT_EQ(is_open(week, at("2026-11-23T08:59:00-05:00")), false);
    EXPECT_EQ(is_open(week, at("2026-11-23T09:00:00-05:00")), true);
    EXPECT_EQ(is_open(week, at("2026-11-23T17:00:00-05:00")), false);
}

TEST(Hours, GoOnPastMidnightAndJoinWhatTouches) {
    const auto week = weekdays_and_friday_night();
    EXPECT_EQ(is_open(week, at("2026-11-28T01:59:00-05:00")), true);
    EXPECT_EQ(closes_at(week, at("2026-11-27T16:00:00-05:00")), at("2026-11-28T02:00:00-05:00"));
}

TEST(Hours, KeepTheDaysTheyAreClosed) {
    const auto week = weekdays_and_friday_night();
    EXPECT_EQ(is_open(week, at("2026-11-26T12:00:00-05:00")), false);
    EXPECT_EQ(next_opening(week, at("2026-11-25T18:00:00-05:00")), at("2026-11-27T09:00:00-05:00"));
}

TEST(Hours, ThatNobodyGaveAreUnknownNotClosed) {
    EXPECT_EQ(is_open(Hours{}, at("2026-11-23T12:00:00Z")), std::nullopt);
    auto without_zone = weekdays_and_friday_night();
    without_zone.zone.reset();
    EXPECT_EQ(is_open(without_zone, at("2026-11-23T12:00:00Z")), std::nullopt);
}

TEST(Hours, AreDayAndNightOnlyWhenNoMinuteIsLeftOut) {
    Hours always{
        .spans = {{.days = WeekdaySet::all(), .opens = {}, .closes = std::chrono::hours{24}}}};
    EXPECT_TRUE(is_open_day_and_night(always));
    always.closed = {Date{std::chrono::year{2026} / 12 / 25}};
    EXPECT_FALSE(is_open_day_and_night(always));
    EXPECT_FALSE(is_open_day_and_night(weekdays_and_friday_night()));
    EXPECT_FALSE(is_open_day_and_night({}));
}

TEST(Hours, FollowTheClocksWhenTheyChange) {
    const auto week = weekdays_and_friday_night();
    EXPECT_EQ(is_open(week, at("2026-03-06T14:00:00Z")), true);  // 9:00 EST
    EXPECT_EQ(is_open(week, at("2026-03-09T13:00:00Z")), true);  // 9:00 EDT
    EXPECT_EQ(is_open(week, at("2026-03-06T13:00:00Z")), false);
}

}  // namespace
}  // namespace waymark::directory
