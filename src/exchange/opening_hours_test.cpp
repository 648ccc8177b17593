#include "exchange/opening_hours.h"

#include <gtest/gtest.h>

#include <string>

#include "core/time.h"

namespace waymark::exchange {
namespace {

// Each span as "12345 09:00-17:00", Sunday being 0.
std::string read(std::string_view text) {
    const auto spans = opening_hours_in(text);
    if (!spans) return "?";
    std::string out;
    for (const auto& span : *spans) {
        if (!out.empty()) out += " | ";
        for (unsigned day = 0; day < 7; ++day) {
            if (span.days.has(std::chrono::weekday{day})) out += std::to_string(day);
        }
        out += " " + format_time_of_day(span.opens) + "-" + format_time_of_day(span.closes);
    }
    return out;
}

TEST(OpeningHours, AreReadAsMapsWriteThem) {
    EXPECT_EQ(read("Mo-Fr 09:00-17:00; Sa 10:00-12:00"), "12345 09:00-17:00 | 6 10:00-12:00");
    EXPECT_EQ(read("Mo,We 09:00-12:00,13:00-17:00"), "13 09:00-12:00 | 13 13:00-17:00");
    EXPECT_EQ(read("Fr-Mo 22:00-02:00"), "0156 22:00-02:00");
    EXPECT_EQ(read("24/7"), "0123456 00:00-24:00");
    EXPECT_EQ(read("Mo-Sa 08:00-20:00; Su off"), "123456 08:00-20:00");
}

TEST(OpeningHours, AreReadAsPeopleWriteThem) {
    EXPECT_EQ(read("Monday to Friday: 9am - 5pm"), "12345 09:00-17:00");
    EXPECT_EQ(read("Mon – Thurs 8:30 AM – 4:30 PM\nFridays 8:30 AM – noon"),
              "1234 08:30-16:30 | 5 08:30-12:00");
    EXPECT_EQ(read("Daily 10:00-18:00"), "0123456 10:00-18:00");
    EXPECT_EQ(read("Open 24 hours"), "0123456 00:00-24:00");
    EXPECT_EQ(read("Tue 24 hours"), "2 00:00-24:00");
}

TEST(OpeningHours, AreNotGuessed) {
    for (const auto* text : {"", "call first", "Mo-Fr", "09:00-17:00", "Mo-Fr 9-5ish",
                             "Mo-Fr 09:00-17:00; PH off", "Mo-Fr 09:00", "Mo-Fr 25:00-26:00",
                             "T 09:00-10:00", "Mo-Fr 09:00-17:00, by appointment"}) {
        EXPECT_EQ(read(text), "?") << text;
    }
}

TEST(OpeningHours, KeepTheirWords) {
    EXPECT_EQ(hours_of(" call first ").words, "call first");
    EXPECT_TRUE(hours_of("call first").spans.empty());
    EXPECT_FALSE(hours_of("24/7").spans.empty());
}

}  // namespace
}  // namespace waymark::exchange
