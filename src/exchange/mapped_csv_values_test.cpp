#include "exchange/mapped_csv_values.h"

#include <gtest/gtest.h>

#include <map>

namespace waymark::exchange {
namespace {

constexpr int kNone = -1;

int clock(std::string_view text) {
    const auto time = time_in_cell(text);
    return time ? static_cast<int>(time->count()) : kNone;
}

int length(std::string_view text) {
    const auto read = length_in_cell(text);
    return read ? static_cast<int>(read->count()) : kNone;
}

// "0.2....": the numbers of its days, Sunday first; "none" when it is none.
std::string days(std::string_view text) {
    const auto set = days_in_cell(text);
    if (!set) return "none";
    std::string shown;
    for (unsigned day = 0; day < 7; ++day) {
        shown += set->has(std::chrono::weekday{day}) ? std::to_string(day) : ".";
    }
    return shown;
}

std::string instant(std::string_view text, DateOrder order = DateOrder::month_day_year) {
    const auto read = instant_in_cell(text, order);
    return read ? format_instant(*read) : "none";
}

TEST(CellTime, IsReadAsPeopleWriteIt) {
    const std::map<std::string, int> written{
        {"6:00 PM", 1080},    {"6 PM", 1080},       {"6pm", 1080},       {"6:00 p.m.", 1080},
        {"6:00 p. m.", 1080}, {"06:00 PM", 1080},   {"18:00", 1080},     {"18.00", 1080},
        {"18h00", 1080},      {"18h", 1080},        {"18:00 hrs", 1080}, {"18:00 h", 1080},
        {"1800", 1080},       {"0700", 420},        {"7:05", 425},       {"7:05am", 425},
        {"18:00:00", 1080},   {"6:00:00 PM", 1080}, {"12:00 AM", 0},     {"12:15 am", 15},
        {"12:00 PM", 720},    {"12:30 pm", 750},    {"Noon", 720},       {"12 noon", 720},
        {"Mediodía", 720},    {"Midnight", 0},      {"medianoche", 0},   {"24:00", 1440},
        {"19:30 PM", 1170},   {" 19:30 ", 1170},    {"0000", 0},
    };
    for (const auto& [text, expected] : written)
        EXPECT_EQ(clock(text), expected) << text;
}

TEST(CellTime, IsNotGuessed) {
    for (const char* text :
         {"",    "7",      "19",  "noonish",     "25:00",     "24:01", "12:60",
          "7:5", "7:5 PM", "193", "19300",       "19:30 AM",  "-7:00", "7:00 8:00",
          "PM",  "ampm",   ":30", "7:00 - 8:00", "1930 PM x", "7::00", "99999999999999999999"}) {
        EXPECT_EQ(clock(text), kNone) << text;
    }
}

TEST(CellTimes, MayBeAStartAndAnEnd) {
    const auto shown = [](std::string_view text) -> std::string {
        const auto times = times_in_cell(text);
        if (!times) return "none";
        return format_time_of_day(times->start) +
               (times->end ? " to " + format_time_of_day(*times->end) : "");
    };
    EXPECT_EQ(shown("7:00 PM - 8:30 PM"), "19:00 to 20:30");
    EXPECT_EQ(shown("19:00–20:30"), "19:00 to 20:30");
    EXPECT_EQ(shown("19:00 to 20:30"), "19:00 to 20:30");
    EXPECT_EQ(shown("11 pm a 1 am"), "23:00 to 01:00");
    EXPECT_EQ(shown("7 p.m."), "19:00");
    EXPECT_EQ(shown("7 - 8 PM"), "none") << "seven in the morning, or in the evening?";
    EXPECT_EQ(shown("7:00 PM - late"), "none");
}

TEST(CellLength, IsReadAsPeopleWriteIt) {
    const std::map<std::string, int> written{
        {"1hr 30mins", 90},
        {"1 hr 30 mins", 90},
        {"1h30", 90},
        {"1h 30m", 90},
        {"90", 90},
        {"90 min", 90},
        {"90mins", 90},
        {"1:30", 90},
        {"01:30:00", 90},
        {"1.5 hours", 90},
        {"1 hour", 60},
        {"1hr", 60},
        {"2 hrs", 120},
        {"1 hora", 60},
        {"1 hour and 15 minutes", 75},
        {"2 horas y 15 minutos", 135},
        {"24:00", 1440},
        {"1 h. 5 min.", 65},
    };
    for (const auto& [text, expected] : written)
        EXPECT_EQ(length(text), expected) << text;
}

TEST(CellLength, IsNeitherNothingNorMoreThanADay) {
    for (const char* text : {"", "0", "00:00", "25 hours", "1441", "long", "an hour", "1 day",
                             "-60", "1:75", "1hr 30mins extra", "1e3", "...", "9999999999 h"}) {
        EXPECT_EQ(length(text), kNone) << text;
    }
}

TEST(CellDays, AreReadInEnglishAndSpanish) {
    const std::map<std::string, std::string> written{
        {"Monday", ".1....."},
        {"MONDAY", ".1....."},
        {"Mon", ".1....."},
        {"mon.", ".1....."},
        {"Mondays", ".1....."},
        {"Tues", "..2...."},
        {"Thurs", "....4.."},
        {"Wed", "...3..."},
        {"Lunes", ".1....."},
        {"miércoles", "...3..."},
        {"Mié", "...3..."},
        {"sábado", "......6"},
        {"Domingo", "0......"},
        {"Monday, Friday", ".1...5."},
        {"Mon & Wed", ".1.3..."},
        {"Lunes y jueves", ".1..4.."},
        {"Sun/Sat", "0.....6"},
        {"Daily", "0123456"},
        {"Monday to Friday", ".12345."},
        {"Lunes a viernes", ".12345."},
        {"Every Monday", ".1....."},
    };
    for (const auto& [text, expected] : written)
        EXPECT_EQ(days(text), expected) << text;
}

TEST(CellDays, AreNotGuessed) {
    for (const char* text :
         {"", "1", "M", "Ma", "T", "someday", "First Monday", "Monday-ish", "and"}) {
        EXPECT_EQ(days(text), "none") << text;
    }
}

TEST(CellInstant, IsReadInEverySpellingOfAFeed) {
    EXPECT_EQ(instant("2020-04-0416:50:58"), "2020-04-04T16:50:58Z");
    EXPECT_EQ(instant("2020-04-04 16:50:58"), "2020-04-04T16:50:58Z");
    EXPECT_EQ(instant("2020-04-04T16:50:58Z"), "2020-04-04T16:50:58Z");
    EXPECT_EQ(instant("2020-04-04T16:50:58-05:00"), "2020-04-04T21:50:58Z");
    EXPECT_EQ(instant("2020-04-04"), "2020-04-04T00:00:00Z");
    EXPECT_EQ(instant("4/4/2020 4:50 PM"), "2020-04-04T16:50:00Z");
    EXPECT_EQ(instant("8/4/26"), "2026-08-04T00:00:00Z");
    EXPECT_EQ(instant("8/4/26", DateOrder::day_month_year), "2026-04-08T00:00:00Z");
    EXPECT_EQ(instant("04.08.2026", DateOrder::day_month_year), "2026-08-04T00:00:00Z");
    for (const char* text :
         {"", "yesterday", "2020-13-01", "31/12/2020", "2020-04", "4/4", "1/1/1800"}) {
        EXPECT_EQ(instant(text), "none") << text;
    }
}

TEST(CellWords, AreReadInEnglishAndSpanish) {
    EXPECT_EQ(yes_in_cell("Yes"), true);
    EXPECT_EQ(yes_in_cell("Sí"), true);
    EXPECT_EQ(yes_in_cell("FALSE"), false);
    EXPECT_EQ(yes_in_cell("0"), false);
    EXPECT_EQ(yes_in_cell("maybe"), std::nullopt);
    EXPECT_EQ(venue_in_cell("In-person"), directory::VenueKind::in_person);
    EXPECT_EQ(venue_in_cell("Híbrida"), directory::VenueKind::hybrid);
    EXPECT_EQ(venue_in_cell("temporarily-online"), directory::VenueKind::temporarily_online);
    EXPECT_EQ(venue_in_cell("church"), std::nullopt);
    EXPECT_EQ(fellowship_in_cell("Heroin Anonymous"), directory::Fellowship::ha);
    EXPECT_EQ(fellowship_in_cell("na"), directory::Fellowship::na);
    EXPECT_EQ(fellowship_in_cell("chess"), std::nullopt);
    EXPECT_EQ(language_in_cell("Español"), "es");
    EXPECT_EQ(language_in_cell("PT_br"), "pt-BR");
    EXPECT_EQ(language_in_cell("SPA"), "es");
    EXPECT_EQ(language_in_cell("Klingon"), std::nullopt);
}

TEST(CellDegrees, MayHaveADecimalComma) {
    EXPECT_EQ(degrees_in_cell("40.71"), 40.71);
    EXPECT_EQ(degrees_in_cell("-3,7038"), -3.7038);
    EXPECT_EQ(degrees_in_cell("north"), std::nullopt);
    EXPECT_EQ(degrees_in_cell("nan"), std::nullopt);
}

TEST(CellParts, AreTrimmed) {
    EXPECT_EQ(parts_of_cell("A > B >  > C", ">"), (std::vector<std::string>{"A", "B", "C"}));
    EXPECT_EQ(parts_of_cell("", ","), std::vector<std::string>{});
}

}  // namespace
}  // namespace waymark::exchange
