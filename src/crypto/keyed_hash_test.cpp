#include "crypto/keyed_hash.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace waymark::crypto {
namespace {

TEST(KeyedHash, TheSameTextHasTheSameAndAnotherAnother) {
    EXPECT_EQ(keyed_hash("example.org"), keyed_hash(std::string{"example.org"}));
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 10'000; ++i)
        seen.insert(keyed_hash(std::to_string(i)));
    EXPECT_EQ(seen.size(), 10'000u);
    EXPECT_EQ(keyed_hash(""), keyed_hash({}));
}

}  // namespace
}  // namespace waymark::crypto
