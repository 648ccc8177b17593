// The threads that run handlers, so that a slow one never holds up reading,
// writing or a crisis page.
//
// At most `room` jobs are under way or waiting. One that waited too long is
// told so instead of run: whoever asked has given up. When more wait than
// there are threads, the newest goes first: it still has somebody waiting.
//
// A job's room is free again before anybody is told of its end, so that
// whoever asks next because of that end finds it free.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace waymark::http {

enum class Turn { in_time, too_late };

// A piece of work, and who is told that it was done, or that its turn came too
// late to do it.
struct Job {
    std::function<void()> work;
    std::function<void(Turn)> tell;
};

class Workers {
  public:
    struct Limits {
        unsigned threads = 2;
        std::size_t room = 256;
        std::chrono::milliseconds patience{500};
    };

    explicit Workers(const Limits& limits);
    ~Workers();  // Tells all who still wait that it is too late.
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    // Each job accepted is told of exactly once, from a worker's thread or the
    // destructor's. False when there is no room: then it never is.
    bool submit(Job job);

  private:
    struct Waiting {
        Job job;
        std::chrono::steady_clock::time_point since;
    };
    void work();
    Waiting next();

    Limits limits_;
    std::mutex mutex_;
    std::condition_variable is_work_there_;
    std::deque<Waiting> waiting_;
    std::size_t running_ = 0;
    bool is_stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace waymark::http
