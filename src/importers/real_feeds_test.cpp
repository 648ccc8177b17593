// Real feeds, where they are at hand: how many rows of each are taken, what is
// mended, and that a second reading changes nothing.

#include <gmock/gmock.h>

#include <filesystem>

#include "importers/bytes.h"
#include "importers/import.h"
#include "testing/memory_store.h"

namespace waymark::importers {
namespace {

using directory::Fellowship;

struct Case {
    std::string file;
    std::string format = "meeting-guide";
    Fellowship fellowship = Fellowship::aa;
    std::string zone{};
    std::int64_t taken = 0;
    std::int64_t refused = 0;
    std::map<std::string, std::int64_t, std::less<>> warnings{};
    std::string error{};
};

void PrintTo(const Case& feed, std::ostream* out) {
    *out << feed.file;
}

constexpr const char* kNowhere = "A position that is not on the map was left out.";
constexpr const char* kStray = "A position far from the town of its address was left out.";
constexpr const char* kLink = "A web address that cannot be opened safely was left out.";

class RealFeed : public ::testing::TestWithParam<Case> {};

TEST_P(RealFeed, IsTakenOnceAndForAll) {
    const auto& feed = GetParam();
    const std::string path = WAYMARK_SOURCE_DIR "/../shared/data/meetings/" + feed.file;
    if (!std::filesystem::exists(path)) {
        GTEST_SKIP() << "The folder of real feeds is not beside the repository.";
    }
    const ImportOptions options{.format = feed.format,
                                .source = "real",
                                .fellowship = feed.fellowship,
                                .timezone = feed.zone};
    testing::MemoryStore store;
    const FixedClock clock{Instant{}};
    const auto report = import_records(*bytes_of_file(path), options, store, clock);
    if (!feed.error.empty()) {
        ASSERT_FALSE(report);
        EXPECT_EQ(report.error().message, feed.error);
        return;
    }
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->added, feed.taken);
    EXPECT_EQ(report->refused, feed.refused);
    EXPECT_EQ(report->warnings, feed.warnings);

    const auto again = import_records(*bytes_of_file(path), options, store, clock);
    EXPECT_EQ(again->unchanged, feed.taken);
    EXPECT_EQ(again->added + again->changed + again->removed, 0);
}

const Case kCases[] = {
    {.file = "tsml/aa-san-jose-2021.json", .taken = 670, .warnings = {{kLink, 1}}},
    {.file = "tsml/aa-se-pennsylvania-2020.json", .taken = 1928},
    {.file = "tsml/aa-sf-marin-2023.json", .taken = 658},
    {.file = "tsml/aa-kansas-city-2021.json", .taken = 206},
    {.file = "tsml/aa-nw-texas-2021.json", .taken = 613, .warnings = {{kNowhere, 66}}},
    {.file = "tsml/al-anon-2023.json", .fellowship = Fellowship::al_anon, .taken = 360},
    {.file = "tsml/aa-atlanta-entity-fields-2024.json", .taken = 6},
    {.file = "tsml/aa-oml-sample.json", .taken = 46},
    {.file = "tsml/edge-times.json", .zone = "America/Chicago", .taken = 9},
    // A made-up town and a postcode of another state: nothing tells their zone.
    {.file = "tsml/edge-times.json", .taken = 1, .refused = 8},
    {.file = "tsml/edge-timezones.json", .taken = 2},
    {.file = "tsml/edge-appointment.json", .taken = 2},
    {.file = "tsml/edge-invalid.json", .error = "Something follows the end of the feed's JSON."},
    // One online meeting with a time, but no zone.
    {.file = "mixed/aa-oiaa-online-central-query-2026.json", .taken = 159, .refused = 1},
    {.file = "bmlt/nyc-all.json",
     .format = "bmlt",
     .fellowship = Fellowship::na,
     .taken = 1555,
     .warnings = {{kStray, 3}}},
};

INSTANTIATE_TEST_SUITE_P(Real, RealFeed, ::testing::ValuesIn(kCases));

}  // namespace
}  // namespace waymark::importers
