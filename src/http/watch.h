// The connections of one thread, and until when each may keep us waiting.
// Looked at once a second, which costs less than a timer for every read.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <unordered_set>

namespace waymark::http {

using Moment = std::chrono::steady_clock::time_point;

enum class Phase { idle, header, body, answering, writing, closing };

// Something that waits for the other side.
class Watched {
  public:
    virtual ~Watched() = default;
    virtual void cut() = 0;  // Ends the waiting at once, as an error.

    Phase phase = Phase::idle;
    Moment since{};
    Moment deadline = Moment::max();
};

class Watch {
  public:
    void add(Watched& one) { all_.insert(&one); }
    void remove(Watched& one);
    std::size_t size() const { return all_.size(); }

    void cut_overdue(Moment now);
    bool cut_longest_idle();  // False when none is idle.

    // From now on nobody waits for a next request; `when_empty` is called once
    // the last connection is gone, at once if there is none.
    void begin_stopping(std::function<void()> when_empty);
    bool is_stopping() const { return is_stopping_; }

  private:
    std::unordered_set<Watched*> all_;
    std::function<void()> when_empty_;
    bool is_stopping_ = false;
};

}  // namespace waymark::http
