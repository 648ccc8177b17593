// What a BMLT server sends beside its meetings: in the feed, and in files of its own.

#include <gtest/gtest.h>

#include "core/clock.h"
#include "importers/bytes.h"
#include "importers/import.h"
#include "testing/memory_store.h"

namespace waymark::importers {
namespace {

constexpr auto kMeeting = R"({"id_bigint":"7","meeting_name":"A","weekday_tinyint":"2",
    "start_time":"19:00:00","time_zone":"America/New_York","formats":"QX"})";
constexpr auto kFormats = R"([{"id":"90","lang":"en","key_string":"QX","name_string":"Quiet",
    "description_string":"","world_id":"WCHR","format_type_enum":"FC2"}])";
constexpr auto kBodies = R"json([{"id":"12","parent_id":"0","name":"Area","type":"AS",
    "url":"javascript:alert(1)","helpline":"555-0100","world_id":"AR1","description":""}])json";

class BmltLists : public ::testing::Test {
  protected:
    Result<ImportReport> read(const std::string& feed, std::vector<std::string> lists = {}) {
        const ImportOptions options{.format = "bmlt", .source = "na", .lists = std::move(lists)};
        return import_records(bytes_of_text(feed), options, store, FixedClock{Instant{}});
    }
    testing::MemoryStore store;
};

TEST_F(BmltLists, AreKeptFromTheFeedAndFromFiles) {
    const auto feed =
        std::string{R"({"meetings":[)"} + kMeeting + R"(],"formats":)" + kFormats + "}";
    ASSERT_TRUE(read(feed, {kBodies}));
    const auto all = store.lists();
    ASSERT_EQ(all.size(), 1u);
    const auto& lists = all[0];
    ASSERT_EQ(lists.formats.size(), 1u);
    EXPECT_EQ(lists.formats[0].name, "Quiet");
    ASSERT_EQ(lists.service_bodies.size(), 1u);
    EXPECT_EQ(lists.service_bodies[0].helpline, "555-0100");
    EXPECT_EQ(lists.service_bodies[0].url, "") << "an address that would run is not kept";
}

TEST_F(BmltLists, TellWhatTheMeetingsFormatsMean) {
    ASSERT_TRUE(read(std::string{"["} + kMeeting + "]", {kFormats}));
    EXPECT_TRUE(store.meetings()[0].features.has(directory::Feature::wheelchair));
}

TEST_F(BmltLists, StayWhenALaterReadingBringsNone) {
    ASSERT_TRUE(read(std::string{"["} + kMeeting + "]", {kBodies}));
    ASSERT_TRUE(read(std::string{"["} + kMeeting + "]"));
    EXPECT_EQ(store.lists().size(), 1u);
}

TEST_F(BmltLists, OfAnotherShapeRefuseTheWholeReading) {
    for (const auto* other : {"{}", R"([{"id":"1"}])", "nothing"}) {
        EXPECT_FALSE(read(std::string{"["} + kMeeting + "]", {other})) << other;
        EXPECT_TRUE(store.meetings().empty());
    }
}

}  // namespace
}  // namespace waymark::importers
