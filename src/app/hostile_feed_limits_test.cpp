// The largest feeds that a stranger can have us read, over a list of 200: what
// they cost. Each is read in a process of its own, so that its memory is its own.
//
// Time and memory are those of the program as people run it: bench/ builds this
// file for release and in full size. Other builds read less of it, and see
// that nothing is published.

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <functional>
#include <string>

#include "importers/bytes.h"
#include "importers/import.h"
#include "importers/review/feed_review.h"
#include "storage/open.h"
#include "testing/temporary_folder.h"

namespace waymark::app {
namespace {

using importers::bytes_of_text;
using importers::FeedReview;
using importers::import_records;
using importers::ImportOptions;

#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
constexpr bool kIsMeasured = true;
#else
constexpr bool kIsMeasured = false;
#endif
constexpr std::int64_t kRowsMax = kIsMeasured ? 200'000 : 30'000;
constexpr long kMemoryMax = 256L << 10;  // KiB, as getrusage counts.
constexpr double kSecondsMax = 5;

constexpr std::size_t kRowBytes = 250;  // 50 MB, the most that is fetched.

using RowWriter = std::function<std::string(int)>;

std::string meeting_row(int i) {
    return fmt::format(
        R"({{"slug":"m{0}","name":"Group {0}","group":"Home {0}","day":{1},"time":"{2:02}:00",)"
        R"("address":"{0} Market Street","city":"Philadelphia","state":"PA","phone":"267-{3:03}-{4:04}",)"
        R"("website":"https://g{0}.example.org/"}})",
        i, i % 7, i % 24, 200 + i / 10'000, i % 10'000);
}

std::string list_of(std::int64_t rows, const RowWriter& row) {
    std::string text = "[";
    text.reserve(static_cast<std::size_t>(rows) * kRowBytes);
    for (int i = 0; i < rows; ++i)
        text += (i > 0 ? ",\n" : "") + row(i);
    return text + "]";
}

std::string place_row(int i) {
    return fmt::format(
        "{0},Clinic {0},treatment,{0} Market Street,Philadelphia,PA,19104,"
        "267-{1:03}-{2:04},https://c{0}.example.org/\n",
        i, 200 + i / 10'000, i % 10'000);
}

std::string table_of(std::int64_t rows, const RowWriter& row) {
    std::string text = "id,name,kind,street,city,state,zip,phone,website\n";
    for (int i = 0; i < rows; ++i)
        text += row(i);
    return text;
}

struct Cost {
    bool nothing_was_published = false;
    long kibibytes = 0;
    double seconds = 0;
};

bool keeps_the_list(const std::string& folder, const ImportOptions& options,
                    const std::string& small, const std::string& large) {
    const auto database = storage::open_database(folder);
    if (!database) return false;
    auto& store = (*database)->directory();
    const FixedClock clock{Instant{std::chrono::seconds{1'790'000'000}}};
    if (!import_records(bytes_of_text(small), options, store, clock)) return false;
    const auto revision = store.revision();
    FeedReview review{store, *store.source(options.source), clock.now()};
    const auto read = import_records(bytes_of_text(large), options, store, clock, {}, &review);
    const auto source = store.source(options.source)->id;
    return (!read || read->is_held) && store.revision() == revision &&
           store.meeting_count(source) + store.facility_count(source) == 200;
}

double seconds_of(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

// Of the processor, all threads together: a busy machine does not add to it.
Cost cost_of(const std::function<bool()>& read) {
    const pid_t child = fork();
    if (child == 0) _exit(read() ? 0 : 1);
    int status = 0;
    rusage usage{};
    EXPECT_EQ(wait4(child, &status, 0, &usage), child);
    return {.nothing_was_published = WIFEXITED(status) && WEXITSTATUS(status) == 0,
            .kibibytes = usage.ru_maxrss,
            .seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime)};
}

const ImportOptions kMeetings{.format = "meeting-guide",
                              .source = "town",
                              .timezone = "America/New_York",
                              .rows_max = kRowsMax};
const ImportOptions kPlaces{.format = "places-csv", .source = "places", .rows_max = kRowsMax};

// The large list, coming after the small one, publishes nothing and costs what it may.
void expect_within_limits(const ImportOptions& options, const std::string& small,
                          const std::string& large) {
    const testing::TemporaryFolder folder;
    const Cost cost = cost_of([&] { return keeps_the_list(folder.path(), options, small, large); });
    EXPECT_TRUE(cost.nothing_was_published);
    if (!kIsMeasured) return;
    EXPECT_LE(cost.kibibytes, kMemoryMax);
    EXPECT_LE(cost.seconds, kSecondsMax);
    fmt::print("  {:.2f} s, {} MiB\n", cost.seconds, cost.kibibytes >> 10);
}

TEST(HostileFeedLimits, OneMeetingMoreThanIsTaken) {
    expect_within_limits(kMeetings, list_of(200, meeting_row), list_of(kRowsMax + 1, meeting_row));
}

TEST(HostileFeedLimits, AsManyMeetingsAsAreTaken) {
    expect_within_limits(kMeetings, list_of(200, meeting_row), list_of(kRowsMax, meeting_row));
}

TEST(HostileFeedLimits, AsManyPlacesAsAreTaken) {
    expect_within_limits(kPlaces, table_of(200, place_row), table_of(kRowsMax, place_row));
}

}  // namespace
}  // namespace waymark::app
