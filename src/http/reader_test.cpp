// What is a request and what is not, byte for byte. Every case is also fed one
// byte at a time: a network may cut anywhere.

#include "http/reader.h"

#include <gtest/gtest.h>

#include "http/limits.h"

namespace waymark::http {
namespace {

struct Reading {
    RequestReader reader{};
    std::string left{};
};

Reading read(std::string_view bytes, std::size_t step) {
    Reading reading;
    while (true) {
        const auto state = reading.reader.state();
        const bool is_over =
            state == RequestReader::State::complete || state == RequestReader::State::refused;
        if (is_over || bytes.empty()) break;
        reading.left += bytes.substr(0, step);
        bytes.remove_prefix(std::min(step, bytes.size()));
        reading.left.erase(0, reading.reader.feed(reading.left));
    }
    reading.left += bytes;
    return reading;
}

// "200" when it is a request, "..." when more must come, else the refusal.
std::string outcome(std::string_view bytes) {
    const auto told = [&](std::size_t step) -> std::string {
        const Reading reading = read(bytes, step);
        if (reading.reader.state() == RequestReader::State::complete) return "200";
        if (reading.reader.state() != RequestReader::State::refused) return "...";
        return std::to_string(reading.reader.refusal());
    };
    const std::string at_once = told(bytes.size());
    EXPECT_EQ(told(1), at_once) << "byte by byte: " << bytes.substr(0, 80);
    return at_once;
}

Request request_of(std::string_view bytes) {
    Reading reading = read(bytes, bytes.size());
    EXPECT_EQ(reading.reader.state(), RequestReader::State::complete) << bytes;
    return reading.reader.take();
}

const std::string kHost = "Host: a.example\r\n";

std::string get(const std::string& target, const std::string& headers = {}) {
    return "GET " + target + " HTTP/1.1\r\n" + kHost + headers + "\r\n";
}

std::string post(const std::string& headers, const std::string& body) {
    return "POST / HTTP/1.1\r\n" + kHost + headers + "\r\n" + body;
}

TEST(Reader, ReadsAGet) {
    const Request request =
        request_of(get("/meetings/a%20b?near=Troy&need=x+y#top", "X-Name: Value\r\n"));
    EXPECT_EQ(request.method, Method::get);
    EXPECT_EQ(request.path, "/meetings/a b");
    EXPECT_EQ(request.query, (Fields{{"near", "Troy"}, {"need", "x y"}}));
    EXPECT_EQ(request.header("x-name"), "Value");
    EXPECT_EQ(request.header("X-Name"), "");
}

TEST(Reader, ReadsAFormByItsLengthOrInChunks) {
    const std::string type = "Content-Type: application/x-www-form-urlencoded\r\n";
    const Request by_length = request_of(post(type + "Content-Length: 7\r\n", "a=1&b=2"));
    EXPECT_EQ(by_length.form, (Fields{{"a", "1"}, {"b", "2"}}));
    const Request chunked = request_of(
        post(type + "Transfer-Encoding: chunked\r\n", "3\r\na=1\r\n4\r\n&b=2\r\n0\r\n\r\n"));
    EXPECT_EQ(chunked.form, by_length.form);
    const Request other =
        request_of(post("Content-Type: text/plain\r\nContent-Length: 3\r\n", "a=1"));
    EXPECT_EQ(other.form, Fields{});
    EXPECT_EQ(other.body, "a=1");
}

TEST(Reader, LeavesTheNextRequestUnread) {
    const std::string two = get("/1") + get("/2");
    const Reading reading = read(two, two.size());
    EXPECT_EQ(reading.left, get("/2"));
}

TEST(Reader, TakesAnAddressWithTheHostInIt) {
    EXPECT_EQ(request_of(get("http://a.example/now?x=1")).path, "/now");
    EXPECT_EQ(request_of(get("HTTP://a.example")).path, "/");
    EXPECT_EQ(outcome(get("ftp://a.example/")), "400");
    EXPECT_EQ(outcome(get("now")), "400");
}

TEST(Reader, IgnoresAnEmptyLineBeforeARequest) {
    EXPECT_EQ(request_of("\r\n\r\n" + get("/now")).path, "/now");
}

TEST(Reader, KnowsWhoWantsToStay) {
    const auto stays = [](const std::string& bytes) {
        return read(bytes, bytes.size()).reader.keep_alive();
    };
    EXPECT_TRUE(stays(get("/")));
    EXPECT_FALSE(stays(get("/", "Connection: close\r\n")));
    EXPECT_FALSE(stays("GET / HTTP/1.0\r\n\r\n"));
}

TEST(Reader, AsksForTheBodyOfAClientThatWaits) {
    Reading reading = read(post("Expect: 100-continue\r\nContent-Length: 3\r\n", ""), 4096);
    EXPECT_EQ(reading.reader.state(), RequestReader::State::wants_continue);
    EXPECT_EQ(reading.reader.feed("abc"), 3U);
    EXPECT_EQ(reading.reader.state(), RequestReader::State::complete);
}

TEST(Reader, HasLimits) {
    const std::string long_target(kTargetBytesMax, 'a');
    EXPECT_EQ(outcome(get("/" + long_target.substr(1))), "200");
    EXPECT_EQ(outcome(get("/" + long_target)), "414");
    EXPECT_EQ(outcome(get("/" + std::string(40'000, 'a'))), "414");

    std::string fields;
    for (std::size_t i = 1; i < kHeaderFieldsMax; ++i)
        fields += "X-A: b\r\n";
    EXPECT_EQ(outcome(get("/", fields)), "200");
    EXPECT_EQ(outcome(get("/", fields + "X-A: b\r\n")), "431");
    EXPECT_EQ(outcome(get("/", "X-A: " + std::string(kHeaderBytesMax, 'b') + "\r\n")), "431");

    const std::string body(kBodyBytesMax, 'b');
    EXPECT_EQ(outcome(post("Content-Length: 65536\r\n", body)), "200");
    EXPECT_EQ(outcome(post("Content-Length: 65537\r\n", "")), "413");
    EXPECT_EQ(outcome(post("Content-Length: 99999999999999999999\r\n", "")), "400");
    EXPECT_EQ(outcome(post("Transfer-Encoding: chunked\r\n", "10001\r\n")), "413");
}

TEST(Reader, TakesThreeMethods) {
    for (const char* method : {"PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "FOO"}) {
        EXPECT_EQ(outcome(std::string{method} + " / HTTP/1.1\r\n" + kHost + "\r\n"), "405")
            << method;
    }
    EXPECT_EQ(outcome("HEAD / HTTP/1.1\r\n" + kHost + "\r\n"), "200");
}

// Two servers in a row must never disagree on where a request ends.
TEST(Reader, RefusesWhatTwoReadersWouldFrameDifferently) {
    const std::string chunked = "Transfer-Encoding: chunked\r\n";
    const std::string length = "Content-Length: 5\r\n";
    const std::string nothing = "0\r\n\r\n";
    EXPECT_EQ(outcome(post(length + chunked, nothing)), "400");
    EXPECT_EQ(outcome(post(chunked + length, nothing)), "400");
    EXPECT_EQ(outcome(post(length + length, "hello")), "400");
    EXPECT_EQ(outcome(post("Content-Length: 5, 5\r\n", "hello")), "400");
    EXPECT_EQ(outcome(post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello")), "400");
    EXPECT_EQ(outcome(post("Content-Length: +5\r\n", "hello")), "400");
    EXPECT_EQ(outcome(post("Content-Length: -5\r\n", "hello")), "400");
    EXPECT_EQ(outcome(post("Content-Length: 0x5\r\n", "hello")), "400");
    EXPECT_EQ(outcome(post("Content-Length: \r\n", "hello")), "400");
    EXPECT_EQ(outcome(post("Content-Length : 5\r\n", "hello")), "400");
    EXPECT_EQ(outcome(post(chunked + chunked, nothing)), "400");
    EXPECT_EQ(outcome(post("Transfer-Encoding: gzip, chunked\r\n", nothing)), "400");
    EXPECT_EQ(outcome(post("Transfer-Encoding: chunked, gzip\r\n", nothing)), "400");
    EXPECT_EQ(outcome(post("Transfer-Encoding: xchunked\r\n", nothing)), "400");
    EXPECT_EQ(outcome(post("Transfer-Encoding:\tchunked x\r\n", nothing)), "400");
    EXPECT_EQ(outcome(post("Transfer-Encoding: identity\r\n", nothing)), "400");
    EXPECT_EQ(outcome("POST / HTTP/1.0\r\n" + chunked + "\r\n" + nothing), "400");
    EXPECT_EQ(outcome(post(chunked, "5 \r\nhello\r\n0\r\n\r\n")), "400");
    EXPECT_EQ(outcome(post(chunked, "-5\r\nhello\r\n0\r\n\r\n")), "400");
    EXPECT_EQ(outcome(post(chunked, "5\r\nhelloXX0\r\n\r\n")), "400");
    EXPECT_EQ(outcome(post(chunked, "fffffffffffffffff\r\n")), "400");
}

TEST(Reader, RefusesBrokenLines) {
    EXPECT_EQ(read("GET / HTTP/1.1\nHost: a\n\n", 4096).reader.refusal(), 400);
    EXPECT_EQ(outcome("GET  / HTTP/1.1\r\n" + kHost + "\r\n"), "400");
    EXPECT_EQ(outcome("GET / HTTP/1.1 \r\n" + kHost + "\r\n"), "400");
    EXPECT_EQ(outcome("GET / HTTP/2.0\r\n" + kHost + "\r\n"), "505");
    EXPECT_EQ(outcome("GET / http/1.1\r\n" + kHost + "\r\n"), "400");
    EXPECT_EQ(outcome("\x16\x03\x01\x02"), "400");  // TLS on the plain port.
    EXPECT_EQ(outcome(get("/", "No colon\r\n")), "400");
    EXPECT_EQ(outcome(get("/", "X-Bare: a\rb\r\n")), "400");
    EXPECT_EQ(outcome(get("/", "X-Bare: a\nb\r\n")), "400");
    EXPECT_EQ(outcome(get("/", std::string("X-Nul: a\0b\r\n", 12))), "400");
    EXPECT_EQ(outcome(get("/a\tb")), "400");
}

TEST(Reader, NeedsExactlyOneHost) {
    EXPECT_EQ(outcome("GET / HTTP/1.1\r\n\r\n"), "400");
    EXPECT_EQ(outcome(get("/", kHost)), "400");
    EXPECT_EQ(outcome("GET / HTTP/1.1\r\nHost:\r\n\r\n"), "400");
    EXPECT_EQ(outcome("GET / HTTP/1.1\r\nHost: a b\r\n\r\n"), "400");
    EXPECT_EQ(outcome("GET / HTTP/1.1\r\nHost: a/\"><script>\r\n\r\n"), "400");
    EXPECT_EQ(outcome("GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n"), "200");
    EXPECT_EQ(outcome("GET / HTTP/1.0\r\n\r\n"), "200");
}

TEST(Reader, RefusesTextThatIsNotUtf8) {
    EXPECT_EQ(outcome(get("/%ff")), "400");
    EXPECT_EQ(outcome(get("/a%00b")), "400");
    EXPECT_EQ(outcome(get("/a%0d%0aSet-Cookie:x")), "400");
    EXPECT_EQ(outcome(get("/find?near=%c3%28")), "400");
    EXPECT_EQ(outcome(get("/find?near=a%00")), "400");
    EXPECT_EQ(outcome(get("/find?near=S%C3%A3o")), "200");
    EXPECT_EQ(outcome(post("Content-Type: application/x-www-form-urlencoded\r\n"
                           "Content-Length: 5\r\n",
                           "a=%ff")),
              "400");
    EXPECT_EQ(request_of(get("/", "X-Latin: caf\xe9\r\n")).header("x-latin"), "");
}

TEST(Reader, DoesNotLetATrailerChangeTheHeader) {
    const Request request = request_of(
        post("Transfer-Encoding: chunked\r\n", "1\r\na\r\n0\r\nCookie: session=stolen\r\n\r\n"));
    EXPECT_EQ(request.cookie("session"), "");
    EXPECT_EQ(request.body, "a");
}

TEST(Reader, TakesAnEmptyBodyWhoseEndComesInPieces) {
    EXPECT_EQ(outcome(post("Transfer-Encoding: chunked\r\n", "0\r\n\r\n")), "200");
}

TEST(Reader, EndsALineThatNeverEnds) {
    const std::string endless = "1;" + std::string(40'000, 'x');
    EXPECT_EQ(outcome(post("Transfer-Encoding: chunked\r\n", endless)), "400");
    const std::string trailer = "0\r\nX: " + std::string(40'000, 'x');
    EXPECT_EQ(outcome(post("Transfer-Encoding: chunked\r\n", trailer)), "400");
}

}  // namespace
}  // namespace waymark::http
