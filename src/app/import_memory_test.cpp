// What an import costs in memory: as much for a long feed as for a short one.
// Each is read in a process of its own, so that its memory is its own.

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <memory>
#include <string>

#include "importers/import.h"
#include "storage/open.h"
#include "testing/temporary_folder.h"

namespace waymark::app {
namespace {

using importers::ByteSource;
using importers::OpenBytes;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsMeasured = false;  // They keep memory for themselves.
#else
constexpr bool kIsMeasured = true;
#endif

// Long enough for a few rows to fill whatever has a fixed size.
constexpr std::size_t kNotesBytes = 8000;
constexpr int kShort = 5'000, kLong = 11'000;
constexpr long kGrowthMax = 16L << 10;  // KiB; the longer feed has 46 MiB more.

std::string row(int number) {
    return fmt::format(
        R"({{"slug":"m{0}","name":"Group {0}","day":{1},"time":"{2:02}:00","address":"{0} Market)"
        R"( Street","city":"Philadelphia","state":"PA","timezone":"America/New_York","notes":"{3}"}})",
        number, number % 7, number % 24, std::string(kNotesBytes, 'n'));
}

// Made as it is read: nobody holds it.
OpenBytes feed_of(int rows) {
    return [rows]() -> ByteSource {
        return
            [rows, number = 0, ready = std::string{"["}](char* buffer, std::size_t size) mutable {
                while (ready.size() < size && number < rows) {
                    ready += row(number);
                    ready += ++number == rows ? "]" : ",\n";
                }
                const auto count = ready.copy(buffer, size);
                ready.erase(0, count);
                return count;
            };
    };
}

bool takes_all(int rows) {
    const testing::TemporaryFolder folder;
    const auto database = storage::open_database(folder.path().string());
    if (!database) return false;
    const FixedClock clock{Instant{std::chrono::seconds{1'790'000'000}}};
    const auto report =
        importers::import_records(feed_of(rows), {.format = "meeting-guide", .source = "town"},
                                  (*database)->directory(), clock);
    return report && report->added == rows;
}

// The most memory that reading so many rows took, in KiB.
long peak_of(int rows) {
    const pid_t child = fork();
    if (child == 0) _exit(takes_all(rows) ? 0 : 1);
    int status = 0;
    rusage usage{};
    EXPECT_EQ(wait4(child, &status, 0, &usage), child);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    return usage.ru_maxrss;
}

TEST(ImportMemory, DoesNotGrowWithTheFeed) {
    const long small = peak_of(kShort);
    const long large = peak_of(kLong);
    fmt::print("  {} MiB, {} MiB\n", small >> 10, large >> 10);
    if (!kIsMeasured) return;
    EXPECT_LE(large - small, kGrowthMax);
}

}  // namespace
}  // namespace waymark::app
