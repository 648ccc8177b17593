// What the server does when somebody asks too much, too slowly or from afar.

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <ifaddrs.h>
#include <netinet/in.h>

#include "core/number.h"
#include "http/live_test.h"

namespace waymark::http {
namespace {

using std::chrono::seconds;
using std::chrono::steady_clock;
using ::testing::HasSubstr;
using testing::HttpAnswer;
using testing::HttpClient;

// An address of this machine that is not loopback; "" when it has none.
std::string far_address() {
    ifaddrs* all = nullptr;
    if (::getifaddrs(&all) != 0) return {};
    std::string found;
    for (const ifaddrs* one = all; one != nullptr; one = one->ifa_next) {
        if (one->ifa_addr == nullptr || one->ifa_addr->sa_family != AF_INET) continue;
        const auto* v4 = reinterpret_cast<const sockaddr_in*>(one->ifa_addr);
        char text[INET_ADDRSTRLEN] = {};
        ::inet_ntop(AF_INET, &v4->sin_addr, text, sizeof text);
        if (!std::string_view{text}.starts_with("127.")) found = text;
    }
    ::freeifaddrs(all);
    return found;
}

int seconds_to_wait(const HttpAnswer& answer) {
    return parse_number<int>(answer.header("Retry-After").value_or("")).value_or(-1);
}

TEST(Limits, LetOneClientSearchSixtyTimesAMinute) {
    Live live{{.limits_for_loopback = true}};
    HttpClient client = live.client();
    int found = 0;
    HttpAnswer answer = client.get("/search");
    for (; answer.status == 200; answer = client.get("/search"))
        ++found;
    EXPECT_GE(found, 60);
    EXPECT_LE(found, 62);  // One a second comes back.
    EXPECT_EQ(answer.status, 429);
    EXPECT_EQ(answer.body, "refused 429, call 911");
    EXPECT_EQ(seconds_to_wait(answer), 1);
    EXPECT_EQ(client.get("/").status, 200);
    EXPECT_EQ(client.get("/now").status, 200);
    EXPECT_THAT(client.get("/metrics").body, HasSubstr("waymark_limited_total 1\n"));
}

TEST(Limits, TakeFiveReportsAnHourFromOneNetworkBesideItsSearches) {
    Live live{{.limits_for_loopback = true}};
    HttpClient client = live.client();
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(client.post("/report", "a=1").status, 200) << i;
    const HttpAnswer answer = client.post("/report", "a=1");
    EXPECT_EQ(answer.status, 429);
    EXPECT_GE(seconds_to_wait(answer), 700);
    EXPECT_LE(seconds_to_wait(answer), 720);
    EXPECT_EQ(client.get("/search").status, 200);
}

TEST(Limits, DoNotCountTheSearchesOfLoopback) {
    const Live live;
    HttpClient client = live.client();
    for (int i = 0; i < 100; ++i)
        ASSERT_EQ(client.get("/search").status, 200);
}

TEST(Limits, KnowLoopbackByTheSocketAlone) {
    const std::string address = far_address();
    if (address.empty()) GTEST_SKIP() << "this machine has no address but loopback";
    const Live live{{.host = "0.0.0.0"}};
    HttpClient far{live.port(), address};
    EXPECT_EQ(far.get("/echo").body, "/echo||||far");
    for (const char* header : {"X-Forwarded-For: 127.0.0.1", "Forwarded: for=127.0.0.1",
                               "X-Real-IP: 127.0.0.1", "X-Forwarded-Proto: https"}) {
        EXPECT_EQ(far.get("/echo", {header}).body, "/echo||||far") << header;
        EXPECT_EQ(far.get("/metrics", {header}).status, 404) << header;
    }
    HttpClient near = live.client();
    EXPECT_EQ(near.get("/echo", {"X-Forwarded-For: 192.0.2.1"}).body, "/echo||||loopback");

    int found = 0;
    while (found < 100 && far.get("/search").status == 200)
        ++found;
    EXPECT_LT(found, 100);
}

TEST(Limits, ShedWhatIsTooMuchButNeverACrisisPage) {
    Live live{{.in_flight_max = 1}};
    HttpClient slow = live.client();
    slow.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    live.await_slow(1);

    HttpClient other = live.client();
    const HttpAnswer shed = other.get("/");
    EXPECT_EQ(shed.status, 503);
    EXPECT_EQ(shed.body, "refused 503, call 911");
    EXPECT_GE(seconds_to_wait(shed), 2);
    EXPECT_LE(seconds_to_wait(shed), 10);
    EXPECT_EQ(other.get("/now").body, "help");
    EXPECT_EQ(live.metrics().shed(), 1U);

    live.release();
    EXPECT_EQ(slow.read_answer().body, "done");
    EXPECT_EQ(other.get("/").status, 200);
}

TEST(Limits, EndARequestThatComesTooSlowly) {
    const Live live{{.timeouts = {.header = seconds{1}, .body = seconds{1}}}};
    HttpClient in_header = live.client();
    in_header.send("GET / HTTP/1.1\r\nHost:");
    HttpClient in_body = live.client();
    in_body.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab");
    for (HttpClient* client : {&in_header, &in_body}) {
        const HttpAnswer answer = client->read_answer();
        EXPECT_EQ(answer.status, 408);
        EXPECT_EQ(answer.body, "refused 408, call 911");
        EXPECT_EQ(client->read_to_end(), "");
    }
}

TEST(Limits, CloseAConnectionThatIsIdle) {
    const Live live{{.timeouts = {.idle = seconds{1}}}};
    HttpClient silent = live.client();
    HttpClient once = live.client();
    EXPECT_EQ(once.get("/").status, 200);
    EXPECT_EQ(silent.read_to_end(), "");
    EXPECT_EQ(once.read_to_end(), "");
}

TEST(Limits, ServeAThousandConnectionsAtOnce) {
    const Live live;
    std::vector<HttpClient> clients;
    for (int i = 0; i < 1000; ++i)
        clients.push_back(live.client());
    for (HttpClient& client : clients)
        client.send("GET /now HTTP/1.1\r\nHost: a\r\n\r\n");
    for (HttpClient& client : clients)
        ASSERT_EQ(client.read_answer().body, "help");
    EXPECT_EQ(clients.front().get("/now").body, "help");
}

TEST(Limits, GiveAnIdleConnectionsPlaceToANewOne) {
    const Live live{{.threads = 1, .connections_max = 2}};
    HttpClient first = live.client();
    EXPECT_EQ(first.get("/").status, 200);
    HttpClient second = live.client();
    EXPECT_EQ(second.get("/").status, 200);
    HttpClient third = live.client();
    EXPECT_EQ(third.get("/").status, 200);
    EXPECT_EQ(first.read_to_end(), "");
}

TEST(Limits, TurnAwayWhenEveryConnectionIsBusy) {
    Live live{{.threads = 1, .connections_max = 1}};
    HttpClient busy = live.client();
    busy.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    live.await_slow(1);
    HttpClient other = live.client();
    const HttpAnswer answer = other.read_answer();
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.body, "refused 503, call 911");
    live.release();
    EXPECT_EQ(busy.read_answer().body, "done");
}

}  // namespace
}  // namespace waymark::http
