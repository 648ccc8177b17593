#include "http/hosts.h"

#include <gtest/gtest.h>

#include "http/live_test.h"

namespace waymark::http {
namespace {

TEST(Hosts, AreThoseNamedAndThisMachinesOwn) {
    const std::vector<std::string> names{"Waymark.example"};
    for (const char* ours : {"waymark.example", "WAYMARK.EXAMPLE:8443", "waymark.example.",
                             "localhost", "localhost:8080", "notes.localhost", "127.0.0.1:8080",
                             "192.0.2.7", "[::1]:8080", "[2001:db8::1]", ""}) {
        EXPECT_TRUE(answers_to(ours, names)) << ours;
    }
    for (const char* strange : {"evil.example", "waymark.example.evil.example", "xwaymark.example",
                                "localhost.evil.example", "127.0.0.1.evil.example", "::1",
                                "[localhost]", "[127.0.0.1]", "1.2.3", "waymark"}) {
        EXPECT_FALSE(answers_to(strange, names)) << strange;
    }
}

TEST(Hosts, OthersAreToldThatTheyAreAtTheWrongDoor) {
    const Live live{{.hosts = {"waymark.example"}, .checks_host = true}};
    const auto status = [&](const std::string& host) {
        auto client = live.client();
        client.send("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        return client.read_answer();
    };
    EXPECT_EQ(status("waymark.example").status, 200);
    EXPECT_EQ(status("localhost:8080").status, 200);
    EXPECT_EQ(status("evil.example").status, 421);
    EXPECT_EQ(status("evil.example").body, "refused 421, call 911");
}

}  // namespace
}  // namespace waymark::http
