#include "http/buckets.h"

#include <gtest/gtest.h>

namespace waymark::http {
namespace {

const std::string kHome{"\xc0\x00\x02", 3};
const std::string kElsewhere{"\xc6\x33\x64", 3};

int allowed_of(Buckets& buckets, const std::string& prefix, int tries, double seconds) {
    int allowed = 0;
    for (int i = 0; i < tries; ++i)
        allowed += buckets.take(prefix, seconds).is_allowed ? 1 : 0;
    return allowed;
}

TEST(Buckets, AllowsAMinutesWorthAndThenOneASecond) {
    Buckets buckets{60};
    EXPECT_EQ(allowed_of(buckets, kHome, 100, 0), 60);
    EXPECT_EQ(allowed_of(buckets, kHome, 10, 1), 1);
    EXPECT_EQ(allowed_of(buckets, kHome, 10, 6), 5);
    EXPECT_EQ(allowed_of(buckets, kHome, 100, 1000), 60);
}

TEST(Buckets, SaysHowLongToWait) {
    Buckets buckets{6};
    EXPECT_EQ(allowed_of(buckets, kHome, 6, 0), 6);
    EXPECT_EQ(buckets.take(kHome, 0).retry_after_seconds, 10);
    EXPECT_EQ(buckets.take(kHome, 7.5).retry_after_seconds, 3);
    EXPECT_TRUE(buckets.take(kHome, 10).is_allowed);
}

TEST(Buckets, LeavesOthersAlone) {
    Buckets buckets{60};
    allowed_of(buckets, kHome, 100, 0);
    EXPECT_TRUE(buckets.take(kElsewhere, 0).is_allowed);
}

TEST(Buckets, ForgetsAPlaceAMinuteAfterItsLastSearch) {
    Buckets buckets{60};
    allowed_of(buckets, kHome, 100, 0);
    buckets.take(kElsewhere, 0);
    buckets.forget_full(0.5);
    EXPECT_EQ(buckets.size(), 2U);
    buckets.forget_full(1);
    EXPECT_EQ(buckets.size(), 1U);
    buckets.forget_full(60);
    EXPECT_EQ(buckets.size(), 0U);
}

TEST(Buckets, AllowsAnHoursWorthAndThenOneEveryTwelveMinutes) {
    Buckets buckets{5, std::chrono::hours{1}};
    EXPECT_EQ(allowed_of(buckets, kHome, 10, 0), 5);
    EXPECT_EQ(buckets.take(kHome, 0).retry_after_seconds, 720);
    EXPECT_EQ(allowed_of(buckets, kHome, 10, 720), 1);
    buckets.forget_full(719);
    EXPECT_EQ(buckets.size(), 1U);
    buckets.forget_full(720 + 3600);
    EXPECT_EQ(buckets.size(), 0U);
}

TEST(Buckets, StaysSmallUnderAFloodOfPrefixes) {
    Buckets buckets{60};
    for (int i = 0; i < 120'000; ++i)
        buckets.take("flood" + std::to_string(i), 0);
    EXPECT_EQ(buckets.size(), 100'000U);
    EXPECT_TRUE(buckets.take(kHome, 0).is_allowed);
}

}  // namespace
}  // namespace waymark::http
