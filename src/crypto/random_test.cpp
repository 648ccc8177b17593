#include "crypto/random.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace waymark::crypto {
namespace {

TEST(RandomBytes, AreAsManyAsAsked) {
    EXPECT_EQ(random_bytes(0), "");
    EXPECT_EQ(random_bytes(1).size(), 1u);
    EXPECT_EQ(random_bytes(1000).size(), 1000u);
}

TEST(RandomBytes, DoNotComeTwice) {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i)
        seen.insert(random_bytes(16));
    EXPECT_EQ(seen.size(), 1000u);
}

TEST(RandomBytes, TakeEveryValue) {
    const std::string bytes = random_bytes(1 << 16);
    // Chance misses one of 256 values in 65,536 draws less than once in 10^100.
    EXPECT_EQ(std::set<char>(bytes.begin(), bytes.end()).size(), 256u);
}

TEST(RandomSeed, IsAnotherEachTime) {
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 1000; ++i)
        seen.insert(random_seed());
    EXPECT_EQ(seen.size(), 1000u);
}

}  // namespace
}  // namespace waymark::crypto
