#include "importers/import.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <numeric>

#include "core/random.h"
#include "crypto/hash.h"
#include "importers/bytes.h"
#include "testing/memory_store.h"

namespace waymark::importers {
namespace {

using directory::Fellowship;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::MemoryStore;
using ::testing::Pair;

// A row of a Meeting Guide feed in Paris.
std::string row(const std::string& slug, int day, const std::string& time,
                const std::string& name = "Home group") {
    return R"({"slug":")" + slug + R"(","name":")" + name + R"(","day":)" + std::to_string(day) +
           R"(,"time":")" + time + R"("})";
}

std::string feed_of(const std::vector<std::string>& rows) {
    std::string text = "[";
    for (const auto& one : rows)
        text += (text.size() > 1 ? "," : "") + one;
    return text + "]";
}

class Import : public ::testing::Test {
  protected:
    Result<ImportReport> try_read(const std::string& feed) {
        return import_records(bytes_of_text(feed), options, store, clock);
    }
    ImportReport read(const std::vector<std::string>& rows) {
        const auto report = try_read(feed_of(rows));
        EXPECT_TRUE(report) << (report ? "" : report.error().message);
        return report ? *report : ImportReport{};
    }
    std::string complaint(const std::string& feed) {
        const auto report = try_read(feed);
        return report ? "" : report.error().message;
    }
    std::vector<std::string> keys() const {
        std::vector<std::string> list;
        for (const auto& meeting : store.meetings())
            list.push_back(meeting.source_key);
        std::ranges::sort(list);
        return list;
    }

    ImportOptions options{.format = "meeting-guide", .source = "town", .timezone = "Europe/Paris"};
    MemoryStore store;
    FixedClock clock{Instant{std::chrono::seconds{1'790'000'000}}};
};

TEST_F(Import, TakesOrRefusesEachRow) {
    const auto report = read({row("a", 1, "19:00"), row("b", 2, "25:00"), row("c", 3, "20:00")});
    EXPECT_EQ(report.rows, 3);
    EXPECT_EQ(report.added, 2);
    EXPECT_EQ(report.refused, 1);
    EXPECT_THAT(report.refusals, ElementsAre(Refusal{2, "time", "A time is written as 19:00."}));
    EXPECT_THAT(keys(), ElementsAre("a", "c"));
}

TEST_F(Import, CountsWhatWasAddedChangedUnchangedAndRemoved) {
    read({row("a", 1, "19:00"), row("b", 2, "19:00"), row("c", 3, "19:00")});
    const auto revision = store.revision();
    const auto report = read({row("a", 1, "19:00"), row("b", 2, "20:00"), row("d", 4, "19:00")});
    EXPECT_EQ(report.unchanged, 1);
    EXPECT_EQ(report.changed, 1);
    EXPECT_EQ(report.added, 1);
    EXPECT_EQ(report.removed, 1);
    EXPECT_GT(store.revision(), revision);
}

TEST_F(Import, TheSameFeedTwiceChangesNothing) {
    read({row("a", 1, "19:00"), row("b", 2, "19:00"), row("b", 3, "19:00")});
    const auto before = store.meetings();
    const auto revision = store.revision();
    const auto report = read({row("a", 1, "19:00"), row("b", 2, "19:00"), row("b", 3, "19:00")});
    EXPECT_EQ(report.unchanged, 3);
    EXPECT_EQ(report.added + report.changed + report.removed, 0);
    EXPECT_EQ(store.meetings(), before);
    EXPECT_EQ(store.revision(), revision);
}

TEST_F(Import, KeepsTheSourcesFacts) {
    options.location = "https://example.org/feed.json";
    options.etag = "\"7\"";
    options.fellowship = Fellowship::ha;
    const auto feed = feed_of({row("a", 1, "19:00")});
    const auto report = *try_read(feed);
    const auto source = *store.source("town");
    EXPECT_EQ(source.format, "meeting-guide");
    EXPECT_EQ(source.location, options.location);
    EXPECT_EQ(source.etag, "\"7\"");
    EXPECT_EQ(source.fetched_at, clock.now());
    EXPECT_EQ(source.sha256, crypto::sha256_hex(feed));
    EXPECT_EQ(report.sha256, source.sha256);
    EXPECT_EQ(report.bytes, static_cast<std::int64_t>(feed.size()));
    EXPECT_EQ(store.meetings()[0].fellowship, Fellowship::ha);
}

TEST_F(Import, RemembersFellowshipAndZoneOfTheSource) {
    options.fellowship = Fellowship::ha;
    read({row("a", 1, "19:00")});
    options.fellowship.reset();
    options.timezone.clear();
    EXPECT_EQ(read({row("a", 1, "19:00")}).unchanged, 1);
}

TEST_F(Import, RefusesOptionsThatCannotBe) {
    const auto field = [&](ImportOptions given) {
        options = std::move(given);
        return try_read(feed_of({row("a", 1, "19:00")})).error().field;
    };
    EXPECT_EQ(field({.format = "fax", .source = "town"}), "format");
    EXPECT_EQ(field({.format = "meeting-guide", .source = " "}), "source");
    EXPECT_EQ(field({.format = "meeting-guide", .source = "town", .timezone = "Mars/Base"}),
              "timezone");
    EXPECT_THAT(store.sources(), IsEmpty());
}

TEST_F(Import, LeavesTheDirectoryAsItWasWhenTheFeedCannotBeRead) {
    read({row("a", 1, "19:00"), row("b", 2, "19:00")});
    const auto before = store.meetings();
    const auto facts = *store.source("town");
    for (const auto* feed :
         {"", "[]", "<html>", R"({"error":"key"})", R"([{"slug":"z","name":"Z"},)",
          R"([{"slug":"z","name":"Z"}] x)", R"([{"slug":"z","slug":"z"}])"}) {
        EXPECT_NE(complaint(feed), "") << feed;
        EXPECT_EQ(store.meetings(), before) << feed;
        EXPECT_EQ(*store.source("town"), facts) << feed;
    }
}

TEST_F(Import, KeepsTheListingsFromBeforeWhenNoRowCanBeTaken) {
    read({row("a", 1, "19:00")});
    EXPECT_EQ(complaint(R"([{"meeting_name":"of another format"}])"),
              "No row of this feed could be taken, so the listings from before are kept.");
    EXPECT_THAT(keys(), ElementsAre("a"));
}

TEST_F(Import, PassesOnTheStoresFailureAndChangesNothing) {
    read({row("a", 1, "19:00")});
    const auto before = store.meetings();
    store.fail_next_put();
    EXPECT_THROW(static_cast<void>(try_read(feed_of({row("a", 1, "20:00")}))), std::runtime_error);
    EXPECT_EQ(store.meetings(), before);
}

TEST_F(Import, PassesOnTheByteSourcesFailure) {
    const OpenBytes broken = []() -> ByteSource {
        return [](char*, std::size_t) -> std::size_t { throw std::runtime_error("disk"); };
    };
    EXPECT_THROW(static_cast<void>(import_records(broken, options, store, clock)),
                 std::runtime_error);
}

TEST_F(Import, GivesTwinKeysOneOfTheirOwn) {
    const auto report =
        read({row("home", 4, "19:00"), row("home", 1, "19:30"), row("x", 1, "19:00"),
              row("home", 1, "12:00"), row("home", 1, "19:30", "Other room")});
    EXPECT_EQ(report.added, 5);
    EXPECT_EQ(report.refused, 0);
    EXPECT_THAT(keys(), ElementsAre("home", "home-1-1930", "home-1-1930-2", "home-4-1900", "x"));
}

TEST_F(Import, RefusesARowThatRepeatsAnotherNamingTheEarlier) {
    const auto report = read({row("a", 1, "19:00"), row("b", 2, "19:00"), row("a", 1, "19:00")});
    EXPECT_EQ(report.added, 2);
    EXPECT_THAT(report.refusals,
                ElementsAre(Refusal{3, "", "This row says the same as an earlier one.", 1}));
}

TEST_F(Import, CountsHiddenCharactersItTookOut) {
    const auto report = read({row("a", 1, "19:00", "Ho\xe2\x80\x8bme \xe2\x80\xaegroup")});
    EXPECT_EQ(report.hidden_characters_removed, 2);
    EXPECT_EQ(store.meetings()[0].name, "Home group");
}

TEST_F(Import, CountsWhatItMended) {
    const auto report = read({R"({"slug":"a","name":"A","latitude":0,"longitude":0})"});
    EXPECT_THAT(report.warnings,
                ElementsAre(Pair("A position that is not on the map was left out.", 1)));
}

TEST_F(Import, CountsEveryRefusalAndKeepsTheFirstThousand) {
    std::vector<std::string> rows(1500, row("b", 9, "19:00"));
    rows.push_back(row("a", 1, "19:00"));
    const auto report = read(rows);
    EXPECT_EQ(report.refused, 1500);
    EXPECT_EQ(report.refusals.size(), kRefusalsKept);
    EXPECT_EQ(report.refusals.back().row, 1000);
}

TEST_F(Import, TakesNoMoreRowsThanAllowed) {
    options.rows_max = 2;
    EXPECT_EQ(read({row("a", 1, "19:00"), row("b", 1, "19:00")}).added, 2);
    const auto report =
        try_read(feed_of({row("a", 1, "19:00"), row("b", 1, "19:00"), row("c", 1, "19:00")}));
    EXPECT_EQ(report.error().kind, ErrorKind::limit_reached);
    EXPECT_THAT(keys(), ElementsAre("a", "b"));
}

TEST_F(Import, TellsItsProgress) {
    std::int64_t last_rows = 0;
    std::int64_t last_bytes = 0;
    std::vector<std::string> rows;
    for (int i = 0; i < 1000; ++i)
        rows.push_back(row("a" + std::to_string(i), 1, "19:00"));
    const auto feed = feed_of(rows);
    const auto progress = [&](std::int64_t count, std::int64_t bytes) {
        EXPECT_GT(count, last_rows);
        EXPECT_GE(bytes, last_bytes);
        last_rows = count;
        last_bytes = bytes;
    };
    ASSERT_TRUE(import_records(bytes_of_text(feed), options, store, clock, progress));
    EXPECT_EQ(last_rows, 1000);
    EXPECT_EQ(last_bytes, static_cast<std::int64_t>(feed.size()));
}

TEST_F(Import, ReadsFormatsThatStandAfterTheMeetings) {
    options = {.format = "bmlt", .source = "na"};
    const auto report = try_read(
        R"({"meetings":[{"id_bigint":"1","meeting_name":"A","weekday_tinyint":"1","start_time":"19:00:00",
             "time_zone":"Europe/Berlin","formats":"RST"}],
            "formats":[{"id":"88","key_string":"RST","world_id":"WCHR"}]})");
    ASSERT_TRUE(report) << report.error().message;
    const auto meeting = store.meetings()[0];
    EXPECT_TRUE(meeting.features.has(directory::Feature::wheelchair));
    EXPECT_EQ(meeting.fellowship, Fellowship::na);
}

// Rows with every kind of trouble, in an order of the seed's choosing.
std::vector<std::string> shuffled_rows(std::uint64_t seed) {
    std::vector<std::string> rows;
    for (int i = 0; i < 300; ++i) {
        const auto slug = "m" + std::to_string(i % 240);  // The last sixty are twins of others.
        rows.push_back(
            row(slug, i % 9, i % 7 == 0 ? "late" : "19:00", "Group " + std::to_string(i)));
    }
    rows.push_back(rows.front());
    rows.push_back(rows[1]);
    Random random{seed};
    for (std::size_t i = rows.size() - 1; i > 0; --i)
        std::swap(rows[i], rows[random.below(i + 1)]);
    return rows;
}

TEST_F(Import, TheOrderOfRowsMattersNeitherToIdsNorKeys) {
    read(shuffled_rows(1));
    const auto before = store.meetings();
    ASSERT_GT(before.size(), 200u);
    for (std::uint64_t seed = 2; seed < 12; ++seed) {
        const auto report = read(shuffled_rows(seed));
        EXPECT_EQ(report.unchanged, static_cast<std::int64_t>(before.size())) << seed;
        EXPECT_EQ(report.added + report.changed + report.removed, 0) << seed;
        ASSERT_EQ(store.meetings(), before) << seed;
    }
}

TEST(Bytes, OfAFileOfATextAndOfAStreamAreTheSameTwice) {
    const auto path = ::testing::TempDir() + "bytes_test.txt";
    const std::string text = "some bytes\n";
    std::ofstream{path} << text;
    std::istringstream stream{text};
    for (const auto& open : {bytes_of_text(text), *bytes_of_file(path), bytes_of_stream(stream)}) {
        for (int round = 0; round < 2; ++round) {
            auto bytes = open();
            std::string got(64, '\0');
            got.resize(bytes(got.data(), got.size()));
            EXPECT_EQ(got, text);
            EXPECT_EQ(bytes(got.data(), got.size()), 0u);
        }
    }
    EXPECT_EQ(bytes_of_file(path + ".missing").error().kind, ErrorKind::not_found);
    EXPECT_EQ(bytes_of_file(::testing::TempDir()).error().kind, ErrorKind::not_found);
}

}  // namespace
}  // namespace waymark::importers
