// SIGINT and SIGTERM as a function call on a thread of our own, where anything
// may be done.
#pragma once

#include <functional>
#include <thread>

namespace waymark::app {

// Blocks the two signals for the calling thread and those it starts later, so
// make it before any other thread. The first signal that comes calls `on_stop`.
class StopSignals {
  public:
    StopSignals();
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    void on_stop(std::function<void()> on_stop);

  private:
    std::thread waiter_;
};

}  // namespace waymark::app
