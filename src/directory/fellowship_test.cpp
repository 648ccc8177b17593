#include "directory/fellowship.h"

#include <gtest/gtest.h>

#include <set>

namespace waymark::directory {
namespace {

TEST(Fellowship, StandsInItsTableWhereItsNumberSays) {
    std::set<std::string_view> codes;
    for (const auto& programme : fellowships()) {
        EXPECT_EQ(info(programme.fellowship).code, programme.code);
        EXPECT_EQ(fellowship_of_code(programme.code), programme.fellowship);
        EXPECT_TRUE(codes.insert(programme.code).second) << programme.code;
        EXPECT_FALSE(programme.name.empty() || programme.short_name.empty());
    }
    EXPECT_EQ(fellowships().back().fellowship, Fellowship::other);
    EXPECT_LE(fellowships().size(), 32u);  // The finder keeps them in 32 bits.
    EXPECT_EQ(fellowship_of_code("NA"), std::nullopt);
}

TEST(Fellowship, KnowsWhoIsAMember) {
    for (const auto code : {"na", "ha", "daa", "smart", "rd", "rr", "lifering", "ca", "unknown"}) {
        EXPECT_TRUE(is_for_opioid_users(*fellowship_of_code(code))) << code;
    }
    for (const auto code : {"aa", "ma", "cma", "al-anon", "nar-anon", "pal", "fa"}) {
        EXPECT_FALSE(is_for_opioid_users(*fellowship_of_code(code))) << code;
    }
}

TEST(Fellowship, NamesFamilyAndConcern) {
    EXPECT_EQ(code_of(info(Fellowship::ha).family), "12-step");
    EXPECT_EQ(code_of(info(Fellowship::recovery_dharma).family), "buddhist");
    EXPECT_EQ(code_of(info(Fellowship::ha).concern), "opioids");
    EXPECT_EQ(code_of(info(Fellowship::al_anon).concern), "relatives");
}

}  // namespace
}  // namespace waymark::directory
