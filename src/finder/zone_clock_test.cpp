// A clock made ready for one moment reads as the zone itself does, in the years
// that are kept and in those that are not.

#include "finder/zone_clock.h"

#include <gtest/gtest.h>

#include <array>

#include "core/random.h"

namespace waymark::finder {
namespace {

using std::chrono::days;
using std::chrono::seconds;
using std::chrono::sys_days;

constexpr std::array<const char*, 8> kZones{
    "America/New_York", "Europe/London",     "Australia/Lord_Howe", "Etc/UTC",
    "Asia/Kolkata",     "America/Sao_Paulo", "Pacific/Chatham",     "Africa/Casablanca"};

Instant any_moment(Random& random) {
    const Instant first{sys_days{std::chrono::January / 1 / 1995}};
    return first +
           seconds{random.below(static_cast<std::uint64_t>(seconds{days{80 * 365}}.count()))};
}

TEST(ZoneClock, ReadsAsTheZoneDoes) {
    Random random{31};
    for (const auto* name : kZones) {
        const auto zone = Zone::named(name).value();
        const ZoneYears years{zone};
        for (int i = 0; i < 3'000; ++i) {
            const auto moment = any_moment(random);
            const ZoneClock clock{years, moment};
            ASSERT_EQ(clock.local(), zone.to_local(moment)) << name;
            ASSERT_GT(clock.changes_at(), moment) << name;
            const auto reading =
                clock.local() + seconds{random.below(random.chance(0.5) ? 86'400 : 40'000'000)};
            if (!clock.is_settled()) continue;
            ASSERT_EQ(clock.to_instant(reading), zone.to_instant(reading))
                << name << ' ' << format_instant(moment);
        }
    }
}

TEST(ZoneClock, IsNotSettledWhileReadingsRepeat) {
    const auto zone = Zone::named("America/New_York").value();
    const ZoneYears years{zone};
    const Instant change = parse_instant("2026-11-01T06:00:00Z").value();
    EXPECT_TRUE((ZoneClock{years, change - seconds{1}}.is_settled()));
    EXPECT_FALSE((ZoneClock{years, change}.is_settled()));
    EXPECT_FALSE((ZoneClock{years, change + seconds{3599}}.is_settled()));
    EXPECT_TRUE((ZoneClock{years, change + seconds{3600}}.is_settled()));
}

}  // namespace
}  // namespace waymark::finder
