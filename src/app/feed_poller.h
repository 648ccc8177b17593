// The lists that are to be read by themselves, read when their time has come:
// one at a time, each in a process of its own, so that no feed can harm the
// server whatever is in it. The live directory sees what they publish.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/poll/desk.h"

namespace waymark::app {

inline constexpr std::chrono::minutes kLookForDueEvery{1};
inline constexpr std::chrono::minutes kPollTime{10};

// Reads the source of that name and returns in one line what came of it; it
// ends early once `stopping` is set.
using RunPoll =
    std::function<std::string(const std::string& name, const std::atomic<bool>& stopping)>;
using SayLine = std::function<void(std::string_view line)>;

// One look: every source that is due is polled, and what came of each is said.
// A poll that ended without a word in the source's timetable counts as failed,
// so that it is not begun anew at the next look.
void poll_due_sources(const importers::Desk& desk, const RunPoll& run, const SayLine& say,
                      const std::atomic<bool>& stopping);

// The way the server polls: this program again, as `sources poll NAME --due
// --confined` with these options, for at most kPollTime.
RunPoll poll_in_child(std::vector<std::string> options);

// For the operator's metrics, in the text format of Prometheus.
std::string source_gauges(const importers::Desk& desk);

}  // namespace waymark::app
