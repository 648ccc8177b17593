#include "app/repeating.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace waymark::app {
namespace {

TEST(Repeating, WorksAgainAndAgainUntilItIsGoneWhateverComesOfIt) {
    std::atomic<int> looks{0};
    std::atomic<int> failures{0};
    {
        const Repeating looking(
            std::chrono::milliseconds{1},
            [&](const std::atomic<bool>&) {
                ++looks;
                looks.notify_all();
                throw std::runtime_error("the database is gone");
            },
            [&](const char*) { ++failures; });
        for (int seen = looks; seen < 3; seen = looks)
            looks.wait(seen);
    }
    EXPECT_EQ(failures, looks);
}

}  // namespace
}  // namespace waymark::app
