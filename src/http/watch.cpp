#include "http/watch.h"

#include <utility>

namespace waymark::http {

void Watch::remove(Watched& one) {
    all_.erase(&one);
    if (is_stopping_ && all_.empty() && when_empty_) when_empty_();
}

void Watch::cut_overdue(Moment now) {
    for (Watched* one : all_) {
        if (one->deadline <= now) one->cut();
    }
}

bool Watch::cut_longest_idle() {
    Watched* longest = nullptr;
    for (Watched* one : all_) {
        if (one->phase != Phase::idle) continue;
        if (longest == nullptr || one->since < longest->since) longest = one;
    }
    if (longest == nullptr) return false;
    longest->phase = Phase::closing;
    longest->cut();
    return true;
}

void Watch::begin_stopping(std::function<void()> when_empty) {
    is_stopping_ = true;
    when_empty_ = std::move(when_empty);
    for (Watched* one : all_) {
        if (one->phase == Phase::idle) one->cut();
    }
    if (all_.empty() && when_empty_) when_empty_();
}

}  // namespace waymark::http
