// Beginning and ending: the port, and the answers under way.

#include <gtest/gtest.h>

#include <thread>

#include "http/live_test.h"

namespace waymark::http {
namespace {

using std::chrono::seconds;
using std::chrono::steady_clock;
using testing::HttpAnswer;
using testing::HttpClient;

Error refusal_to_listen(const ServerOptions& options) {
    const auto server = Server::listen(options, [](const Request&) { return Response{}; }, {});
    return server ? Error{} : server.error();
}

TEST(Listening, IsRefusedWhereSomebodyListens) {
    const Live live;
    const Error error = refusal_to_listen({.port = live.port()});
    EXPECT_EQ(error.kind, ErrorKind::unavailable);
    EXPECT_EQ(error.message, "Another program listens on this port already.");
    EXPECT_EQ(refusal_to_listen({.host = "0.0.0.0", .port = live.port()}).kind,
              ErrorKind::unavailable);
}

TEST(Listening, NeedsAnAddressOfThisMachine) {
    EXPECT_EQ(refusal_to_listen({.host = "example.org", .port = 0}).message,
              "Listen on localhost or on an address such as 0.0.0.0.");
    EXPECT_EQ(refusal_to_listen({.host = "192.0.2.1", .port = 0}).message,
              "This machine has no such address to listen on.");
    EXPECT_EQ(refusal_to_listen({.host = "[::1]", .port = 0}).message, "");
}

TEST(Listening, CanBeginAgainAtOnceOnTheSamePort) {
    std::uint16_t port = 0;
    {
        const Live live;
        port = live.port();
        EXPECT_EQ(live.client().get("/").status, 200);
    }
    EXPECT_EQ(refusal_to_listen({.port = port}).message, "");
}

TEST(Stopping, EndsAServerThatNeverRan) {
    const auto server = Server::listen({.port = 0}, [](const Request&) { return Response{}; }, {});
    ASSERT_TRUE(server);
    (*server)->stop();
    (*server)->run();
}

TEST(Stopping, FinishesTheAnswersUnderWay) {
    Live live{{.threads = 4}};
    std::vector<HttpClient> asking;
    for (int i = 0; i < 4; ++i) {
        asking.push_back(live.client());
        asking.back().send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    }
    live.await_slow(4);
    HttpClient idle = live.client();
    EXPECT_EQ(idle.get("/now").status, 200);

    live.server().stop();
    EXPECT_EQ(idle.read_to_end(), "");  // Nobody waits for a next request.
    live.release();
    for (HttpClient& client : asking) {
        const HttpAnswer answer = client.read_answer();
        EXPECT_EQ(answer.body, "done");
        EXPECT_EQ(client.read_to_end(), "");
    }
    live.stop();
    EXPECT_THROW(HttpClient{live.port()}, std::runtime_error);
}

TEST(Stopping, UnderLoadAnswersWhateverItReadOrNothing) {
    Live live;
    std::vector<std::thread> askers;
    std::atomic<int> answered{0};
    std::atomic<int> half{0};
    for (int i = 0; i < 8; ++i) {
        askers.emplace_back([&] {
            try {
                while (true) {
                    const HttpAnswer answer = live.client().get("/big");
                    if (answer.status == 0) return;
                    const auto length = answer.header("Content-Length");
                    half += length != std::to_string(answer.body.size());
                    ++answered;
                    answered.notify_all();
                }
            } catch (const std::runtime_error&) {
                return;  // Nobody listens any more.
            }
        });
    }
    for (int now = answered; now < 200; now = answered)
        answered.wait(now);
    live.stop();
    for (std::thread& asker : askers)
        asker.join();
    EXPECT_EQ(half, 0);
}

TEST(Stopping, DoesNotWaitForEver) {
    Live live{{.timeouts = {.stop = seconds{1}}}};
    HttpClient stuck = live.client();
    stuck.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    live.await_slow(1);
    const auto begun = steady_clock::now();
    live.stop();
    const auto took = steady_clock::now() - begun;
    EXPECT_GE(took, seconds{1});
    EXPECT_LT(took, seconds{4});
}

}  // namespace
}  // namespace waymark::http
