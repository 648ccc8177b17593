// Each test confines a process of its own, and asks it what it still can.

#include "app/confinement.h"

#include <gtest/gtest.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <new>
#include <thread>
#include <vector>

namespace waymark::app {
namespace {

// Ends with 0 when `is_so` holds in a confined process.
template <class Question>
void expect_confined(Question is_so) {
    EXPECT_EXIT(
        {
            confine_this_process();
            std::_Exit(is_so() ? 0 : 1);
        },
        ::testing::ExitedWithCode(0), "");
}

bool can_hold(std::size_t mebibytes) {
    try {
        const std::vector<char> held(mebibytes << 20, 'x');
        return held.back() == 'x';
    } catch (const std::bad_alloc&) {
        return false;
    }
}

TEST(Confinement, LeavesRoomForAListAndNoMore) {
    expect_confined([] { return can_hold(200); });
#if !defined(__SANITIZE_ADDRESS__)
    expect_confined([] { return !can_hold(300); });
#endif
}

TEST(Confinement, StartsNoOtherProgram) {
    expect_confined([] {
        const char* words[] = {"true", nullptr};
        return execv("/bin/true", const_cast<char**>(words)) == -1 && errno == EPERM;
    });
}

TEST(Confinement, LooksIntoNoOtherProcessAndListensToNobody) {
#if !defined(__SANITIZE_ADDRESS__)
    expect_confined([] { return ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == -1; });
#endif
    expect_confined([] {
        const int listener = socket(AF_INET, SOCK_STREAM, 0);
        return listener >= 0 && listen(listener, 1) == -1 && errno == EPERM;
    });
}

TEST(Confinement, HoldsForThreadsToo) {
    expect_confined([] {
        bool is_refused = false;
        std::thread([&] {
            const char* words[] = {"true", nullptr};
            is_refused = execv("/bin/true", const_cast<char**>(words)) == -1;
        }).join();
        return is_refused;
    });
}

TEST(Confinement, LimitsTheProcessor) {
    expect_confined([] {
        rlimit limit{};
        getrlimit(RLIMIT_CPU, &limit);
        return limit.rlim_max == static_cast<rlim_t>(kConfinedSeconds);
    });
}

}  // namespace
}  // namespace waymark::app
