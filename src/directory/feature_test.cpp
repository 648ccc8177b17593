#include "directory/feature.h"

#include <gtest/gtest.h>

#include <set>

namespace waymark::directory {
namespace {

TEST(Feature, StandsInItsTableWhereItsNumberSays) {
    std::set<std::string_view> codes;
    std::size_t place = 0;
    for (const auto& feature : features()) {
        EXPECT_EQ(static_cast<std::size_t>(feature.feature), place++);
        EXPECT_EQ(feature_of_code(feature.code), feature.feature);
        EXPECT_TRUE(codes.insert(feature.code).second) << feature.code;
        EXPECT_FALSE(feature.name.empty()) << feature.code;
    }
    EXPECT_EQ(place, static_cast<std::size_t>(Feature::count_));
    EXPECT_EQ(feature_of_code("wheel-chair"), std::nullopt);
}

TEST(FeatureSet, HoldsWhatWasAdded) {
    FeatureSet set{Feature::women, Feature::medication_welcome};
    EXPECT_TRUE(set.has(Feature::women));
    EXPECT_FALSE(set.has(Feature::men));
    EXPECT_TRUE(set.has_all({Feature::women}));
    EXPECT_FALSE(set.has_all({Feature::women, Feature::men}));
    EXPECT_TRUE(set.has_any({Feature::women, Feature::men}));
    EXPECT_TRUE(set.has_all({}));
    EXPECT_FALSE(set.has_any({}));
    EXPECT_EQ(FeatureSet::of_bits(set.bits()), set);
    set.remove(Feature::women);
    set.remove(Feature::medication_welcome);
    EXPECT_TRUE(set.empty());
}

}  // namespace
}  // namespace waymark::directory
