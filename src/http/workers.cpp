#include "http/workers.h"

#include <utility>

namespace waymark::http {

Workers::Workers(const Limits& limits) : limits_(limits) {
    for (unsigned i = 0; i < limits_.threads; ++i)
        threads_.emplace_back([this] { work(); });
}

Workers::~Workers() {
    std::deque<Waiting> left;
    {
        const std::lock_guard lock{mutex_};
        is_stopping_ = true;
        left.swap(waiting_);
    }
    is_work_there_.notify_all();
    for (const Waiting& one : left)
        one.job.tell(Turn::too_late);
    for (std::thread& thread : threads_)
        thread.join();
}

bool Workers::submit(Job job) {
    {
        const std::lock_guard lock{mutex_};
        if (is_stopping_ || waiting_.size() + running_ >= limits_.room) return false;
        waiting_.push_back({std::move(job), std::chrono::steady_clock::now()});
    }
    is_work_there_.notify_one();
    return true;
}

Workers::Waiting Workers::next() {
    const auto now = std::chrono::steady_clock::now();
    const bool has_given_up = now - waiting_.front().since > limits_.patience;
    const bool is_crowded = waiting_.size() > limits_.threads;
    const bool takes_oldest = has_given_up || !is_crowded;
    Waiting one = std::move(takes_oldest ? waiting_.front() : waiting_.back());
    if (takes_oldest) {
        waiting_.pop_front();
    } else {
        waiting_.pop_back();
    }
    return one;
}

void Workers::work() {
    std::unique_lock lock{mutex_};
    while (true) {
        is_work_there_.wait(lock, [this] { return is_stopping_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        const Waiting one = next();
        ++running_;
        lock.unlock();
        const auto waited = std::chrono::steady_clock::now() - one.since;
        const Turn turn = waited > limits_.patience ? Turn::too_late : Turn::in_time;
        if (turn == Turn::in_time) one.job.work();
        lock.lock();
        --running_;
        lock.unlock();
        one.job.tell(turn);
        lock.lock();
    }
}

}  // namespace waymark::http
