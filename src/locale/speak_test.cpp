// What the program says, in both languages and in several countries' manners.

#include "locale/speak.h"

#include <gtest/gtest.h>

#include <chrono>

namespace waymark::locale {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const Speaker kAmerican{Language::english, manners_of("US")};
const Speaker kBritish{Language::english, manners_of("GB")};
const Speaker kCanadian{Language::english, manners_of("CA")};
const Speaker kSpaniard{Language::spanish, manners_of("ES")};
const Speaker kMexican{Language::spanish, manners_of("MX")};

// A no-break space is written "_" here, so that it can be seen.
std::string seen(std::string text) {
    for (auto at = text.find("\u00a0"); at != text.npos; at = text.find("\u00a0")) {
        text.replace(at, 2, "_");
    }
    return text;
}

LocalSeconds clock(const char* date, hours hour, minutes minute = {}) {
    return LocalSeconds{parse_date(date)
                            .transform([](Date day) {
                                return std::chrono::local_days{day}.time_since_epoch();
                            })
                            .value()} +
           hour + minute;
}

TEST(Speaker, TellsDistancesAsTheRoadSignsDo) {
    EXPECT_EQ(seen(kAmerican.distance(miles(1.34))), "1.3_mi");
    EXPECT_EQ(seen(kBritish.distance(miles(0.02))), "0.1_mi");
    EXPECT_EQ(seen(kAmerican.distance(miles(2.98))), "3_mi");
    EXPECT_EQ(seen(kAmerican.distance(miles(31.4))), "31_mi");
    EXPECT_EQ(seen(kCanadian.distance({1.34})), "1.3_km");
    EXPECT_EQ(seen(kCanadian.distance({0.31})), "300_m");
    EXPECT_EQ(seen(kCanadian.distance({0})), "50_m");
    EXPECT_EQ(seen(kSpaniard.distance({1.34})), "1,3_km");
    EXPECT_EQ(seen(kSpaniard.distance({0.96})), "1_km");
}

TEST(Speaker, TellsTheTimeByTwelveOrTwentyFourHours) {
    EXPECT_EQ(seen(kAmerican.time({hours{19} + minutes{30}})), "7:30_PM");
    EXPECT_EQ(seen(kAmerican.time({minutes{5}})), "12:05_AM");
    EXPECT_EQ(kAmerican.time({hours{12}}), "12 noon");
    EXPECT_EQ(kBritish.time({hours{9}}), "09:00");
    EXPECT_EQ(kSpaniard.time({hours{19} + minutes{30}}), "19:30");
    EXPECT_EQ(seen(kMexican.time({hours{19} + minutes{30}})), "7:30_p._m.");
}

TEST(Speaker, TellsHowLongInTheLargestUnitsThatMatter) {
    EXPECT_EQ(kAmerican.span({minutes{42}}), "42 min");
    EXPECT_EQ(kAmerican.span({minutes{72}}), "1 h 12");
    EXPECT_EQ(kAmerican.span({minutes{65}}), "1 h 05");
    EXPECT_EQ(kAmerican.span({hours{1}}), "1 hour");
    EXPECT_EQ(kAmerican.span({hours{2}}), "2 hours");
    EXPECT_EQ(kAmerican.span({hours{50}}), "2 days");
    EXPECT_EQ(kSpaniard.span({hours{2}}), "2 horas");
    EXPECT_EQ(kSpaniard.span({hours{50}}), "2 días");
}

TEST(Speaker, GroupsTheDigitsOfLargeNumbers) {
    EXPECT_EQ(kAmerican.number(7), "7");
    EXPECT_EQ(kAmerican.number(-1234), "-1,234");
    EXPECT_EQ(kAmerican.number(1234567), "1,234,567");
    EXPECT_EQ(kSpaniard.number(1234), "1234");
    EXPECT_EQ(seen(kSpaniard.number(1234567)), "1_234_567");
}

TEST(Speaker, SaysWhenAMeetingStartsAsAFriendWould) {
    const LocalSeconds now = clock("2026-11-21", hours{18});  // A Saturday.
    const auto when = [&](LocalSeconds starts) { return seen(kAmerican.when(starts, now)); };
    EXPECT_EQ(when(clock("2026-11-21", hours{19}, minutes{30})), "Tonight 7:30_PM");
    EXPECT_EQ(when(clock("2026-11-21", hours{12})), "Today 12 noon");
    EXPECT_EQ(when(clock("2026-11-22", hours{7})), "Tomorrow 7:00_AM");
    EXPECT_EQ(when(clock("2026-11-24", hours{19})), "Tuesday 7:00_PM");
    EXPECT_EQ(when(clock("2026-11-28", hours{19})), "Saturday, November 28 7:00_PM");
    EXPECT_EQ(seen(kSpaniard.when(clock("2026-11-21", hours{19}, minutes{30}), now)),
              "Esta noche 19:30");
    EXPECT_EQ(seen(kSpaniard.when(clock("2026-11-24", hours{19}), now)), "martes 19:00");
    EXPECT_EQ(kBritish.when(clock("2026-12-01", hours{19}), now), "Tuesday 1 December 19:00");
    EXPECT_EQ(kSpaniard.when(clock("2026-12-01", hours{19}), now), "martes 1 de diciembre 19:00");
}

TEST(Speaker, CountsDownToAStartAndUpFromIt) {
    const Instant start = parse_instant("2026-11-22T00:30:00Z").value();
    EXPECT_EQ(kAmerican.until(start, start - minutes{42}), "starts in 42 min");
    EXPECT_EQ(kAmerican.until(start, start - seconds{1}), "starts in 1 min");
    EXPECT_EQ(kAmerican.until(start, start), "starting now");
    EXPECT_EQ(kAmerican.until(start, start + minutes{5}), "started 5 min ago");
    EXPECT_EQ(kSpaniard.until(start, start - hours{2}), "empieza en 2 horas");
    EXPECT_EQ(kSpaniard.until(start, start + minutes{5}), "empezó hace 5 min");
}

TEST(Speaker, SaysHowLongAgoInDays) {
    const Instant now = parse_instant("2026-11-21T01:00:00Z").value();
    EXPECT_EQ(kAmerican.ago(now, now), "in the last 24 hours");
    EXPECT_EQ(kAmerican.ago(now - hours{23}, now), "in the last 24 hours");
    EXPECT_EQ(kAmerican.ago(now - hours{24}, now), "yesterday");
    EXPECT_EQ(kAmerican.ago(now - days{3}, now), "3 days ago");
    EXPECT_EQ(kAmerican.ago(now + days{1}, now), "in the last 24 hours");
    EXPECT_EQ(kSpaniard.ago(now - days{41}, now), "hace 41 días");
}

TEST(Speaker, FillsTheHolesOfASentenceInTheReadersManner) {
    const Phrase sentence = phrase("{count} of {span} at {time}, {far} from {place}, {unknown}",
                                   {{"count", std::int64_t{1200}},
                                    {"span", Span{hours{2}}},
                                    {"time", TimeOfDay{hours{19}}},
                                    {"far", miles(3)},
                                    {"place", std::string{"{count}"}}});
    EXPECT_EQ(seen(kAmerican.say(sentence)),
              "1,200 of 2 hours at 7:00_PM, 3_mi from {count}, {unknown}");
    EXPECT_EQ(seen(kSpaniard.say(sentence)),
              "1200 of 2 horas at 19:00, 4,8_km from {count}, {unknown}");
    EXPECT_EQ(kAmerican.say(phrase("an open { stays")), "an open { stays");
}

TEST(Speaker, CountsOneApartFromMany) {
    const auto hours_of = [](std::int64_t count) {
        return kSpaniard.say(
            counted(count, phrase("1 hour"), phrase("{count} hours", {{"count", count}})));
    };
    EXPECT_EQ(hours_of(0), "0 horas");
    EXPECT_EQ(hours_of(1), "1 hora");
    EXPECT_EQ(hours_of(2), "2 horas");
}

}  // namespace
}  // namespace waymark::locale
