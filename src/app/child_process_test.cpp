// This test program starts itself, as the server does.

#include "app/child_process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace waymark::app {
namespace {

using ::testing::HasSubstr;

const std::atomic<bool> kGoOn{false};

TEST(ChildProcess, EndsWithWhatItSaidAndHow) {
    const auto end = run_this_program({"--gtest_list_tests", "--gtest_filter=ChildProcess.*"},
                                      std::chrono::seconds{60}, kGoOn);
    EXPECT_EQ(end.exit_code, 0);
    EXPECT_FALSE(end.was_stopped);
    EXPECT_THAT(end.output, HasSubstr("EndsWithWhatItSaidAndHow"));
}

TEST(ChildProcess, WhichSaysTooMuchIsCutShort) {
    const auto end = run_this_program({"--gtest_list_tests"}, std::chrono::seconds{60}, kGoOn);
    EXPECT_EQ(end.exit_code, 0);
    EXPECT_LE(end.output.size(), 4096u);
}

// No test at all, again and again.
const std::vector<std::string> kGoOnForever{"--gtest_filter=-*", "--gtest_repeat=-1"};

TEST(ChildProcess, IsEndedWhenItsTimeIsOver) {
    const auto end = run_this_program(kGoOnForever, std::chrono::seconds{1}, kGoOn);
    EXPECT_TRUE(end.was_stopped);
    EXPECT_EQ(end.exit_code, -1);
}

TEST(ChildProcess, IsEndedWhenTheServerStops) {
    const std::atomic<bool> stopping{true};
    EXPECT_TRUE(run_this_program(kGoOnForever, std::chrono::seconds{60}, stopping).was_stopped);
}

}  // namespace
}  // namespace waymark::app
