#include "importers/fetch/address.h"

#include <gtest/gtest.h>

#include <string>

namespace waymark::importers {
namespace {

bool is_public(const std::string& text) {
    return is_public_address(parse_address(text).value());
}

TEST(Address, IsPublicWhenItBelongsToSomebodyOutThere) {
    for (const char* text : {
             "1.1.1.1",           "8.8.8.8",
             "9.255.255.255",     "11.0.0.0",
             "93.184.216.34",     "100.63.255.255",
             "100.128.0.0",       "126.255.255.255",
             "128.0.0.1",         "169.253.255.255",
             "169.255.0.0",       "172.15.255.255",
             "172.32.0.0",        "192.0.1.0",
             "192.167.255.255",   "192.169.0.0",
             "198.17.255.255",    "198.20.0.0",
             "223.255.255.255",   "2000::1",
             "2001:200::1",       "2001:4860:4860::8888",
             "2001:db7:ffff::1",  "2001:db9::1",
             "2003::1",           "2606:4700:4700::1111",
             "2a00:1450:4001::1", "3ffe::1",
             "3fff:1000::1",
         }) {
        EXPECT_TRUE(is_public(text)) << text;
    }
}

TEST(Address, IsNotPublicWhenItLeadsIntoANetworkOfOurs) {
    for (const char* text : {
             "0.0.0.0",     "0.1.2.3",           "10.0.0.1",        "10.255.255.255",
             "100.64.0.0",  "100.127.255.255",   "127.0.0.1",       "127.255.255.254",
             "169.254.0.1", "169.254.169.254",   "172.16.0.1",      "172.31.255.255",
             "192.0.0.8",   "192.168.0.1",       "192.168.255.255", "::",
             "::1",         "fe80::1",           "febf::1",         "fec0::1",
             "fc00::1",     "fd12:3456:789a::1", "fdff::1",
         }) {
        EXPECT_FALSE(is_public(text)) << text;
    }
}

TEST(Address, IsNotPublicWhenItIsNobodys) {
    for (const char* text : {
             "192.0.2.1",       "192.31.196.1", "192.52.193.1",    "192.88.99.1",
             "192.175.48.1",    "198.18.0.1",   "198.19.255.255",  "198.51.100.7",
             "203.0.113.9",     "224.0.0.1",    "239.255.255.255", "240.0.0.1",
             "255.255.255.255", "100::1",       "1fff::1",         "2001:db8::1",
             "2001:2::1",       "2001:1ff::1",  "2620:4f:8000::1", "3fff::1",
             "3fff:fff::1",     "4000::1",      "5f00::1",         "ff02::1",
             "ff0e::1",
         }) {
        EXPECT_FALSE(is_public(text)) << text;
    }
}

TEST(Address, IsNotPublicWhenItHidesAnotherAddress) {
    for (const char* text : {
             "::ffff:8.8.8.8",
             "::ffff:127.0.0.1",
             "::ffff:a00:1",
             "::8.8.8.8",
             "::7f00:1",
             "::ffff:0:8.8.8.8",
             "64:ff9b::808:808",
             "64:ff9b::7f00:1",
             "64:ff9b:1::1",
             "2002:7f00:1::",
             "2002:808:808::1",
             "2001::1",
             "2001:0:4136:e378::1",
         }) {
        EXPECT_FALSE(is_public(text)) << text;
    }
}

TEST(Address, KnowsLoopback) {
    for (const char* text : {"127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"}) {
        EXPECT_TRUE(is_loopback_address(parse_address(text).value())) << text;
    }
    for (const char* text : {"128.0.0.1", "0.0.0.0", "::", "::2", "::ffff:128.0.0.1", "10.0.0.1"}) {
        EXPECT_FALSE(is_loopback_address(parse_address(text).value())) << text;
    }
}

TEST(Address, ReadsOnlyWholeWrittenOutAddresses) {
    for (const char* text : {"", "127.1", "2130706433", "0x7f.0.0.1", "0177.0.0.1", "1.2.3.4.5",
                             "256.0.0.1", "[::1]", "fe80::1%eth0", "::1 ", "example.org"}) {
        EXPECT_FALSE(parse_address(text).has_value()) << text;
    }
}

}  // namespace
}  // namespace waymark::importers
