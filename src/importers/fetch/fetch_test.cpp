// Fetching, told with a small server on this machine. `answers` maps a path to
// the bytes that the server sends for it; what it was asked is kept.

#include "importers/fetch/fetch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "importers/fetch/address.h"
#include "importers/fetch/small_server_test.h"
#include "importers/fetch/transfer.h"
#include "importers/fetch/url.h"

namespace waymark::importers {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const FetchRules kLoopback{.allow_loopback = true};

std::string refusal(const std::string& url, const FetchRules& rules = {},
                    const Validators& held = {}) {
    const auto fetched = fetch(url, rules, held);
    return fetched ? "fetched " + std::to_string(fetched->status) : fetched.error().message;
}

TEST(Fetch, BringsTheBodyAndWhatTheServerSaysOfItsAge) {
    SmallServer server{{{"/feed?key=1", ok("[]",
                                           "ETag: \"v1\"\r\nlast-modified: Sat, 21 Nov 2026 "
                                           "18:00:00 GMT\r\n")}}};
    const auto fetched = fetch(server.origin() + "/feed?key=1#top", kLoopback);
    ASSERT_TRUE(fetched.has_value()) << fetched.error().message;
    EXPECT_EQ(fetched->body, "[]");
    EXPECT_EQ(fetched->status, 200);
    EXPECT_FALSE(fetched->not_modified);
    EXPECT_EQ(fetched->etag, "\"v1\"");
    EXPECT_EQ(fetched->last_modified, "Sat, 21 Nov 2026 18:00:00 GMT");
}

TEST(Fetch, SaysNothingOfWhoAsks) {
    SmallServer server{{{"/feed", ok("[]")}}};
    ASSERT_TRUE(fetch(server.origin() + "/feed", kLoopback).has_value());
    const std::string request = server.requests().at(0);
    EXPECT_THAT(request, HasSubstr("\r\nUser-Agent: Waymark (recovery meeting directory)\r\n"));
    EXPECT_THAT(request, Not(HasSubstr("If-None-Match")));
    EXPECT_THAT(request, Not(HasSubstr("Cookie")));
    EXPECT_THAT(request, Not(HasSubstr("Referer")));
    EXPECT_THAT(request, Not(HasSubstr("Authorization")));
}

TEST(Fetch, AsksOnlyForWhatHasChanged) {
    SmallServer server{{{"/feed", status("304 Not Modified")}}};
    const Validators held{.etag = "\"v1\"", .last_modified = "Sat, 21 Nov 2026 18:00:00 GMT"};
    const auto fetched = fetch(server.origin() + "/feed", kLoopback, held);
    ASSERT_TRUE(fetched.has_value()) << fetched.error().message;
    EXPECT_TRUE(fetched->not_modified);
    EXPECT_EQ(fetched->etag, held.etag);
    EXPECT_EQ(fetched->last_modified, held.last_modified);
    EXPECT_THAT(server.requests().at(0), HasSubstr("\r\nIf-None-Match: \"v1\"\r\n"));
    EXPECT_THAT(server.requests().at(0),
                HasSubstr("\r\nIf-Modified-Since: Sat, 21 Nov 2026 18:00:00 GMT\r\n"));
}

TEST(Fetch, NeverLetsAValidatorBecomeAnotherHeader) {
    SmallServer server{{{"/feed", ok("[]")}}};
    const Validators held{.etag = "\"v1\"\r\nCookie: a=b", .last_modified = "x\nX: y"};
    ASSERT_TRUE(fetch(server.origin() + "/feed", kLoopback, held).has_value());
    EXPECT_THAT(server.requests().at(0), Not(HasSubstr("a=b")));
    EXPECT_THAT(server.requests().at(0), Not(HasSubstr("X: y")));
}

TEST(Fetch, DoesNotTakeNotModifiedForAnAnswerWhenItHoldsNothing) {
    SmallServer server{{{"/feed", status("304 Not Modified")}}};
    EXPECT_THAT(refusal(server.origin() + "/feed", kLoopback), HasSubstr("did not answer"));
}

TEST(Fetch, FollowsARedirectOnTheSameServerOnly) {
    SmallServer other{{{"/feed", ok("[]")}}};
    SmallServer server{{{"/old", status("301 Moved", "Location: /feed\r\n")},
                        {"/feed", ok("[1]")},
                        {"/away", status("302 Found", "Location: " + other.origin() + "/feed\r\n")},
                        {"/in", status("302 Found", "Location: http://169.254.169.254/\r\n")},
                        {"/file", status("302 Found", "Location: file:///etc/hostname\r\n")},
                        {"/round", status("307 Round", "Location: /round\r\n")}}};
    EXPECT_EQ(fetch(server.origin() + "/old", kLoopback).value().body, "[1]");
    for (const char* path : {"/away", "/in", "/file"}) {
        EXPECT_THAT(refusal(server.origin() + path, kLoopback), HasSubstr("on to another address"))
            << path;
    }
    EXPECT_THAT(refusal(server.origin() + "/round", kLoopback), HasSubstr("without end"));
    EXPECT_TRUE(other.requests().empty());
}

TEST(Fetch, StopsAtTooMuch) {
    const FetchRules rules{.allow_loopback = true, .raw_bytes_max = 1000};
    const std::string large(1001, ' ');
    SmallServer server{{{"/told", ok(large)},
                        {"/untold", "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + large},
                        {"/just", ok(std::string(1000, ' '))},
                        {"/headers", ok("[]", "X: " + std::string(80'000, 'x') + "\r\n")}}};
    EXPECT_THAT(refusal(server.origin() + "/told", rules), HasSubstr("too large to fetch"));
    EXPECT_THAT(refusal(server.origin() + "/untold", rules), HasSubstr("too large to fetch"));
    EXPECT_EQ(refusal(server.origin() + "/just", rules), "fetched 200");
    EXPECT_THAT(refusal(server.origin() + "/headers", rules), HasSubstr("before the feed"));
}

// A deflate block (RFC 1951 §3.2.6) of one blank and `runs` times 258 more of it.
std::string packed_blanks(std::size_t runs) {
    std::string out;
    unsigned bits = 0;
    int count = 0;
    const auto put = [&](std::string_view code) {  // Huffman codes go in from their first bit.
        for (const char bit : code) {
            bits |= static_cast<unsigned>(bit - '0') << count;
            if (++count < 8) continue;
            out.push_back(static_cast<char>(bits));
            bits = 0;
            count = 0;
        }
    };
    put("110");       // The last block; fixed codes.
    put("01010000");  // The literal 32.
    for (std::size_t run = 0; run < runs; ++run)
        put("1100010100000");  // Length 258, distance 1.
    put("0000000");            // The end.
    put("0000000");
    return out;
}

TEST(Fetch, UnpacksWhatComesPacked) {
    SmallServer server{{{"/feed", ok(packed_blanks(4), "Content-Encoding: deflate\r\n")}}};
    EXPECT_EQ(fetch(server.origin() + "/feed", kLoopback).value().body, std::string(1033, ' '));
}

TEST(Fetch, StopsAtABodyThatGrowsWhenUnpacked) {
    const std::string packed = packed_blanks(20'000);  // 5 MB in 33 kB: 158 times.
    SmallServer server{{{"/feed", ok(packed, "Content-Encoding: deflate\r\n")}}};
    EXPECT_THAT(refusal(server.origin() + "/feed", kLoopback), HasSubstr("when it is unpacked"));
    const FetchRules lenient{.allow_loopback = true, .inflation_max = 200};
    EXPECT_EQ(refusal(server.origin() + "/feed", lenient), "fetched 200");
    const FetchRules narrow{
        .allow_loopback = true, .inflated_bytes_max = 4'000'000, .inflation_max = 200};
    EXPECT_THAT(refusal(server.origin() + "/feed", narrow), HasSubstr("when it is unpacked"));
}

TEST(Fetch, WaitsNoLongerThanItsTime) {
    SmallServer server{{}};
    const FetchRules rules{.allow_loopback = true, .total_time = std::chrono::milliseconds{150}};
    EXPECT_THAT(refusal(server.origin() + "/never", rules), HasSubstr("took too long"));
}

TEST(Fetch, SaysWhatTheServerAnswered) {
    SmallServer server{{{"/page", ok("\n <!doctype html><title>Log in</title>")},
                        {"/key", status("401 Unauthorized")},
                        {"/gone", status("404 Not Found")},
                        {"/busy", status("503 Service Unavailable")},
                        {"/fault", status("500 Internal Server Error")},
                        {"/odd", status("204 No Content")},
                        {"/half", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[{\"na"}}};
    const auto says = [&](const std::string& path) {
        return refusal(server.origin() + path, kLoopback);
    };
    EXPECT_THAT(says("/page"), HasSubstr("a web page"));
    EXPECT_THAT(says("/key"), HasSubstr("a key or a password"));
    EXPECT_THAT(says("/gone"), HasSubstr("nothing at this address"));
    EXPECT_THAT(says("/busy"), HasSubstr("too busy"));
    EXPECT_THAT(says("/fault"), HasSubstr("has a fault"));
    EXPECT_THAT(says("/odd"), HasSubstr("did not answer with a feed"));
    EXPECT_THAT(says("/half"), HasSubstr("broke off"));
}

TEST(Fetch, HandsOnHowLongABusyServerAsksUsToWait) {
    SmallServer server{{{"/busy", status("503 Service Unavailable", "Retry-After: 7200\r\n")},
                        {"/often", status("429 Too Many Requests", "Retry-After: 90\r\n")},
                        {"/silent", status("503 Service Unavailable")},
                        {"/feed", ok("[]", "Retry-After: 90\r\n")}}};
    const auto wait = [&](const std::string& path) {
        std::chrono::seconds asked{};
        static_cast<void>(fetch(server.origin() + path, kLoopback, {}, &asked));
        return asked.count();
    };
    EXPECT_EQ(wait("/busy"), 7200);
    EXPECT_EQ(wait("/often"), 90);
    EXPECT_EQ(wait("/silent"), 0);
    EXPECT_EQ(wait("/feed"), 0);
}

TEST(Fetch, SaysWhenNobodyAnswers) {
    std::string origin;
    { origin = SmallServer{{}}.origin(); }
    EXPECT_THAT(refusal(origin + "/feed", kLoopback), HasSubstr("could not be reached"));
}

TEST(Fetch, AllowsHttpsOnItsOwnPortToPublicAddressesOnly) {
    SmallServer server{{{"/", ok("[]")}}};
    const auto field = [](const std::string& url, const FetchRules& rules = {}) {
        return fetch(url, rules).error().field;
    };
    for (const char* url :
         {"https://127.0.0.1/", "https://localhost/", "https://[::1]/", "https://10.0.0.1/",
          "https://169.254.169.254/latest/meta-data", "https://[::ffff:10.0.0.1]/",
          "https://[fe80::1]/", "https://[64:ff9b::a00:1]/", "https://0/", "https://2130706433/",
          "https://0x7f.1/", "https://0177.0.0.1/"}) {
        EXPECT_THAT(refusal(url), HasSubstr("into a private network")) << url;
        EXPECT_EQ(field(url), "url") << url;
    }
    EXPECT_THAT(refusal(server.origin() + "/"), HasSubstr("https://"));
    EXPECT_THAT(refusal("https://1.1.1.1:8443/"), HasSubstr("without a port"));
    EXPECT_TRUE(server.requests().empty());
    // What the command line is allowed is this machine, nothing beside it.
    EXPECT_THAT(refusal("http://1.1.1.1/", kLoopback), HasSubstr("https://"));
    EXPECT_THAT(refusal("https://192.168.0.1/", kLoopback), HasSubstr("into a private network"));
}

TEST(Fetch, ConnectsToTheAddressesThatWereJudgedAndToNoOther) {
    SmallServer server{{{"/feed", ok("[]")}}};
    const std::string port = server.origin().substr(server.origin().rfind(':'));
    const IpAddress here = parse_address("127.0.0.1").value();
    const IpAddress elsewhere = parse_address("192.0.2.1").value();

    const auto named = parse_feed_url("http://feed.invalid" + port + "/feed").value();
    const auto answer = transfer(named, {here}, kLoopback, {});
    ASSERT_TRUE(answer.has_value()) << answer.error().message;
    EXPECT_EQ(answer->body, "[]") << "a name is not looked up a second time";

    const auto literal = parse_feed_url(server.origin() + "/feed").value();
    EXPECT_FALSE(transfer(literal, {elsewhere}, kLoopback, {}).has_value());
    EXPECT_EQ(server.requests().size(), 1u);
}

TEST(Fetch, RefusesWhatIsNoWebAddress) {
    for (const char* url : {"", "feed.json", "ftp://example.org/", "file:///etc/passwd",
                            "gopher://1.1.1.1/", "https://", "https://exa mple.org/"}) {
        EXPECT_THAT(refusal(url), HasSubstr("not a web address")) << url;
    }
    EXPECT_THAT(refusal("https://" + std::string(3000, 'a')), HasSubstr("not a web address"));
    EXPECT_THAT(refusal("https://me:secret@example.org/"), HasSubstr("user name and password"));
}

}  // namespace
}  // namespace waymark::importers
