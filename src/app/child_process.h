// This program once more, as a process of its own that is waited for.
#pragma once

#include <atomic>
#include <chrono>
#include <string>
#include <vector>

namespace waymark::app {

struct ChildEnd {
    std::string output{};      // What it wrote to standard output: its first 4 kB.
    int exit_code = -1;        // -1: a signal ended it.
    bool was_stopped = false;  // By us: `stopping` was set, or its time was over.
};

// Starts this very program (no shell) with these arguments after its name,
// without input, its errors going where ours go, and waits until it has ended.
// Kills it when `stopping` is set or `time` is over. Throws when it cannot be
// started.
ChildEnd run_this_program(const std::vector<std::string>& arguments, std::chrono::seconds time,
                          const std::atomic<bool>& stopping);

}  // namespace waymark::app
