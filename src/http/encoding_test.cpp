#include "http/encoding.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace waymark::http {
namespace {

std::string gunzip(const std::string& bytes) {
    z_stream stream{};
    constexpr int kGzipOnly = 15 + 16;
    if (inflateInit2(&stream, kGzipOnly) != Z_OK) return "zlib did not start";
    std::string out(1 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int end = inflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    inflateEnd(&stream);
    return end == Z_STREAM_END ? out : "not gzip";
}

TEST(Gzip, ComesBackAsItWas) {
    std::string text;
    for (int i = 0; i < 1000; ++i)
        text += "A meeting at noon. ";
    EXPECT_EQ(gunzip(gzip(text, 5)), text);
    EXPECT_LT(gzip(text, 9).size(), text.size() / 50);
    EXPECT_EQ(gunzip(gzip("", 5)), "");
}

TEST(Gzip, IsSentOnlyToWhoTakesIt) {
    EXPECT_TRUE(accepts_gzip("gzip, deflate, br"));
    EXPECT_TRUE(accepts_gzip("br;q=1.0, GZIP;q=0.8"));
    EXPECT_TRUE(accepts_gzip("*"));
    EXPECT_FALSE(accepts_gzip(""));
    EXPECT_FALSE(accepts_gzip("br"));
    EXPECT_FALSE(accepts_gzip("gzip;q=0"));
    EXPECT_FALSE(accepts_gzip("gzip; q=0.0, *"));
    EXPECT_FALSE(accepts_gzip("identity, *;q=0"));
    EXPECT_FALSE(accepts_gzip("gzip;bogus"));
}

TEST(Gzip, IsForText) {
    EXPECT_TRUE(is_compressible("text/html; charset=utf-8"));
    EXPECT_TRUE(is_compressible("application/json"));
    EXPECT_TRUE(is_compressible("image/svg+xml"));
    EXPECT_FALSE(is_compressible("image/png"));
    EXPECT_FALSE(is_compressible("application/pdf"));
}

TEST(Etag, IsTheSameForTheSameBytes) {
    EXPECT_EQ(etag_of("a"), etag_of("a"));
    EXPECT_NE(etag_of("a"), etag_of("b"));
    EXPECT_TRUE(etag_of("a").starts_with("W/\""));
}

TEST(Etag, IsFoundInAList) {
    const std::string tag = etag_of("a");
    EXPECT_TRUE(matches_etag(tag, tag));
    EXPECT_TRUE(matches_etag("\"x\", " + tag, tag));
    EXPECT_TRUE(matches_etag(tag.substr(2), tag));  // Weakly the same.
    EXPECT_TRUE(matches_etag("*", tag));
    EXPECT_FALSE(matches_etag("", tag));
    EXPECT_FALSE(matches_etag("\"x\"", tag));
}

}  // namespace
}  // namespace waymark::http
