// The lists of starts: each row once for each of its days, in the order of its
// zone's week, apart for each zone, language and way of meeting.

#include "engine/soonest.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace waymark::engine {
namespace {

using directory::VenueKind;
using directory::WeekdaySet;

Row meets(unsigned days, unsigned start, std::uint16_t zone = 0,
          VenueKind venue = VenueKind::online) {
    return {.start = static_cast<std::uint16_t>(start),
            .zone = zone,
            .venue = venue,
            .days = WeekdaySet::of_bits(days)};
}

TEST(Soonest, GoesThroughTheWeekOfEachZone) {
    const std::vector<Row> rows{meets(0b0000100, 600), meets(0b0000001, 1080), meets(0b1000001, 60),
                                meets(0b0000001, 30, 1)};
    const Soonest soonest{rows};
    ASSERT_EQ(soonest.groups().size(), 2u);
    const auto& first = soonest.groups()[0];
    const std::vector<RowNumber> its(soonest.rows().begin() + first.first,
                                     soonest.rows().begin() + first.end);
    EXPECT_EQ(its, (std::vector<RowNumber>{2, 1, 0, 2}));
    const std::vector<std::uint16_t> minutes(soonest.minutes().begin() + first.first,
                                             soonest.minutes().begin() + first.end);
    EXPECT_EQ(minutes, (std::vector<std::uint16_t>{60, 1080, 2 * 1440 + 600, 6 * 1440 + 60}));
    EXPECT_EQ(soonest.groups()[1].zone, 1);
}

TEST(Soonest, MidnightAtTheEndOfSaturdayIsTheBeginningOfTheWeek) {
    const Soonest soonest{std::vector<Row>{meets(0b1000000, 1440), meets(0b1000000, 1439)}};
    ASSERT_EQ(soonest.rows().size(), 2u);
    EXPECT_EQ(soonest.rows()[0], 0u);
    EXPECT_EQ(soonest.minutes()[0], 0u);
}

TEST(Soonest, RoomsStandApartUnlessTheyMayMoveOnline) {
    auto moves = meets(1, 60, 0, VenueKind::in_person);
    moves.has_spells = true;
    auto hidden = meets(1, 60);
    hidden.is_double = true;
    const Soonest soonest{std::vector<Row>{meets(1, 60, 0, VenueKind::in_person), moves,
                                           meets(1, 60, 0, VenueKind::hybrid), hidden,
                                           meets(0, 60)}};
    ASSERT_EQ(soonest.groups().size(), 2u);
    EXPECT_FALSE(soonest.groups()[0].may_be_online);
    EXPECT_EQ(soonest.groups()[0].end - soonest.groups()[0].first, 1u);
    EXPECT_TRUE(soonest.groups()[1].may_be_online);
    EXPECT_EQ(soonest.groups()[1].end - soonest.groups()[1].first, 2u);
}

}  // namespace
}  // namespace waymark::engine
