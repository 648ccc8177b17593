#include "exchange/tsml_csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

namespace waymark::exchange {
namespace {

using directory::Feature;
using directory::Meeting;
using directory::VenueKind;
using ::testing::ElementsAre;

using Cells = std::vector<std::pair<std::string, std::string>>;

Result<Meeting> read(const Cells& cells, const Defaults& defaults = {}) {
    json::Value row = json::Value::object();
    std::vector<std::string> headings;
    for (const auto& [heading, text] : cells) {
        headings.push_back(heading);
        if (!text.empty()) row.set(heading, text);
    }
    const auto columns = TRY(tsml_columns(headings));
    return read_tsml_csv(row, columns, defaults);
}

Cells plugin_row(const Cells& changes = {}) {
    Cells cells{{"Time", "6:00 PM"},
                {"End Time", "7:15 PM"},
                {"Day", "Monday"},
                {"Name", "After Work"},
                {"Location", "Corner House"},
                {"Address", "2634 Union Ave, San Jose, CA 95124, USA"},
                {"Region", "San Jose"},
                {"Sub Region", "West > Cambrian"},
                {"Types", "Open, Wheelchair Access, Newcomer, Spanish, Pottery"},
                {"Notes", "Bring a mug"},
                {"Location Notes", "Upstairs"},
                {"Timezone", "America/Los_Angeles"},
                {"Group", "After Work Group"},
                {"Website", "https://example.org"},
                {"Venmo", "@after-work"},
                {"Contact 1 Name", "A."},
                {"Contact 1 Phone", "202-555-0100"},
                {"Conference URL", ""},
                {"Slug", "after-work"},
                {"Updated", "2020-04-0416:50:58"}};
    for (const auto& [heading, text] : changes) {
        const auto found =
            std::ranges::find(cells, heading, &std::pair<std::string, std::string>::first);
        if (found == cells.end()) {
            cells.emplace_back(heading, text);
        } else {
            found->second = text;
        }
    }
    return cells;
}

TEST(TsmlCsv, ReadsTheRowsOfThePlugin) {
    const Meeting meeting = read(plugin_row()).value();
    EXPECT_EQ(meeting.source_key, "after-work");
    EXPECT_EQ(meeting.name, "After Work");
    EXPECT_TRUE(meeting.schedule.days.has(std::chrono::Monday));
    EXPECT_EQ(meeting.schedule.start, std::chrono::hours{18});
    EXPECT_EQ(meeting.schedule.length, std::chrono::minutes{75});
    EXPECT_EQ(meeting.schedule.zone.name(), "America/Los_Angeles");
    EXPECT_EQ(meeting.venue.usual, VenueKind::in_person);
    EXPECT_EQ(meeting.place.name, "Corner House");
    EXPECT_EQ(meeting.place.town, "San Jose");
    EXPECT_EQ(meeting.place.notes, "Upstairs");
    EXPECT_THAT(meeting.regions, ElementsAre("San Jose", "West", "Cambrian"));
    EXPECT_THAT(meeting.codes, ElementsAre("O", "X", "BE", "S", "Pottery"));
    EXPECT_EQ(meeting.features,
              (directory::FeatureSet{Feature::open, Feature::wheelchair, Feature::newcomers}));
    EXPECT_THAT(meeting.languages, ElementsAre("es"));
    EXPECT_EQ(meeting.group, "After Work Group");
    EXPECT_EQ(meeting.website, "https://example.org");
    EXPECT_EQ(meeting.contributions.venmo, "@after-work");
    EXPECT_THAT(meeting.contacts, ElementsAre(directory::Contact{"A.", "202-555-0100", ""}));
    EXPECT_EQ(meeting.freshness.updated, parse_instant("2020-04-04T16:50:58Z").value());
}

TEST(TsmlCsv, PutsAMeetingWithoutCoordinatesInItsPostcode) {
    const Meeting meeting = read(plugin_row({{"Timezone", ""}})).value();
    ASSERT_TRUE(meeting.place.point.has_value());
    EXPECT_TRUE(meeting.place.is_approximate);
    EXPECT_LT(distance_between(*meeting.place.point, {37.256, -121.92}).value, 6);
    EXPECT_EQ(meeting.schedule.zone.name(), "America/Los_Angeles");
    EXPECT_EQ(meeting.venue.usual, VenueKind::in_person);
}

TEST(TsmlCsv, TellsHowOneTakesPart) {
    const auto venue = [](const Cells& changes) { return read(plugin_row(changes))->venue.usual; };
    const std::string link = "https://zoom.us/j/1";
    EXPECT_EQ(venue({{"Conference URL", link}}), VenueKind::hybrid);
    EXPECT_EQ(venue({{"Conference URL", link}, {"Types", "Location Temporarily Closed"}}),
              VenueKind::temporarily_online);
    EXPECT_EQ(venue({{"Conference URL", link}, {"Types", "Temporary Closure, Online Meeting"}}),
              VenueKind::temporarily_online);
    EXPECT_EQ(venue({{"Types", "TC"}}), VenueKind::suspended);
    EXPECT_EQ(venue({{"Conference URL", link}, {"Address", "San Jose, CA, USA"}}),
              VenueKind::online);
    EXPECT_EQ(venue({{"Day", ""}, {"Time", ""}}), VenueKind::by_appointment);
}

TEST(TsmlCsv, ReadsAGoogleSheet) {
    const Meeting meeting = read({{"ID", "noon-hope"},
                                  {"Name", "Noon Hope"},
                                  {"Day", "Sunday"},
                                  {"Time", "12:00 PM"},
                                  {"Full Address", "100 Market St, Philadelphia, PA 19106, USA"},
                                  {"Regions", "Pennsylvania > Philadelphia > Old City"},
                                  {"Types", "O, W"},
                                  {"Conference URL", "zoom.us/j/2"},
                                  {"Conference Phone", "+12025550100,,2#"}})
                                .value();
    EXPECT_EQ(meeting.source_key, "noon-hope");
    EXPECT_EQ(meeting.online.url, "https://zoom.us/j/2");
    EXPECT_EQ(meeting.online.phone, "+12025550100,,2#");
    EXPECT_EQ(meeting.venue.usual, VenueKind::hybrid);
    EXPECT_THAT(meeting.regions, ElementsAre("Pennsylvania", "Philadelphia", "Old City"));
    EXPECT_EQ(meeting.features, (directory::FeatureSet{Feature::open, Feature::women}));
    EXPECT_EQ(meeting.schedule.zone.name(), "America/New_York");
}

TEST(TsmlCsv, MakesAKeyOfNameDayAndTimeWhereThereIsNoSlug) {
    EXPECT_EQ(read(plugin_row({{"Slug", ""}}))->source_key, "after-work-monday-1800");
}

TEST(TsmlCsv, ReadsTypesInTheWordsOfTheirFellowship) {
    const Defaults rd{.fellowship = directory::Fellowship::recovery_dharma};
    const auto meeting = read(plugin_row({{"Types", "Dog Friendly"}}), rd);
    EXPECT_TRUE(meeting->features.has(Feature::dogs_welcome));
}

TEST(TsmlCsv, NamesTheColumnOfARefusedRow) {
    const auto refused = [](const Cells& changes) {
        const auto meeting = read(plugin_row(changes));
        return meeting ? "taken" : meeting.error().field;
    };
    EXPECT_EQ(refused({{"Name", ""}, {"Group", ""}}), "Name");
    EXPECT_EQ(refused({{"Day", "Someday"}}), "Day");
    EXPECT_EQ(refused({{"Day", ""}}), "Day");
    EXPECT_EQ(refused({{"Time", "late"}}), "Time");
    EXPECT_EQ(refused({{"Time", ""}}), "Time");
    EXPECT_EQ(refused({{"Timezone", ""}, {"Address", ""}}), "Timezone");
}

TEST(TsmlCsv, NeedsAColumnForNameDayAndTime) {
    for (const char* missing : {"Name", "Day", "Time"}) {
        std::vector<std::string> headings{"Name", "Day", "Time", "Types"};
        std::erase(headings, missing);
        const auto columns = tsml_columns(headings);
        ASSERT_FALSE(columns.has_value()) << missing;
        EXPECT_EQ(columns.error().kind, ErrorKind::unreadable);
    }
}

}  // namespace
}  // namespace waymark::exchange
