#include "core/time.h"

#include <gtest/gtest.h>

namespace waymark {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

std::int64_t unix_time(std::string_view text) {
    const auto instant = parse_instant(text);
    return instant ? instant->time_since_epoch().count() : -1;
}

TEST(Time, ReadsRfc3339) {
    EXPECT_EQ(unix_time("1970-01-01T00:00:00Z"), 0);
    EXPECT_EQ(unix_time("2026-11-21T18:00:00-05:00"), unix_time("2026-11-21T23:00:00Z"));
    EXPECT_EQ(unix_time("2026-11-21T18:00:00+05:30"), unix_time("2026-11-21T12:30:00Z"));
    EXPECT_EQ(unix_time("2026-11-21 18:00:00z"), unix_time("2026-11-21T18:00:00Z"));
    EXPECT_EQ(unix_time("2026-11-21T18:00:00.999Z"), unix_time("2026-11-21T18:00:00Z"));
    EXPECT_EQ(unix_time("2024-02-29T00:00:00Z"), 1709164800);
}

TEST(Time, RefusesWhatIsNotRfc3339) {
    for (const auto text :
         {"", "2026-11-21", "2026-11-21T18:00:00", "2026-11-21T18:00Z", "2026-11-31T00:00:00Z",
          "2026-02-29T00:00:00Z", "2026-11-21T24:00:00Z", "2026-11-21T18:60:00Z",
          "2026-11-21T18:00:00-0500", "2026-11-21T18:00:00-05:00 ", "2026-11-21X18:00:00Z",
          "2026-1-21T18:00:00Z", "2026-11-21T18:00:00+24:00", "-026-11-21T18:00:00Z"}) {
        const auto instant = parse_instant(text);
        ASSERT_FALSE(instant) << text;
        EXPECT_EQ(instant.error().kind, ErrorKind::invalid_input);
        EXPECT_FALSE(instant.error().message.empty());
    }
}

TEST(Time, WritesWithTheOffsetAskedFor) {
    const Instant instant = parse_instant("2026-11-21T23:00:00Z").value();
    EXPECT_EQ(format_instant(instant), "2026-11-21T23:00:00Z");
    EXPECT_EQ(format_instant(instant, -hours{5}), "2026-11-21T18:00:00-05:00");
    EXPECT_EQ(format_instant(instant, hours{5} + minutes{30}), "2026-11-22T04:30:00+05:30");
    EXPECT_EQ(format_instant(instant, -minutes{90}), "2026-11-21T21:30:00-01:30");
}

TEST(Time, ReadsAndWritesDates) {
    EXPECT_EQ(format_date(parse_date("2026-02-03").value()), "2026-02-03");
    for (const auto text : {"2026-2-3", "2026/02/03", "2026-02-30", "2026-00-10", "20260203", ""}) {
        EXPECT_FALSE(parse_date(text)) << text;
    }
}

TEST(Time, ReadsAndWritesTimesOfDay) {
    EXPECT_EQ(parse_time_of_day("7:00"), minutes{420});
    EXPECT_EQ(parse_time_of_day("19:05:59"), minutes{1145});
    EXPECT_EQ(parse_time_of_day("00:00"), minutes{0});
    EXPECT_EQ(parse_time_of_day("24:00"), minutes{1440});
    for (const auto text :
         {"", "7", "7:0", "24:01", "12:60", "-1:00", "7:00pm", "007:00", "12:00:"}) {
        EXPECT_FALSE(parse_time_of_day(text)) << text;
    }
    EXPECT_EQ(format_time_of_day(minutes{425}), "07:05");
}

}  // namespace
}  // namespace waymark
