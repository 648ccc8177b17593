// The sample feed: the same each time, readable, and like a real one in its shape.

#include "sample/sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/geo.h"
#include "core/time.h"
#include "directory/fellowship.h"
#include "exchange/features.h"
#include "exchange/meeting_guide.h"
#include "json/parse.h"

namespace waymark::sample {
namespace {

using json::Value;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr std::size_t kMany = 4000;

const Value::Array& many() {
    static const Value feed = json::parse(sample_feed(kMany, 1)).value();
    return *feed.items();
}

// How large a share of the rows has `text` under `key`.
double share(std::string_view key, std::string_view text) {
    const auto having =
        std::ranges::count_if(many(), [&](const Value& row) { return row.text_or(key) == text; });
    return static_cast<double>(having) / static_cast<double>(many().size());
}

double share_of_type(std::string_view code) {
    const auto having = std::ranges::count_if(many(), [&](const Value& row) {
        const auto& types = *row.find("types")->items();
        return std::ranges::find(types, Value{code}) != types.end();
    });
    return static_cast<double>(having) / static_cast<double>(many().size());
}

double share_addressed_in(std::string_view country) {
    const auto there = std::ranges::count_if(many(), [&](const Value& row) {
        return row.text_or("formatted_address").ends_with(country);
    });
    return static_cast<double>(there) / static_cast<double>(many().size());
}

TEST(Sample, IsTheSameForTheSameSeedAndAnotherForAnother) {
    EXPECT_EQ(sample_feed(200, 1), sample_feed(200, 1));
    EXPECT_NE(sample_feed(200, 1), sample_feed(200, 2));
}

TEST(Sample, HasAsManyRowsAsAsked) {
    for (const std::size_t count : {0U, 1U, 2U, 777U}) {
        const auto feed = json::parse(sample_feed(count, 3));
        ASSERT_TRUE(feed) << count;
        EXPECT_EQ(feed->items()->size(), count);
    }
    EXPECT_EQ(many().size(), kMany);
}

TEST(Sample, ComesInPiecesThatAreTheWhole) {
    std::string joined;
    std::size_t pieces = 0;
    write_sample({.count = 1000, .seed = 1}, [&](std::string_view piece) {
        joined.append(piece);
        ++pieces;
    });
    EXPECT_GT(pieces, 5U);
    EXPECT_EQ(joined, sample_feed(1000, 1));
}

TEST(Sample, IsReadByTheMeetingGuideReaderWithoutARefusal) {
    for (const Value& row : many()) {
        const auto meeting = exchange::read_meeting_guide(row, {});
        ASSERT_TRUE(meeting) << meeting.error().message;
        EXPECT_EQ(directory::code_of(meeting->venue.usual) == "unknown", false) << meeting->name;
        EXPECT_TRUE(meeting->place.point && meeting->place.point->is_valid());
        EXPECT_EQ(meeting->schedule.zone.name(), row.text_or("timezone"));
        EXPECT_EQ(directory::info(meeting->fellowship).code, row.text_or("fellowship"));
    }
}

TEST(Sample, HasSlugsThatAreUniqueShortAndFitForLinks) {
    std::set<std::string_view> slugs;
    for (const Value& row : many()) {
        const auto slug = row.text_or("slug");
        EXPECT_TRUE(slugs.insert(slug).second) << slug;
        EXPECT_LE(slug.size(), 64U);
        EXPECT_EQ(slug.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"),
                  std::string_view::npos)
            << slug;
    }
}

TEST(Sample, UsesOnlyCodesThatTheSpecificationHas) {
    for (const Value& row : many()) {
        EXPECT_LE(row.find("types")->items()->size(), 15U);
        for (const Value& type : *row.find("types")->items()) {
            EXPECT_TRUE(exchange::meaning_of_type(*type.string(), directory::Fellowship::aa))
                << *type.string();
        }
    }
}

TEST(Sample, SaysThatItIsFictionalAndLeadsNowhere) {
    for (const Value& row : many()) {
        EXPECT_THAT(std::string{row.text_or("notes")}, StartsWith("Fictional sample listing."));
        EXPECT_THAT(std::string{row.text_or("url")}, StartsWith("https://example.org/"));
        if (const auto url = row.text_or("conference_url"); !url.empty()) {
            EXPECT_THAT(std::string{url}, StartsWith("https://example.org/meet/"));
        }
        if (const auto phone = row.text_or("conference_phone"); !phone.empty()) {
            EXPECT_THAT(std::string{phone}, StartsWith("+120255501"));
            EXPECT_EQ(phone.size(), 12U);
        }
    }
}

TEST(Sample, IsSpreadOverTheWorldAsGroupsAre) {
    EXPECT_NEAR(share_addressed_in("United States"), 0.60, 0.04);
    EXPECT_NEAR(share_addressed_in("Canada"), 0.08, 0.02);
    EXPECT_NEAR(share_addressed_in("United Kingdom"), 0.05, 0.02);
    EXPECT_NEAR(share("fellowship", "na"), 0.40, 0.04);
    EXPECT_NEAR(share("fellowship", "aa"), 0.28, 0.04);
    EXPECT_NEAR(share("attendance_option", "in_person"), 0.70, 0.04);
    EXPECT_NEAR(share("attendance_option", "online"), 0.18, 0.03);
    EXPECT_NEAR(share("attendance_option", "hybrid"), 0.12, 0.03);
    EXPECT_NEAR(share_of_type("O"), 0.55, 0.04);
    EXPECT_NEAR(share_of_type("X"), 0.33, 0.05);
    EXPECT_GT(share_of_type("S"), 0.05);
    EXPECT_GT(share("time", "19:00"), share("time", "18:30"));
    EXPECT_GT(share("time", "12:00"), 0.05);
}

TEST(Sample, HasTheTwelveProgrammesThatHaveACard) {
    std::set<std::string_view> codes;
    for (const Value& row : many()) {
        const auto code = row.text_or("fellowship");
        EXPECT_TRUE(directory::fellowship_of_code(code)) << code;
        codes.insert(code);
    }
    EXPECT_EQ(codes.size(), 12U);
}

TEST(Sample, WasUpdatedInTheTwoHundredDaysBeforeItsDate) {
    const auto as_of = parse_instant("2026-03-01T00:00:00Z").value();
    std::string feed;
    write_sample({.count = 500, .as_of = as_of}, [&](std::string_view piece) { feed += piece; });
    const Value rows = json::parse(feed).value();
    for (const Value& row : *rows.items()) {
        const auto updated = parse_instant(std::string{row.text_or("updated")} + "Z");
        ASSERT_TRUE(updated) << row.text_or("updated");
        EXPECT_LE(*updated, as_of);
        EXPECT_GE(*updated, as_of - std::chrono::hours{200 * 24});
    }
}

TEST(Sample, KeepsTheMeetingsOfAGroupAtOneVenueOnDifferentDays) {
    std::map<std::string, std::set<std::int64_t>> days;
    for (const Value& row : many()) {
        if (row.text_or("attendance_option") == "online") continue;
        const std::string where =
            std::string{row.text_or("name")} + "|" + std::string{row.text_or("formatted_address")};
        EXPECT_TRUE(days[where].insert(*row.find("day")->integer()).second) << where;
    }
    const auto daily =
        std::ranges::count_if(days, [](const auto& each) { return each.second.size() == 7; });
    EXPECT_GT(daily, 0);
}

}  // namespace
}  // namespace waymark::sample
