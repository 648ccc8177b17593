// Readings of wall clocks that the change of clocks makes doubtful.

#include "core/zone.h"

#include <gtest/gtest.h>

namespace waymark {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

Zone zone(std::string_view name) {
    return Zone::named(name).value();
}

// "2026-03-08 02:30" on that zone's clock, as UTC.
std::string utc(std::string_view name, std::string_view reading) {
    const auto date = parse_date(reading.substr(0, 10)).value();
    const auto time = parse_time_of_day(reading.substr(11)).value();
    return format_instant(zone(name).to_instant(std::chrono::local_days{date} + time));
}

TEST(Zone, IsKnownByItsIanaName) {
    EXPECT_EQ(zone("America/New_York").name(), "America/New_York");
    EXPECT_EQ(Zone{}.name(), "Etc/UTC");
    EXPECT_EQ(zone("Asia/Kolkata"), zone("Asia/Kolkata"));
    for (const auto name : {"", "Nowhere/Town", "../etc/passwd", "EST5EDT6"}) {
        const auto unknown = Zone::named(name);
        ASSERT_FALSE(unknown) << name;
        EXPECT_EQ(unknown.error().field, "timezone");
    }
}

TEST(Zone, ReadsPlainTimes) {
    EXPECT_EQ(utc("America/New_York", "2026-07-01 12:00"), "2026-07-01T16:00:00Z");
    EXPECT_EQ(utc("America/New_York", "2026-12-01 12:00"), "2026-12-01T17:00:00Z");
    EXPECT_EQ(utc("Asia/Kolkata", "2026-07-01 00:00"), "2026-06-30T18:30:00Z");
    EXPECT_EQ(utc("America/Sao_Paulo", "2026-12-01 12:00"), "2026-12-01T15:00:00Z");
}

TEST(Zone, ReadsASkippedTimeWithTheOffsetBefore) {
    EXPECT_EQ(utc("America/New_York", "2026-03-08 02:30"), "2026-03-08T07:30:00Z");
    EXPECT_EQ(utc("Europe/London", "2026-03-29 01:15"), "2026-03-29T01:15:00Z");
    EXPECT_EQ(utc("Australia/Lord_Howe", "2026-10-04 02:15"), "2026-10-03T15:45:00Z");
}

TEST(Zone, ReadsATimeThatComesTwiceAsTheFirst) {
    EXPECT_EQ(utc("America/New_York", "2026-11-01 01:30"), "2026-11-01T05:30:00Z");
    EXPECT_EQ(utc("Europe/London", "2026-10-25 01:30"), "2026-10-25T00:30:00Z");
    EXPECT_EQ(utc("Australia/Lord_Howe", "2026-04-05 01:45"), "2026-04-04T14:45:00Z");
}

TEST(Zone, TellsThePeriodAroundAMoment) {
    const auto summer =
        zone("America/New_York").period_at(parse_instant("2026-07-01T00:00:00Z").value());
    EXPECT_EQ(format_instant(summer.begin), "2026-03-08T07:00:00Z");
    EXPECT_EQ(format_instant(summer.end), "2026-11-01T06:00:00Z");
    EXPECT_EQ(summer.offset, -hours{4});
    EXPECT_EQ(summer.abbreviation, "EDT");
    const auto change = parse_instant("2026-11-01T06:00:00Z").value();
    EXPECT_EQ(zone("America/New_York").offset_at(change - std::chrono::seconds{1}), -hours{4});
    EXPECT_EQ(zone("America/New_York").offset_at(change), -hours{5});
    EXPECT_EQ(zone("Australia/Lord_Howe").offset_at(change), hours{11});
}

TEST(Zone, GoesToTheWallClockAndBack) {
    const auto kolkata = zone("Asia/Kolkata");
    const auto instant = parse_instant("2026-11-21T18:45:10Z").value();
    EXPECT_EQ(kolkata.to_instant(kolkata.to_local(instant)), instant);
    EXPECT_EQ(kolkata.offset_at(instant), hours{5} + minutes{30});
}

}  // namespace
}  // namespace waymark
