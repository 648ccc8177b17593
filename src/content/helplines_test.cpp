// The numbers that come with the program.
#include "content/helplines.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace waymark::content {
namespace {

constexpr const char* kLocalLine = R"({"add": [{
    "id": "us-pa-local", "country": "US", "region": "PA", "name": "County line", "kind": "crisis",
    "youth": false, "for": {"en": "Anyone", "es": "Cualquiera"},
    "phone": {"dial": "+12025550100", "shown": "202-555-0100"}, "text": null, "chat": null,
    "tty": null, "hours": {"en": "Day and night", "es": "Día y noche"}, "note": null,
    "languages": ["en"], "source": "The county", "seen_on": null, "owner_checked_on": "2026-11-01"
}], "off": ["us-quit"]})";

std::string complaint(std::string json) {
    return Helplines::with_local(json).error().message;
}

TEST(Helplines, EveryLineSaysWhereItWasSeenAndNoneClaimsToBeChecked) {
    const Helplines lines;
    EXPECT_EQ(lines.all().size(), 30U);
    for (const auto& line : lines.all()) {
        EXPECT_FALSE(line.source.empty()) << line.id;
        EXPECT_TRUE(line.seen_on) << line.id;
        EXPECT_FALSE(line.owner_checked_on) << line.id << ": only a person may say so";
        EXPECT_NE(lines.emergency_number(line.country), nullptr) << line.id;
    }
    EXPECT_EQ(lines.unchecked().size(), lines.all().size());
}

TEST(Helplines, CrisisLinesOfTheWholeCountryStandFirst) {
    const Helplines lines;
    const auto canada = lines.of_country("CA");
    ASSERT_GE(canada.size(), 6U);
    EXPECT_EQ(canada.front()->kind, "crisis");
    EXPECT_TRUE(canada.front()->region.empty());
    EXPECT_FALSE(canada.back()->region.empty());
    EXPECT_TRUE(lines.of_country("ZZ").empty());
}

TEST(Helplines, ALineForTheYoungSaysSo) {
    EXPECT_TRUE(Helplines{}.line("ca-khp")->is_for_youth);
    EXPECT_FALSE(Helplines{}.line("us-988")->is_for_youth);
}

TEST(Helplines, AHostAddsALineAndSwitchesOneOff) {
    const auto lines = Helplines::with_local(kLocalLine);
    ASSERT_TRUE(lines) << lines.error().message;
    EXPECT_EQ(lines->line("us-quit"), nullptr);
    EXPECT_TRUE(lines->line("us-pa-local")->owner_checked_on);
    EXPECT_EQ(lines->unchecked().size(), 29U);
}

TEST(Helplines, HoursAreDataWhereTheyAreKnown) {
    const Helplines lines;
    const auto at = [](const char* text) { return parse_instant(text).value(); };
    const auto& always = *lines.line("us-988");
    EXPECT_TRUE(always.is_always_open);
    EXPECT_EQ(is_open(always, at("2026-11-22T03:00:00-05:00")), true);

    const auto& weekly = *lines.line("us-mha-text");
    EXPECT_EQ(is_open(weekly, at("2026-11-23T09:59:59-05:00")), false) << "Monday";
    EXPECT_EQ(is_open(weekly, at("2026-11-23T10:00:00-05:00")), true);
    EXPECT_EQ(is_open(weekly, at("2026-11-23T23:59:59-05:00")), true);
    EXPECT_EQ(is_open(weekly, at("2026-11-24T00:00:00-05:00")), false);
    EXPECT_EQ(is_open(weekly, at("2026-11-22T12:00:00-05:00")), false) << "Sunday";
    EXPECT_EQ(next_opening(weekly.open, at("2026-11-21T12:00:00-05:00")),
              at("2026-11-23T10:00:00-05:00"));

    EXPECT_EQ(is_open(*lines.line("ie-hse"), at("2026-11-23T12:00:00Z")), std::nullopt)
        << "“office hours” is not a time";
}

TEST(Helplines, OnlyWhatIsOpenDayAndNightSaysSo) {
    const Helplines lines;
    for (const auto& line : lines.all()) {
        EXPECT_EQ(line.is_always_open, line.hours.en == "Day and night") << line.id;
    }
}

TEST(Helplines, AHostWritesHoursToo) {
    std::string text = kLocalLine;
    const std::string hours = R"("open": {"zone": "America/New_York",
        "spans": [{"days": ["sat"], "from": "22:00", "until": "02:00"}]}, "note": null)";
    text.replace(text.find("\"note\": null"), 12, hours);
    const auto lines = Helplines::with_local(text);
    ASSERT_TRUE(lines) << lines.error().message;
    const auto& line = *lines->line("us-pa-local");
    EXPECT_EQ(is_open(line, parse_instant("2026-11-22T01:00:00-05:00").value()), true);
    const auto with = [&](std::string from, std::string to) {
        auto changed = text;
        return complaint(changed.replace(changed.find(from), from.size(), to));
    };
    EXPECT_THAT(with("America/New_York", "New York"), testing::HasSubstr("zone"));
    EXPECT_THAT(with("\"sat\"", "\"Sat\""), testing::HasSubstr("days"));
    EXPECT_THAT(with("22:00", "22.00"), testing::HasSubstr("from"));
    EXPECT_THAT(with("\"until\"", "\"till\""), testing::HasSubstr("until: is missing"));
}

TEST(Helplines, AHostsMistakeIsNamed) {
    const std::string good = kLocalLine;
    const auto with = [&](std::string from, std::string to) {
        auto text = good;
        return text.replace(text.find(from), from.size(), to);
    };
    EXPECT_NE(complaint(with("\"youth\": false, ", "")).find("youth: is missing"),
              std::string::npos);
    EXPECT_NE(complaint(with("+12025550100", "202-555-0100")).find("dial"), std::string::npos);
    EXPECT_NE(complaint(with("+12025550100", "+1202")).find("dial"), std::string::npos);
    EXPECT_NE(complaint(with("\"US\"", "\"us\"")).find("country"), std::string::npos);
    EXPECT_NE(complaint(with("\"chat\": null", "\"chat\": \"http://x.org\"")).find("https"),
              std::string::npos);
    EXPECT_NE(complaint(with("us-quit", "us-gone")).find("off"), std::string::npos);
    EXPECT_NE(complaint(with("us-pa-local", "us-988")).find("is there already"), std::string::npos);
    EXPECT_NE(complaint(with("\"tty\"", "\"ttyy\"")).find("tty: is missing"), std::string::npos);
    EXPECT_EQ(complaint(with("\"note\": null,", "")), "helplines.json, add 1, note: is missing");
    EXPECT_EQ(complaint("{"), "This is not valid JSON.");
    EXPECT_FALSE(Helplines::with_local("[]"));
    EXPECT_FALSE(Helplines::with_local(R"({"add": [], "off": 3})"));
}

constexpr const char* kLocalNumber = R"({"emergency": [{
    "country": "FO", "name": {"en": "Faroe Islands", "es": "Islas Feroe"}, "number": "112",
    "ambulance": null, "source": "The county", "seen_on": null, "owner_checked_on": "2026-11-01"
}]})";

TEST(EmergencyNumbers, AHostAddsOneOrMendsOurs) {
    EXPECT_EQ(Helplines{}.emergency_number("FO"), nullptr);
    const auto added = Helplines::with_local(kLocalNumber);
    ASSERT_TRUE(added) << added.error().message;
    EXPECT_EQ(added->emergency_number("FO")->for_overdose(), "112");
    EXPECT_EQ(added->emergency_numbers().size(), emergency_numbers().size() + 1);
    EXPECT_TRUE(std::ranges::is_sorted(added->emergency_numbers(), {},
                                       &directory::EmergencyNumber::country));

    std::string british = kLocalNumber;
    british.replace(british.find("FO"), 2, "GB");
    const auto mended = Helplines::with_local(british);
    ASSERT_TRUE(mended) << mended.error().message;
    EXPECT_EQ(mended->emergency_number("GB")->number, "112");
    EXPECT_EQ(mended->emergency_numbers().size(), emergency_numbers().size());
    EXPECT_EQ(mended->all().size(), Helplines{}.all().size()) << "its lines stay";
}

TEST(EmergencyNumbers, AHostsMistakeIsNamed) {
    const auto with = [](std::string from, std::string to) {
        std::string text = kLocalNumber;
        return complaint(text.replace(text.find(from), from.size(), to));
    };
    EXPECT_EQ(with("\"FO\"", "\"Fo\""),
              "helplines.json, emergency 1, country: must be two capital letters");
    EXPECT_THAT(with("\"112\"", "\"one one two\""), testing::HasSubstr("number: must be digits"));
    EXPECT_THAT(with("\"112\"", "112"), testing::HasSubstr("emergency 1, number"));
    EXPECT_THAT(with("\"ambulance\": null", "\"ambulance\": \"-\""),
                testing::HasSubstr("ambulance: must be digits"));
    EXPECT_THAT(with("\"source\"", "\"origin\""), testing::HasSubstr("source: is missing"));
    const std::string row = std::string{kLocalNumber}.substr(15);
    const std::string rows = row.substr(0, row.size() - 2);
    EXPECT_THAT(complaint("{\"emergency\": [" + rows + ", " + rows + "]}"),
                testing::HasSubstr("country: is there already"));
}

TEST(EmergencyNumbers, AreShortAndSourced) {
    EXPECT_GE(emergency_numbers().size(), 60U);
    for (const auto& row : emergency_numbers()) {
        EXPECT_LE(row.for_overdose().size(), 5U) << row.country;
        EXPECT_FALSE(row.source.empty()) << row.country;
        EXPECT_EQ(std::ranges::count(emergency_numbers(), row.country,
                                     &directory::EmergencyNumber::country),
                  1)
            << row.country;
    }
    const Helplines lines;
    EXPECT_EQ(lines.emergency_number("US")->for_overdose(), "911");
    EXPECT_EQ(lines.emergency_number("GB")->for_overdose(), "999");
    EXPECT_EQ(lines.emergency_number("JP")->for_overdose(), "119");
    EXPECT_EQ(lines.emergency_number("ZZ"), nullptr);
}

}  // namespace
}  // namespace waymark::content
