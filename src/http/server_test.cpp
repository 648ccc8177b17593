// A server on a port of its own, asked over real connections.

#include "http/server.h"

#include <gmock/gmock.h>

#include <set>

#include "http/live_test.h"

namespace waymark::http {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::HttpAnswer;
using testing::HttpClient;
using ::testing::Not;

const std::string kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; media-src 'self' blob:; worker-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; "
    "frame-ancestors 'none'";
const std::string kPermissions =
    "geolocation=(self), camera=(self), microphone=(self), browsing-topics=(), "
    "interest-cohort=(), payment=(), usb=()";

// The headers that every answer has, exactly, and no other beside `more`.
void expect_standing_headers(const HttpAnswer& answer, std::set<std::string> more = {}) {
    EXPECT_EQ(answer.header("Content-Security-Policy"), kPolicy);
    EXPECT_EQ(answer.header("Referrer-Policy"), "no-referrer");
    EXPECT_EQ(answer.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(answer.header("X-Frame-Options"), "DENY");
    EXPECT_EQ(answer.header("Cross-Origin-Opener-Policy"), "same-origin");
    EXPECT_EQ(answer.header("Cross-Origin-Resource-Policy"), "same-origin");
    EXPECT_EQ(answer.header("X-DNS-Prefetch-Control"), "off");
    EXPECT_EQ(answer.header("Permissions-Policy"), kPermissions);
    EXPECT_EQ(answer.header("Cache-Control"), "no-store");
    EXPECT_EQ(answer.header("Vary"), "Accept-Encoding");
    EXPECT_EQ(answer.header("Content-Length"), std::to_string(answer.body.size()));
    EXPECT_EQ(answer.header("Date").value_or("").size(), 29U);
    more.insert({"Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options",
                 "X-Frame-Options", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy",
                 "X-DNS-Prefetch-Control", "Permissions-Policy", "Cache-Control", "Vary",
                 "Content-Length", "Date", "Content-Type"});
    for (const auto& [name, value] : answer.headers) {
        EXPECT_TRUE(more.contains(name)) << name << ": " << value;
    }
}

TEST(Server, AnswersOnBothLoopbackAddresses) {
    const Live live;
    EXPECT_EQ(HttpClient(live.port(), "127.0.0.1").get("/").body, "hello");
    EXPECT_EQ(HttpClient(live.port(), "::1").get("/").body, "hello");
}

TEST(Server, SendsItsHeadersWithEveryAnswerAndError) {
    const Live live;
    const HttpAnswer found = live.client().get("/");
    EXPECT_EQ(found.status, 200);
    EXPECT_EQ(found.header("Content-Type"), "text/html; charset=utf-8");
    expect_standing_headers(found);

    const HttpAnswer missing = live.client().get("/nowhere");
    EXPECT_EQ(missing.status, 404);
    EXPECT_EQ(missing.body, "refused 404, call 911");
    expect_standing_headers(missing);

    const HttpAnswer failed = live.client().get("/throws");
    EXPECT_EQ(failed.status, 500);
    EXPECT_EQ(failed.body, "sorry, call 911");
    expect_standing_headers(failed);

    const HttpAnswer elsewhere = live.client().post("/echo", "a=1", {"Sec-Fetch-Site: cross-site"});
    EXPECT_EQ(elsewhere.status, 403);
    EXPECT_EQ(elsewhere.body, "refused 403, call 911");
    expect_standing_headers(elsewhere);

    const HttpAnswer wrong_method = live.client().post("/now", "");
    EXPECT_EQ(wrong_method.status, 405);
    EXPECT_EQ(wrong_method.header("Allow"), "GET, HEAD");
    expect_standing_headers(wrong_method, {"Allow"});
}

// What `bytes` alone are answered with; then the server must close.
HttpAnswer refusal_of(const Live& live, const std::string& bytes) {
    HttpClient client = live.client();
    client.send(bytes);
    HttpAnswer answer = client.read_answer();
    EXPECT_EQ(client.read_to_end(), "") << bytes.substr(0, 60);
    return answer;
}

TEST(Server, RefusesKindlyAndThenCloses) {
    const Live live;
    const std::string host = " HTTP/1.1\r\nHost: a\r\n";
    const std::vector<std::pair<int, std::string>> cases{
        {400, "nonsense\r\n\r\n"},
        {405, "PUT /" + host + "Content-Length: 2\r\n\r\nab"},
        {413, "POST /" + host + "Content-Length: 70000\r\n\r\n" + std::string(70'000, 'x')},
        {414, "GET /" + std::string(9000, 'x') + host + "\r\n"},
        {431, "GET /" + host + "X: " + std::string(20'000, 'x') + "\r\n\r\n"},
        {505, "GET / HTTP/3.0\r\nHost: a\r\n\r\n"},
    };
    for (const auto& [status, bytes] : cases) {
        const HttpAnswer answer = refusal_of(live, bytes);
        EXPECT_EQ(answer.status, status);
        EXPECT_EQ(answer.body, "refused " + std::to_string(status) + ", call 911");
        EXPECT_EQ(answer.header("Connection"), "close");
        expect_standing_headers(answer, {"Connection", "Allow"});
    }
}

TEST(Server, LetsNoHandlerBreakOutOfAHeader) {
    const Live live;
    const HttpAnswer answer = live.client().get("/broken");
    EXPECT_EQ(answer.status, 500);
    EXPECT_EQ(answer.header("Set-Cookie"), std::nullopt);
}

TEST(Server, OpensPublicDataToOtherSites) {
    const Live live;
    const HttpAnswer answer = live.client().get("/api");
    EXPECT_EQ(answer.header("Access-Control-Allow-Origin"), "*");
    EXPECT_EQ(answer.header("Cross-Origin-Resource-Policy"), "cross-origin");
    EXPECT_EQ(live.client().get("/").header("Access-Control-Allow-Origin"), std::nullopt);
}

TEST(Server, ReadsFormsAndQueries) {
    const Live live;
    EXPECT_EQ(live.client().get("/echo?near=S%C3%A3o+Paulo").body,
              "/echo|near=S%C3%A3o%20Paulo|||loopback");
    EXPECT_EQ(live.client().post("/echo", "a=1&b=x+y").body,
              "/echo||a=1&b=x%20y|a=1&b=x+y|loopback");
}

TEST(Server, WaitsForABodyThatComesOnlyWhenAskedFor) {
    const Live live;
    HttpClient client = live.client();
    client.send(
        "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    EXPECT_EQ(client.read_head_answer().status, 100);
    client.send("ab");
    EXPECT_EQ(client.read_answer().body, "/echo|||ab|loopback");
}

TEST(Server, KeepsAConnectionAndAnswersInTurn) {
    const Live live;
    HttpClient client = live.client();
    EXPECT_EQ(client.get("/").body, "hello");
    client.send(
        "GET /meetings/1 HTTP/1.1\r\nHost: a\r\n\r\nGET /now HTTP/1.1\r\nHost: a\r\n\r\n"
        "GET /meetings/3 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
        "GET /meetings/4 HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.read_answer().body, "1");
    EXPECT_EQ(client.read_answer().body, "help");
    const HttpAnswer last = client.read_answer();
    EXPECT_EQ(last.body, "3");
    EXPECT_EQ(last.header("Connection"), "close");
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(Server, AnswersHeadWithTheHeadersOfGet) {
    const Live live;
    HttpClient client = live.client();
    const HttpAnswer head = client.head("/big");
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.header("Content-Length"), client.get("/big").header("Content-Length"));
    EXPECT_EQ(client.head("/nowhere").status, 404);
    EXPECT_EQ(client.get("/").body, "hello");
}

TEST(Server, CompressesWhatIsWorthIt) {
    const Live live;
    const std::vector<std::string> gzip{"Accept-Encoding: gzip"};
    for (const char* path : {"/big", "/asset", "/asset", "/page"}) {
        const HttpAnswer small = live.client().get(path, gzip);
        const HttpAnswer whole = live.client().get(path);
        EXPECT_EQ(small.header("Content-Encoding"), "gzip") << path;
        EXPECT_EQ(whole.header("Content-Encoding"), std::nullopt) << path;
        EXPECT_LT(small.body.size(), whole.body.size() / 3) << path;
    }
    EXPECT_EQ(live.client().get("/", gzip).header("Content-Encoding"), std::nullopt);
}

TEST(Server, SaysThatAKeptPageIsStillTheSame) {
    const Live live;
    for (const std::string path : {"/asset", "/page"}) {
        const HttpAnswer first = live.client().get(path);
        const std::string tag = first.header("ETag").value_or("");
        EXPECT_NE(tag, "");
        HttpClient client = live.client();
        const HttpAnswer again = client.get(path, {"If-None-Match: " + tag});
        EXPECT_EQ(again.status, 304);
        EXPECT_EQ(again.body, "");
        EXPECT_EQ(again.header("ETag"), tag);
        EXPECT_EQ(client.get(path, {"If-None-Match: \"other\""}).status, 200);
    }
    EXPECT_EQ(live.client().get("/asset").header("Cache-Control"),
              "public, max-age=31536000, immutable");
    EXPECT_EQ(live.client().get("/page").header("Cache-Control"), "no-cache");
    EXPECT_EQ(live.client().get("/page").header("Vary"),
              "Accept-Encoding, Accept-Language, Cookie");
    EXPECT_EQ(live.client().get("/").header("ETag"), std::nullopt);
}

TEST(Server, LogsTheRouteAndNothingOfThePerson) {
    Live live;
    live.client().get("/meetings/na-123?near=Camden");
    live.client().get("/throws?near=Camden");
    live.stop();
    EXPECT_THAT(live.log(),
                ElementsAre(HasSubstr(R"({"route":"/meetings/:id","method":"GET","status":200,)"),
                            R"({"failure":"std::runtime_error"})", HasSubstr(R"("status":500,)")));
    for (const std::string& line : live.log()) {
        for (const char* private_text : {"Camden", "na-123", "127.0.0.1", "secret"}) {
            EXPECT_THAT(line, Not(HasSubstr(private_text)));
        }
    }
}

TEST(Server, CountsWhatItDoes) {
    Live live;
    live.client().get("/meetings/na-123");
    live.client().get("/nowhere");
    const std::string counts = live.client().get("/metrics").body;
    EXPECT_THAT(counts, HasSubstr("{route=\"/meetings/:id\",status=\"2xx\"} 1"));
    EXPECT_THAT(counts, HasSubstr("{route=\"\",status=\"4xx\"} 1"));
    EXPECT_THAT(counts, HasSubstr("waymark_connections_open"));
}

}  // namespace
}  // namespace waymark::http
