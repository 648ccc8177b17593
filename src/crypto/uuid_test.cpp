#include "crypto/uuid.h"

#include <gtest/gtest.h>

namespace waymark::crypto {
namespace {

// The example of RFC 9562, A.4, and those of Python's uuid module.
TEST(Uuid, OfANameIsVersionFive) {
    EXPECT_EQ(uuid_of_name(kUuidOfDns, "www.example.com"), "2ed6657d-e927-568b-95e1-2665a8aea6a2");
    EXPECT_EQ(uuid_of_name(kUuidOfDns, "python.org"), "886313e1-3b8a-5372-9b90-0c9aee199e5d");
    EXPECT_EQ(uuid_of_name(kUuidOfUrl, "http://python.org/"),
              "4c565f0d-3f5a-5890-b41b-20cf47701c5e");
}

TEST(Uuid, TakesANamespaceInCapitalsAndAnEmptyName) {
    EXPECT_EQ(uuid_of_name("6BA7B810-9DAD-11D1-80B4-00C04FD430C8", "python.org"),
              uuid_of_name(kUuidOfDns, "python.org"));
    EXPECT_TRUE(is_uuid(uuid_of_name(kUuidOfDns, "")));
}

TEST(Uuid, IsToldFromWhatOnlyLooksLikeOne) {
    EXPECT_TRUE(is_uuid("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    EXPECT_TRUE(is_uuid("2ED6657D-E927-568B-95E1-2665A8AEA6A2"));
    EXPECT_FALSE(is_uuid(""));
    EXPECT_FALSE(is_uuid("2ed6657de927568b95e12665a8aea6a2"));
    EXPECT_FALSE(is_uuid("2ed6657d-e927-568b-95e1-2665a8aea6a"));
    EXPECT_FALSE(is_uuid("2ed6657d-e927-568b-95e1-2665a8aea6ag"));
    EXPECT_FALSE(is_uuid("2ed6657d+e927-568b-95e1-2665a8aea6a2"));
}

}  // namespace
}  // namespace waymark::crypto
