#include "app/repeating.h"

#include <exception>
#include <utility>

namespace waymark::app {

Repeating::Repeating(std::chrono::milliseconds every, Work work, OnFailure on_failure)
    : every_(every),
      work_(std::move(work)),
      on_failure_(std::move(on_failure)),
      thread_(&Repeating::run, this) {}

Repeating::~Repeating() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

void Repeating::run() {
    std::unique_lock lock(mutex_);
    do {
        lock.unlock();
        work_once();
        lock.lock();
    } while (!wake_.wait_for(lock, every_, [this] { return stopping_.load(); }));
}

void Repeating::work_once() {
    try {
        work_(stopping_);
    } catch (const std::exception& failure) {
        on_failure_(failure.what());
    }
}

}  // namespace waymark::app
