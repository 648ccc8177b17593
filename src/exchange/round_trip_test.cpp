// Real feeds, where they are at hand: how many of each are taken, and that
// reading and writing a record gives the same record, field by field.

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>

#include "core/text.h"
#include "exchange/bmlt.h"
#include "exchange/bmlt_formats.h"
#include "exchange/meeting_guide.h"
#include "json/parse.h"
#include "json/write.h"

namespace waymark::exchange {
namespace {

using directory::Fellowship;

std::optional<json::Value> shared_feed(const std::string& path) {
    std::ifstream file(WAYMARK_SOURCE_DIR "/../shared/data/meetings/" + path);
    if (!file) return std::nullopt;
    std::ostringstream text;
    text << file.rdbuf();
    auto value = json::parse(text.str());
    if (!value) return std::nullopt;
    return *value;
}

json::Value sorted(json::Value value) {
    if (auto* members = value.members()) {
        std::ranges::sort(*members, {}, [](const auto& member) { return member.first; });
    }
    return value;
}

struct Case {
    std::string file;
    Fellowship fellowship = Fellowship::aa;
    std::string zone{};
    int taken = 0;
    std::map<std::string, int> refused_by_field{};
};

void PrintTo(const Case& feed, std::ostream* out) {
    *out << feed.file;
}

class MeetingGuideFeed : public ::testing::TestWithParam<Case> {};

TEST_P(MeetingGuideFeed, IsTakenAndGivenBackFieldByField) {
    const auto& feed = GetParam();
    const auto records = shared_feed(feed.file);
    if (!records) GTEST_SKIP() << "The folder of real feeds is not beside the repository.";
    Defaults defaults{.fellowship = feed.fellowship};
    if (!feed.zone.empty()) defaults.zone = *Zone::named(feed.zone);

    int taken = 0;
    std::map<std::string, int> refused;
    for (const auto& record : *records->items()) {
        const auto meeting = read_meeting_guide(record, defaults);
        if (!meeting) {
            ++refused[meeting.error().field];
            continue;
        }
        ++taken;
        ASSERT_EQ(json::write(sorted(write_meeting_guide(*meeting))), json::write(sorted(record)));
    }
    EXPECT_EQ(taken, feed.taken);
    EXPECT_EQ(refused, feed.refused_by_field);
}

TEST(BmltFeed, IsTakenAndGivenBackFieldByField) {
    const auto feed = shared_feed("bmlt/nyc-all.json");
    if (!feed) GTEST_SKIP() << "The folder of real feeds is not beside the repository.";
    const auto formats = BmltFormats::of(*feed->find("formats"));
    const Defaults defaults{.fellowship = Fellowship::na, .bmlt_formats = &formats};
    std::map<std::string_view, int> venues;
    int published = 0;
    for (const auto& record : *feed->find("meetings")->items()) {
        const auto meeting = read_bmlt(record, defaults);
        ASSERT_TRUE(meeting) << meeting.error().field << ": " << meeting.error().message;
        ++venues[code_of(meeting->venue.usual)];
        published += meeting->is_published ? 1 : 0;
        ASSERT_EQ(json::write(sorted(write_bmlt(*meeting))), json::write(sorted(record)));
    }
    EXPECT_EQ(published, 1513);
    EXPECT_THAT(venues, ::testing::UnorderedElementsAre(::testing::Pair("in-person", 1303),
                                                        ::testing::Pair("online", 144),
                                                        ::testing::Pair("temporarily-online", 22),
                                                        ::testing::Pair("hybrid", 86)));
}

INSTANTIATE_TEST_SUITE_P(
    Real, MeetingGuideFeed,
    ::testing::Values(Case{"tsml/aa-san-jose-2021.json", Fellowship::aa, "", 670},
                      Case{"tsml/aa-se-pennsylvania-2020.json", Fellowship::aa, "", 1928},
                      Case{"tsml/aa-sf-marin-2023.json", Fellowship::aa, "", 658},
                      Case{"tsml/aa-kansas-city-2021.json", Fellowship::aa, "", 206},
                      Case{"tsml/aa-nw-texas-2021.json", Fellowship::aa, "", 613},
                      Case{"tsml/al-anon-2023.json", Fellowship::al_anon, "", 360},
                      Case{"tsml/aa-atlanta-entity-fields-2024.json", Fellowship::aa, "", 6},
                      Case{"tsml/aa-oml-sample.json", Fellowship::aa, "", 46},
                      Case{"tsml/edge-times.json", Fellowship::aa, "America/Chicago", 9},
                      Case{"tsml/edge-times.json", Fellowship::aa, "", 1, {{"timezone", 8}}},
                      Case{"tsml/edge-timezones.json", Fellowship::aa, "", 2},
                      Case{"tsml/edge-appointment.json", Fellowship::aa, "", 2},
                      Case{"mixed/aa-oiaa-online-central-query-2026.json",
                           Fellowship::aa,
                           "",
                           159,
                           {{"timezone", 1}}}));

}  // namespace
}  // namespace waymark::exchange
