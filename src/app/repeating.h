// Work that a thread of its own does again and again, at once and then every so
// often, until the value is gone.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace waymark::app {

class Repeating {
  public:
    // `stopping` is set when the work should come to an end.
    using Work = std::function<void(const std::atomic<bool>& stopping)>;
    // Called when the work has thrown; its next turn comes all the same.
    using OnFailure = std::function<void(const char* what)>;

    Repeating(std::chrono::milliseconds every, Work work, OnFailure on_failure);
    ~Repeating();  // Waits for work under way, which is told to stop.
    Repeating(const Repeating&) = delete;
    Repeating& operator=(const Repeating&) = delete;

  private:
    void run();
    void work_once();

    std::chrono::milliseconds every_;
    Work work_;
    OnFailure on_failure_;
    std::mutex mutex_{};
    std::condition_variable wake_{};
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

}  // namespace waymark::app
