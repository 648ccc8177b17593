// All meetings of a directory, packed.

#include "engine/listings.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace waymark::engine {
namespace {

using directory::Meeting;

Meeting meeting(std::int64_t id) {
    Meeting meeting{.id = {id}, .source = {1 + id % 2}, .source_key = std::to_string(id)};
    meeting.name = "Meeting " + std::to_string(id);
    meeting.place.town = id % 3 == 0 ? "Salem" : "Lynn";
    meeting.schedule.start = std::chrono::minutes{id};
    return meeting;
}

Listings listings_of(const std::vector<std::int64_t>& ids) {
    ListingsBuilder builder;
    for (const auto id : ids)
        builder.add(meeting(id));
    return std::move(builder).finish();
}

std::vector<std::int64_t> ids_of(const Listings& listings) {
    std::vector<std::int64_t> ids;
    for (const auto& each : listings)
        ids.push_back(each.id.value);
    return ids;
}

TEST(Listings, AreWalkedInTheOrderOfTheirIds) {
    EXPECT_EQ(ids_of(listings_of({7, 2, 9, 4})), (std::vector<std::int64_t>{2, 4, 7, 9}));
    EXPECT_EQ(ids_of(Listings{}), std::vector<std::int64_t>{});
    EXPECT_TRUE(listings_of({}).empty());
}

TEST(Listings, AreFoundByRowAndById) {
    const auto listings = listings_of({7, 2, 9, 4});
    EXPECT_EQ(listings.size(), 4u);
    EXPECT_EQ(listings[2], meeting(7));
    EXPECT_EQ(listings.id(3), directory::MeetingId{9});
    EXPECT_EQ(listings.row_of({7}), 2u);
    EXPECT_EQ(listings.row_of({2}), 0u);
    EXPECT_EQ(listings.row_of({3}), std::nullopt);
    EXPECT_EQ(listings.row_of({10}), std::nullopt);
    EXPECT_EQ(listings.schedule(1).start, std::chrono::minutes{4});
    EXPECT_EQ(listings.part(1, UpTo::heading).place.town, "");
    EXPECT_EQ(listings.part(1, UpTo::place).place.town, "Lynn");
}

TEST(Listings, OfSomeShareTheBytesOfAll) {
    std::optional<Listings> some;
    {
        const auto all = listings_of({7, 2, 9, 4});
        some = all.only([](const Meeting& each) { return each.source.value == 2; });
    }
    EXPECT_EQ(ids_of(*some), (std::vector<std::int64_t>{7, 9}));
    EXPECT_EQ((*some)[1], meeting(9));
    EXPECT_EQ(some->row_of({2}), std::nullopt);
}

}  // namespace
}  // namespace waymark::engine
