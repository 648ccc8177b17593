// Tables from their bytes into a store, as the command reads them; and real
// ones, where they are at hand.

#include "importers/table_formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "importers/bytes.h"
#include "testing/memory_store.h"

namespace waymark::importers {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::MemoryStore;

const std::string kFeeds = WAYMARK_SOURCE_DIR "/../shared/data/meetings/";

class Tables : public ::testing::Test {
  protected:
    Result<ImportReport> read(const std::string& format, const OpenBytes& bytes,
                              const std::string& map = "") {
        const ImportOptions options{.format = format, .source = "town", .map = map};
        return import_records(bytes, options, store, clock);
    }
    Result<ImportReport> read(const std::string& format, const std::string& table,
                              const std::string& map = "") {
        return read(format, bytes_of_text(table), map);
    }
    std::string complaint(const std::string& format, const std::string& table,
                          const std::string& map = "") {
        const auto report = read(format, table, map);
        return report ? "read" : report.error().message;
    }

    MemoryStore store;
    FixedClock clock{Instant{std::chrono::seconds{1'790'000'000}}};
};

const std::string kNawsHeader =
    "Committee,CommitteeName,Closed,WheelChr,Day,Time,Address,City,State,Zip,Format1,Delete,"
    "bmlt_id\n";
const std::string kHarbour =
    "G1,Harbour Lights,OPEN,TRUE,Friday,1930,1 Pier Street,Brooklyn,NY,11231,STEP,,1\n";

TEST_F(Tables, ANawsRowMarkedAsDeletedIsRemovedAndNotRefused) {
    const std::string gone =
        "G2,Old Pier,OPEN,FALSE,Monday,1900,2 Pier Street,Brooklyn,NY,11231,STEP,";
    ASSERT_EQ(read("naws", kNawsHeader + kHarbour + gone + ",2\n")->added, 2);

    const auto report = read("naws", kNawsHeader + kHarbour + gone + "D,2\n");
    ASSERT_TRUE(report.has_value()) << report.error().message;
    EXPECT_EQ(report->removed, 1);
    EXPECT_EQ(report->unchanged, 1);
    EXPECT_EQ(report->refused, 0);
    EXPECT_EQ(report->warnings.at("A row marked as deleted was left out."), 1);
}

TEST_F(Tables, RefusalsNameTheRowOfTheSpreadsheetAndItsColumn) {
    const auto report = read("csv",
                             "Title,Day,Time,Town,Country\n"
                             "Quiet Hour,Monday,19:00,London,GB\n"
                             "\n"
                             "Late Hour,Someday,22:00,London,GB\n"
                             "Short Hour,Monday\n");
    ASSERT_TRUE(report.has_value()) << report.error().message;
    EXPECT_EQ(report->added, 1);
    ASSERT_EQ(report->refusals.size(), 2u);
    EXPECT_EQ(report->refusals[0].row, 4);
    EXPECT_EQ(report->refusals[0].field, "Day");
    EXPECT_EQ(report->refusals[1].row, 5);
    EXPECT_EQ(report->refusals[1].field, "Time");
}

TEST_F(Tables, TheSameTableTwiceChangesNothing) {
    const std::string table = kNawsHeader + kHarbour;
    ASSERT_EQ(read("naws", table)->added, 1);
    const auto again = read("naws", table);
    EXPECT_EQ(again->unchanged, 1);
    EXPECT_EQ(again->added + again->changed + again->removed + again->refused, 0);
}

TEST_F(Tables, ATableThatCannotBeReadChangesNothing) {
    ASSERT_EQ(read("naws", kNawsHeader + kHarbour)->added, 1);
    EXPECT_THAT(complaint("naws", "<html><body>Log in</body></html>"), HasSubstr("a web page"));
    EXPECT_THAT(complaint("naws", "Name,Day,Time\nA,Monday,1900\n"), HasSubstr("a NAWS file"));
    EXPECT_THAT(complaint("naws", kNawsHeader + kHarbour + "\"G2"), HasSubstr("middle of a row"));
    EXPECT_THAT(complaint("tsml-csv", "Name,Time\nA,7:00 PM\n"), HasSubstr("day"));
    EXPECT_THAT(complaint("csv", "Colour,Shape\nred,round\n"), HasSubstr("name"));
    EXPECT_THAT(complaint("csv", "Name,Day,Time\nA,Monday,7:00\n", "{\"columns\": {}}"),
                HasSubstr("names no column"));
    EXPECT_EQ(store.meetings().size(), 1u);
}

TEST_F(Tables, EveryRowOfARealNawsFileIsTaken) {
    for (const auto& [file, rows] : {std::pair{"bmlt/nyc-naws-region1.csv", 649},
                                     std::pair{"bmlt/golden-2.16.6/naws-1005.csv", 91}}) {
        if (!std::filesystem::exists(kFeeds + file)) GTEST_SKIP() << "The real feeds are not here.";
        MemoryStore fresh;
        const auto report = import_records(bytes_of_file(kFeeds + file).value(),
                                           {.format = "naws", .source = "nyc"}, fresh, clock);
        ASSERT_TRUE(report.has_value()) << report.error().message;
        EXPECT_EQ(report->rows, rows);
        EXPECT_EQ(report->added, rows);
        EXPECT_THAT(report->refusals, IsEmpty());
    }
}

TEST_F(Tables, EveryRowOfThePluginsOwnExampleIsTaken) {
    const std::string file = kFeeds + "tsml/tsml-import-template.csv";
    if (!std::filesystem::exists(file)) GTEST_SKIP() << "The real feeds are not here.";
    const auto report = read("tsml-csv", bytes_of_file(file).value());
    ASSERT_TRUE(report.has_value()) << report.error().message;
    EXPECT_EQ(report->added, 36);
    EXPECT_THAT(report->refusals, IsEmpty());
    for (const auto& meeting : store.meetings()) {
        EXPECT_TRUE(meeting.place.point.has_value()) << meeting.name;
        EXPECT_NE(meeting.venue.usual, directory::VenueKind::unknown) << meeting.name;
    }
}

}  // namespace
}  // namespace waymark::importers
