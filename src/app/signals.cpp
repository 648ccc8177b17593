#include "app/signals.h"

#include <pthread.h>
#include <signal.h>

#include <utility>

namespace waymark::app {
namespace {

sigset_t stop_signals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

}  // namespace

StopSignals::StopSignals() {
    const sigset_t set = stop_signals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

StopSignals::~StopSignals() {
    if (!waiter_.joinable()) return;
    // Wakes a waiter that no signal has reached.
    pthread_kill(waiter_.native_handle(), SIGTERM);
    waiter_.join();
}

void StopSignals::on_stop(std::function<void()> on_stop) {
    waiter_ = std::thread([on_stop = std::move(on_stop)] {
        const sigset_t set = stop_signals();
        int signal = 0;
        sigwait(&set, &signal);
        on_stop();
    });
}

}  // namespace waymark::app
