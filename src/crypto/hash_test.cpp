#include "crypto/hash.h"

#include <gtest/gtest.h>

#include <string>

namespace waymark::crypto {
namespace {

// The examples of FIPS 180-4 (csrc.nist.gov, "SHA256.pdf") and its long one.
constexpr auto kAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr auto kEmpty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
constexpr auto kTwoBlocks = "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1";
constexpr auto kMillionA = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";

std::string hex(std::string_view bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        text += kDigits[static_cast<unsigned char>(c) >> 4];
        text += kDigits[static_cast<unsigned char>(c) & 15];
    }
    return text;
}

TEST(Sha256, GivesThePublishedDigests) {
    EXPECT_EQ(sha256_hex(""), kEmpty);
    EXPECT_EQ(sha256_hex("abc"), kAbc);
    EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"), kTwoBlocks);
    EXPECT_EQ(sha256_hex(std::string(1'000'000, 'a')), kMillionA);
}

TEST(Sha256, TakesDataInPieces) {
    Sha256 hash;
    for (int i = 0; i < 1000; ++i)
        hash.add(std::string(1000, 'a'));
    EXPECT_EQ(hash.hex(), kMillionA);
}

TEST(Sha256, CanBeAskedOnTheWay) {
    Sha256 hash;
    EXPECT_EQ(hash.hex(), kEmpty);
    hash.add("ab");
    hash.add("");
    hash.add("c");
    EXPECT_EQ(hash.hex(), kAbc);
    EXPECT_EQ(hash.hex(), kAbc);
}

// The BLAKE2 authors' published vectors (BLAKE2b with a 32-byte digest).
TEST(Blake2b, GivesThePublishedDigests) {
    EXPECT_EQ(hex(blake2b_256("")),
              "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    EXPECT_EQ(hex(blake2b_256("abc")),
              "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST(Blake2b, TellsTextsApartThatDifferInOneBit) {
    EXPECT_NE(blake2b_256("Monday 19:00"), blake2b_256("Monday 19:01"));
    EXPECT_EQ(blake2b_256("x").size(), 32u);
}

}  // namespace
}  // namespace waymark::crypto
