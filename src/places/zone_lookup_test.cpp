// The zone of a point, against what the package that the table comes from says.

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "core/number.h"
#include "core/text.h"
#include "places/gazetteer.h"

namespace waymark::places {
namespace {

TEST(ZoneAt, IsTheOneThatTheTablesPackageSays) {
    std::ifstream golden(WAYMARK_SOURCE_DIR "/tests/golden/places/zones.tsv");
    ASSERT_TRUE(golden);
    int points = 0;
    for (std::string line; std::getline(golden, line);) {
        if (line.starts_with('#')) continue;
        const auto fields = split(line, '\t');
        ASSERT_EQ(fields.size(), 3U) << line;
        const GeoPoint point{*parse_number<double>(fields[0]), *parse_number<double>(fields[1])};
        EXPECT_EQ(zone_at(point), *Zone::named(fields[2])) << line;
        ++points;
    }
    EXPECT_GE(points, 300);
}

TEST(ZoneAt, KnowsTheClocksOfWellKnownTowns) {
    EXPECT_EQ(zone_at({39.9526, -75.1652}).name(), "America/New_York");
    EXPECT_EQ(zone_at({51.5074, -0.1278}).name(), "Europe/London");
    EXPECT_EQ(zone_at({-31.55, 159.08}).name(), "Australia/Lord_Howe");
    EXPECT_EQ(zone_at({22.57, 88.36}).name(), "Asia/Kolkata");
}

TEST(ZoneAt, IsUniversalTimeWhereThereIsNoSuchPoint) {
    EXPECT_EQ(zone_at({91, 0}), Zone{});
    EXPECT_EQ(zone_at({0, 181}), Zone{});
    EXPECT_EQ(zone_at({90, 0}), *Zone::named("Etc/GMT"));
}

}  // namespace
}  // namespace waymark::places
