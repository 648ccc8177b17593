#include "exchange/mapped_csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace waymark::exchange {
namespace {

using directory::Feature;
using directory::FeatureSet;
using directory::Meeting;
using ::testing::ElementsAre;

using Cells = std::vector<std::pair<std::string, std::string>>;

json::Value row_of(const Cells& cells) {
    json::Value row = json::Value::object();
    for (const auto& [column, text] : cells) {
        if (!text.empty()) row.set(column, text);
    }
    return row;
}

const Defaults kLondon{.zone = Zone::named("Europe/London").value()};

Meeting read(std::string_view map, const Cells& cells, const Defaults& defaults = kLondon) {
    auto meeting = read_mapped_csv(row_of(cells), ColumnMap::parse(map).value(), defaults);
    EXPECT_TRUE(meeting.has_value()) << meeting.error().field << ": " << meeting.error().message;
    return meeting.value_or(Meeting{});
}

// Where in the map it is wrong; "right" when it is not.
std::string fault(std::string_view map) {
    const auto parsed = ColumnMap::parse(map);
    return parsed ? "right" : parsed.error().field;
}

TEST(MappedCsv, ReadsTheColumnsThatTheMapNames) {
    const Meeting meeting = read(
        R"({"columns": {"name": "Title", "day": "When", "time": "At", "length": "For",
                        "types": ["Format", "More"], "wheelchair": "Ramp", "open": "Anyone",
                        "location": "Hall", "address": "Where", "postcode": "Code",
                        "latitude": "N", "longitude": "E", "languages": "In"},
            "values": {"day": {"Tu": "Tuesday"}, "types": {"BB": "Big Book"}},
            "constants": {"country": "GB", "fellowship": "NA"}})",
        {{"Title", "Quiet Hour"},
         {"When", "tu"},
         {"At", "19.30"},
         {"For", "1hr 30mins"},
         {"Format", "BB"},
         {"More", "Candlelight"},
         {"Ramp", "Yes"},
         {"Anyone", "No"},
         {"Hall", "Friends House"},
         {"Where", "High Street"},
         {"Code", "NW1 2BJ"},
         {"N", "51.5256"},
         {"E", "-0.1297"},
         {"In", "English, Welsh"},
         {"Ignored", "x"}});
    EXPECT_EQ(meeting.name, "Quiet Hour");
    EXPECT_TRUE(meeting.schedule.days.has(std::chrono::Tuesday));
    EXPECT_EQ(meeting.schedule.start, std::chrono::minutes{1170});
    EXPECT_EQ(meeting.schedule.length, std::chrono::minutes{90});
    EXPECT_EQ(meeting.fellowship, directory::Fellowship::na);
    EXPECT_EQ(meeting.features, (FeatureSet{Feature::wheelchair, Feature::closed,
                                            Feature::literature, Feature::candlelight}));
    EXPECT_EQ(meeting.place.street, "High Street");
    EXPECT_EQ(meeting.place.country, "GB");
    EXPECT_EQ(meeting.place.point, (GeoPoint{51.5256, -0.1297}));
    EXPECT_EQ(meeting.venue.usual, directory::VenueKind::in_person);
    EXPECT_THAT(meeting.languages, ElementsAre("en", "cy"));
    EXPECT_EQ(meeting.source_key, "quiet-hour-tuesday-1930");
    EXPECT_TRUE(meeting.residue.empty());
}

TEST(MappedCsv, KnowsCommonColumnsInEnglishAndSpanish) {
    const std::vector<std::string> columns{
        "Nombre",          "Día",     "Hora de inicio", "Duración", "Lugar",     "Calle",
        "Ciudad",          "País",    "Latitud",        "Longitud", "Modalidad", "Enlace de Zoom",
        "Silla de ruedas", "Abierta", "Idioma"};
    const auto map = ColumnMap::recognized(columns);
    ASSERT_TRUE(map.check(columns).has_value());
    const auto meeting = read_mapped_csv(row_of({{"Nombre", "Sólo por hoy"},
                                                 {"Día", "miércoles"},
                                                 {"Hora de inicio", "19:30 h"},
                                                 {"Duración", "1 hora"},
                                                 {"Lugar", "Parroquia"},
                                                 {"Calle", "Calle Mayor 3"},
                                                 {"Ciudad", "Madrid"},
                                                 {"País", "España"},
                                                 {"Latitud", "40,4155"},
                                                 {"Longitud", "-3,7074"},
                                                 {"Modalidad", "Híbrida"},
                                                 {"Enlace de Zoom", "https://zoom.us/j/3"},
                                                 {"Silla de ruedas", "Sí"},
                                                 {"Abierta", "Sí"},
                                                 {"Idioma", "Español"}}),
                                         map, {});
    ASSERT_TRUE(meeting.has_value()) << meeting.error().message;
    EXPECT_TRUE(meeting->schedule.days.has(std::chrono::Wednesday));
    EXPECT_EQ(meeting->schedule.zone.name(), "Europe/Madrid");
    EXPECT_EQ(meeting->venue.usual, directory::VenueKind::hybrid);
    EXPECT_EQ(meeting->features, (FeatureSet{Feature::wheelchair, Feature::open}));
    EXPECT_THAT(meeting->languages, ElementsAre("es"));
    EXPECT_EQ(meeting->source_key, "solo-por-hoy-wednesday-1930");
}

TEST(MappedCsv, ReadsTheDoorInWordsToo) {
    const auto door = [](const std::string& field, const std::string& cell) {
        const Meeting meeting =
            read(R"({"columns": {"name": "N", "day": "D", "time": "T", ")" + field + R"(": "X"}})",
                 {{"N", "A"}, {"D", "Monday"}, {"T", "7:00"}, {"X", cell}});
        return meeting.features;
    };
    EXPECT_EQ(door("open", "Yes"), FeatureSet{Feature::open});
    EXPECT_EQ(door("open", "No"), FeatureSet{Feature::closed});
    EXPECT_EQ(door("closed", "Yes"), FeatureSet{Feature::closed});
    EXPECT_EQ(door("closed", "No"), FeatureSet{Feature::open});
    EXPECT_EQ(door("open", "Closed meeting"), FeatureSet{Feature::closed});
    EXPECT_EQ(door("closed", "Reunión abierta"), FeatureSet{Feature::open});
    EXPECT_EQ(door("open", "ask"), FeatureSet{});
}

TEST(MappedCsv, TakesTheTablesWordForHowOneTakesPartButNotForADoor) {
    const auto venue = [](const std::string& told, const std::string& street) {
        const std::string map = R"({"columns": {"name": "N", "day": "D", "time": "T",
                                                "venue_kind": "V", "street": "S"}})";
        const Cells cells{{"N", "A"}, {"D", "Monday"}, {"T", "7:00"}, {"V", told}, {"S", street}};
        return directory::code_of(read(map, cells).venue.usual);
    };
    EXPECT_EQ(venue("Online", ""), "online");
    EXPECT_EQ(venue("Online", "1 Main Street"), "online");
    EXPECT_EQ(venue("Hybrid", "1 Main Street"), "hybrid");
    EXPECT_EQ(venue("Hybrid", ""), "online");
    EXPECT_EQ(venue("In person", "1 Main Street"), "in-person");
    EXPECT_EQ(venue("In person", ""), "unknown");
    EXPECT_EQ(venue("By appointment", "1 Main Street"), "by-appointment");
    EXPECT_EQ(venue("", "1 Main Street"), "in-person");
}

TEST(MappedCsv, TakesWhatAGroupSaysOfMedication) {
    const std::string map =
        R"({"columns": {"name": "N", "day": "D", "time": "T", "medication": "M"}})";
    using Attitude = directory::MedicationFact::Attitude;
    const auto said = [&](const std::string& cell) {
        return read(map, {{"N", "A"}, {"D", "Monday"}, {"T", "7:00"}, {"M", cell}}).medication;
    };
    EXPECT_EQ(said("Yes").attitude, Attitude::welcomes);
    EXPECT_EQ(said("Yes").source, "the group's own listing");
    EXPECT_EQ(said("refuses").attitude, Attitude::refuses);
    EXPECT_EQ(said("outside issue").attitude, Attitude::unknown);
    EXPECT_EQ(said("").source, "");
}

TEST(MappedCsv, CountsWhatItCouldNotUnderstand) {
    Warnings warnings;
    const Defaults defaults{.zone = kLondon.zone, .warnings = &warnings};
    const Meeting meeting = read(
        R"({"columns": {"name": "N", "day": "D", "time": "T", "wheelchair": "W", "languages": "L",
                        "venue_kind": "V", "latitude": "A", "longitude": "O"}})",
        {{"N", "A"},
         {"D", "Monday"},
         {"T", "7:00"},
         {"W", "ring first"},
         {"L", "Klingon"},
         {"V", "somehow"},
         {"A", "here"},
         {"O", "there"}},
        defaults);
    EXPECT_TRUE(meeting.features.empty());
    EXPECT_EQ(warnings.counts().size(), 4u);
}

TEST(MappedCsv, SaysWhereAMapIsWrong) {
    EXPECT_EQ(fault(R"({"columns": {"name": "Title"}})"), "right");
    EXPECT_EQ(fault(""), "map");
    EXPECT_EQ(fault("[]"), "map");
    EXPECT_EQ(fault(R"({"columns": {"name": "A", "name": "B"}})"), "map");
    EXPECT_EQ(fault("{}"), "map.columns");
    EXPECT_EQ(fault(R"({"columns": []})"), "map.columns");
    EXPECT_EQ(fault(R"({"columns": {"colour": "Colour"}})"), "map.columns.colour");
    EXPECT_EQ(fault(R"({"columns": {"name": 3}})"), "map.columns.name");
    EXPECT_EQ(fault(R"({"columns": {"name": []}})"), "map.columns.name");
    EXPECT_EQ(fault(R"({"columns": {"name": "A"}, "value": {}})"), "map.value");
    EXPECT_EQ(fault(R"({"columns": {"name": "A"}, "values": {"day": "x"}})"), "map.values.day");
    EXPECT_EQ(fault(R"({"columns": {"name": "A"}, "values": {"day": {"x": 1}}})"),
              "map.values.day");
    EXPECT_EQ(fault(R"({"columns": {"name": "A"}, "constants": {"day": 1}})"), "map.constants.day");
    EXPECT_EQ(fault(R"({"columns": {"name": "A"}, "date_format": "dmy"})"), "map.date_format");
}

TEST(MappedCsv, ChecksTheMapAgainstTheTable) {
    const auto map =
        ColumnMap::parse(R"({"columns": {"name": "Title", "day": "Day", "time": "Time"}})").value();
    const std::vector<std::string> columns{"Title", "Day", "Time", "Other"};
    EXPECT_TRUE(map.check(columns).has_value());
    const std::vector<std::string> others{"title", "Day", "Time"};
    EXPECT_EQ(map.check(others).error().field, "map.columns.name");
}

TEST(MappedCsv, ReadsDatesInTheOrderTheMapSays) {
    const Meeting meeting = read(
        R"({"columns": {"name": "N", "day": "D", "time": "T", "updated": "U"},
            "date_format": "day-month-year"})",
        {{"N", "A"}, {"D", "Monday"}, {"T", "7:00"}, {"U", "04/08/2026"}});
    EXPECT_EQ(meeting.freshness.updated, parse_instant("2026-08-04T00:00:00Z").value());
}

}  // namespace
}  // namespace waymark::exchange
