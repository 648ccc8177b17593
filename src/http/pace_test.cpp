#include "http/pace.h"

#include <gtest/gtest.h>

#include "http/live_test.h"

namespace waymark::http {
namespace {

using std::chrono::seconds;

TEST(Pace, GivesABodyTheTimeThatFiveHundredBytesASecondTake) {
    const Moment begun{};
    const auto seconds_left = [&](std::size_t received) {
        return std::chrono::floor<seconds>(body_deadline(begun, received, {}) - begun).count();
    };
    EXPECT_EQ(seconds_left(0), 5) << "the grace";
    EXPECT_EQ(seconds_left(499), 5);
    EXPECT_EQ(seconds_left(500), 6);
    EXPECT_EQ(seconds_left(5'000), 15);
    EXPECT_EQ(seconds_left(kBodyBytesMax), 30) << "never longer than a body may take";
}

TEST(Pace, EndsABodyThatTrickles) {
    const Live live{{.timeouts = {.body_grace = seconds{0}}}};
    auto client = live.client();
    const auto begun = std::chrono::steady_clock::now();
    client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\na");
    EXPECT_EQ(client.read_answer().status, 408);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, Timeouts{}.body);
}

}  // namespace
}  // namespace waymark::http
