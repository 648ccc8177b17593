// A server on a port of its own, asked over real connections.

#include "http/server.h"

#include <gtest/gtest.h>

#include "http/live_test.h"

namespace waymark::http {
namespace {

using testing::HttpAnswer;
using testing::HttpClient;

TEST(Server, AnswersOnBothLoopbackAddresses) {
    const Live live;
    EXPECT_EQ(HttpClient(live.port(), "127.0.0.1").get("/").body, "hello");
    EXPECT_EQ(HttpClient(live.port(), "::1").get("/").body, "hello");
}

}  // namespace
}  // namespace waymark::http
