// --listen, and what is printed for a person to open.
#include "app/listen_address.h"

#include <gtest/gtest.h>

namespace waymark::app {
namespace {

TEST(ListenAddress, TakesHostAndPort) {
    EXPECT_EQ(parse_listen_address("localhost:8080")->port, 8080);
    EXPECT_EQ(parse_listen_address("[::1]:0")->host, "::1");
    EXPECT_EQ(parse_listen_address("0.0.0.0:80")->host, "0.0.0.0");
    for (const auto* wrong : {"", "8080", ":8080", "localhost:", "localhost:port",
                              "localhost:70000", "::1:80", "localhost:-1"}) {
        const auto address = parse_listen_address(wrong);
        ASSERT_FALSE(address) << wrong;
        EXPECT_EQ(address.error().field, "listen");
    }
}

TEST(ListenAddress, KnowsWhatStaysOnThisMachine) {
    for (const auto* here : {"localhost:1", "127.0.0.1:1", "127.8.8.8:1", "[::1]:1"}) {
        EXPECT_TRUE(parse_listen_address(here)->is_loopback()) << here;
    }
    for (const auto* out : {"0.0.0.0:1", "[::]:1", "192.0.2.1:1", "waymark.example:1"}) {
        EXPECT_FALSE(parse_listen_address(out)->is_loopback()) << out;
    }
}

TEST(ListenAddress, NamesThisMachineRatherThanNumbersIt) {
    EXPECT_EQ(parse_listen_address("127.0.0.1:0")->url(false, 8081), "http://localhost:8081");
    EXPECT_EQ(parse_listen_address("0.0.0.0:443")->url(true, 443), "https://localhost:443");
    EXPECT_EQ(parse_listen_address("[2001:db8::1]:80")->url(false, 80), "http://[2001:db8::1]:80");
}

}  // namespace
}  // namespace waymark::app
