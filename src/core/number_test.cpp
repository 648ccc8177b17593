#include "core/number.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace waymark {
namespace {

TEST(Number, ReadsTheWholeTextOrNothing) {
    EXPECT_EQ(parse_number<int>("42"), 42);
    EXPECT_EQ(parse_number<int>("-42"), -42);
    EXPECT_EQ(parse_number<int>("+42"), 42);
    EXPECT_EQ(parse_number<double>("-75.16"), -75.16);
    EXPECT_EQ(parse_number<double>(".5"), 0.5);
    EXPECT_EQ(parse_number<double>("1e3"), 1000);
    for (const auto text : {"", " 42", "42 ", "4 2", "0x10", "+-1", "--1", "+", "-", "1,5", "１"}) {
        EXPECT_EQ(parse_number<int>(text), std::nullopt) << text;
        EXPECT_EQ(parse_number<double>(text), std::nullopt) << text;
    }
}

TEST(Number, RefusesWhatIsNoNumberOrDoesNotFit) {
    for (const auto text : {"nan", "inf", "-inf", "infinity", "1e999"}) {
        EXPECT_EQ(parse_number<double>(text), std::nullopt) << text;
    }
    EXPECT_EQ(parse_number<std::int8_t>("128"), std::nullopt);
    EXPECT_EQ(parse_number<unsigned>("-1"), std::nullopt);
    EXPECT_EQ(parse_number<std::int64_t>("9223372036854775807"), INT64_MAX);
    EXPECT_EQ(parse_number<std::int64_t>("9223372036854775808"), std::nullopt);
}

}  // namespace
}  // namespace waymark
