#include "importers/site_intake.h"

#include <gmock/gmock.h>

namespace waymark::importers {
namespace {

using directory::Facility;

Facility site(const std::string& key, std::size_t bytes = 0) {
    return {.source_key = key, .name = key, .description = std::string(bytes, 'x')};
}

TEST(SiteIntake, MergesRowsOfOneSiteInTheOrderOfTheFeed) {
    SiteIntake sites{0};
    ASSERT_TRUE(sites.take(1, site("a")));
    ASSERT_TRUE(sites.take(2, site("b")));
    ASSERT_TRUE(sites.take(3, site("a", 100)));
    const auto all = sites.release();
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].source_key, "a");
    EXPECT_EQ(all[0].description.size(), 100u);
    ImportReport report;
    sites.tell(report);
    EXPECT_EQ(report.merged, 1);
    EXPECT_THAT(report.merges, ::testing::ElementsAre(Merged{"a", {1, 3}}));
}

TEST(SiteIntake, HoldsNoMoreThanItsMeasure) {
    SiteIntake sites{10'000};
    EXPECT_TRUE(sites.take(1, site("a")));
    const auto refused = sites.take(2, site("b", 10'000));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::limit_reached);

    SiteIntake by_hand{0};
    for (int i = 0; i < 100; ++i)
        EXPECT_TRUE(by_hand.take(i, site(std::to_string(i), 10'000)));
}

}  // namespace
}  // namespace waymark::importers
