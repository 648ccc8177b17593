#include "exchange/naws.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <utility>

namespace waymark::exchange {
namespace {

using directory::Feature;
using directory::Meeting;
using directory::VenueKind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Cells = std::initializer_list<std::pair<const char*, const char*>>;

// A believable row, with some cells changed; an empty text takes a cell away.
json::Value row(Cells changes = {}) {
    json::Value::Object cells{
        {"Committee", "G00100001"},
        {"CommitteeName", "Harbour Lights"},
        {"AreaRegion", "AR10001"},
        {"ParentName", "Harbour Area"},
        {"Closed", "OPEN"},
        {"WheelChr", "TRUE"},
        {"Day", "Friday"},
        {"Time", "1930"},
        {"Place", "Seamen's House"},
        {"Address", "1 Pier Street"},
        {"City", "Brooklyn"},
        {"LocBorough", "Red Hook"},
        {"State", "NY"},
        {"Zip", "11231"},
        {"Country", "USA"},
        {"Directions", "Side gate; closed Memorial Day"},
        {"Institutional", "FALSE"},
        {"Format1", "BEG"},
        {"Format2", "STEP"},
        {"Longitude", "-74.0134"},
        {"Latitude", "40.6770"},
        {"TimeZone", "America/New_York"},
        {"bmlt_id", "1751"},
    };
    for (const auto& [column, text] : changes) {
        std::erase_if(cells, [&](const auto& cell) { return cell.first == column; });
        if (*text != '\0') cells.emplace_back(column, text);
    }
    return json::Value{std::move(cells)};
}

Meeting read(Cells changes = {}) {
    const Defaults defaults{.fellowship = directory::Fellowship::na};
    auto meeting = read_naws(row(changes), defaults);
    EXPECT_TRUE(meeting.has_value()) << meeting.error().field << ": " << meeting.error().message;
    return meeting.value_or(Meeting{});
}

std::string refused_column(Cells changes) {
    const auto meeting = read_naws(row(changes), {});
    return meeting ? "taken" : meeting.error().field;
}

TEST(Naws, ReadsARow) {
    const Meeting meeting = read();
    EXPECT_EQ(meeting.source_key, "1751");
    EXPECT_EQ(meeting.name, "Harbour Lights");
    EXPECT_EQ(meeting.world_id, "G00100001");
    EXPECT_EQ(meeting.service_body, "AR10001");
    EXPECT_THAT(meeting.regions, ElementsAre("Harbour Area"));
    EXPECT_EQ(meeting.fellowship, directory::Fellowship::na);
    EXPECT_TRUE(meeting.schedule.days.has(std::chrono::Friday));
    EXPECT_EQ(meeting.schedule.start, std::chrono::minutes{19 * 60 + 30});
    EXPECT_EQ(meeting.schedule.zone.name(), "America/New_York");
    EXPECT_EQ(meeting.venue.usual, VenueKind::in_person);
    EXPECT_EQ(meeting.place.name, "Seamen's House");
    EXPECT_EQ(meeting.place.street, "1 Pier Street");
    EXPECT_EQ(meeting.place.town, "Brooklyn");
    EXPECT_EQ(meeting.place.borough, "Red Hook");
    EXPECT_EQ(meeting.place.postcode, "11231");
    EXPECT_EQ(meeting.place.notes, "Side gate; closed Memorial Day");
    EXPECT_EQ(meeting.place.point, (GeoPoint{40.6770, -74.0134}));
    EXPECT_EQ(meeting.features, (directory::FeatureSet{Feature::open, Feature::wheelchair,
                                                       Feature::newcomers, Feature::step_study}));
    EXPECT_THAT(meeting.codes, ElementsAre("BEG", "STEP", "OPEN", "WCHR"));
    EXPECT_TRUE(meeting.is_published);
    EXPECT_THAT(meeting.residue, IsEmpty());
}

TEST(Naws, IsKnownByItsGroupAndTimeWhereTheServerGaveNoId) {
    EXPECT_EQ(read({{"bmlt_id", ""}}).source_key, "G00100001 Friday 1930");
    EXPECT_EQ(read({{"bmlt_id", ""}, {"Committee", ""}}).source_key, "Harbour Lights Friday 1930");
}

TEST(Naws, TellsHowOneTakesPart) {
    const auto venue = [](Cells changes) { return read(changes).venue.usual; };
    const char* link = "https://zoom.us/j/1";
    EXPECT_EQ(venue({{"Format3", "VM"}, {"VirtualMeetingLink", link}}), VenueKind::online);
    EXPECT_EQ(venue({{"Format3", "HYBR"}, {"VirtualMeetingLink", link}}), VenueKind::hybrid);
    EXPECT_EQ(venue({{"Format3", "VM"}, {"Format4", "TC"}, {"VirtualMeetingLink", link}}),
              VenueKind::temporarily_online);
    EXPECT_EQ(venue({{"Format3", "TC"}, {"PhoneMeetingNumber", "+1 202-555-0100"}}),
              VenueKind::temporarily_online);
    EXPECT_EQ(venue({{"Format3", "TC"}}), VenueKind::suspended);
    EXPECT_EQ(venue({{"VirtualMeetingLink", link}}), VenueKind::hybrid);
    EXPECT_EQ(venue({{"Address", ""}, {"Place", ""}}), VenueKind::unknown);
    EXPECT_EQ(venue({{"Address", ""}, {"Place", ""}, {"VirtualMeetingLink", link}}),
              VenueKind::online);
}

TEST(Naws, ReadsLanguagesDoorAndDates) {
    const Meeting meeting = read({{"Language1", "ES"},
                                  {"Language2", "English"},
                                  {"Language3", "ES"},
                                  {"Closed", "CLOSED"},
                                  {"WheelChr", "FALSE"},
                                  {"LastChanged", "8/4/26"}});
    EXPECT_THAT(meeting.languages, ElementsAre("es", "en"));
    EXPECT_TRUE(meeting.features.has(Feature::closed));
    EXPECT_FALSE(meeting.features.has(Feature::wheelchair));
    EXPECT_EQ(meeting.freshness.updated, parse_instant("2026-08-04T00:00:00Z").value());
}

TEST(Naws, KeepsUnpublishedRowsUnpublishedAndKnowsRemovedOnes) {
    EXPECT_FALSE(read({{"unpublished", "1"}}).is_published);
    EXPECT_TRUE(is_naws_removal(row({{"Delete", "D"}})));
    EXPECT_FALSE(is_naws_removal(row()));
}

TEST(Naws, FindsTheZoneFromTheSourceOrThePoint) {
    EXPECT_EQ(read({{"TimeZone", ""}}).schedule.zone.name(), "America/New_York");
    const Defaults defaults{.zone = Zone::named("Europe/London").value()};
    EXPECT_EQ(read_naws(row({{"TimeZone", ""}}), defaults)->schedule.zone.name(), "Europe/London");
    EXPECT_EQ(
        refused_column(
            {{"TimeZone", ""}, {"Latitude", ""}, {"City", ""}, {"LocBorough", ""}, {"Zip", ""}}),
        "TimeZone");
}

TEST(Naws, RefusesWhatNobodyCouldGoToAndNamesTheColumn) {
    EXPECT_EQ(refused_column({{"CommitteeName", ""}}), "CommitteeName");
    EXPECT_EQ(refused_column({{"Day", ""}}), "Day");
    EXPECT_EQ(refused_column({{"Day", "Feriado"}}), "Day");
    EXPECT_EQ(refused_column({{"Time", ""}}), "Time");
    EXPECT_EQ(refused_column({{"Time", "2575"}}), "Time");
}

TEST(Naws, NeedsTheColumnsOfSuchAFile) {
    const std::vector<std::string> naws{"Committee", "CommitteeName", "Day", "Time", "Format1"};
    EXPECT_TRUE(check_naws_columns(naws).has_value());
    const std::vector<std::string> other{"Name", "Day", "Time"};
    EXPECT_EQ(check_naws_columns(other).error().kind, ErrorKind::unreadable);
}

}  // namespace
}  // namespace waymark::exchange
