#include "http/workers.h"

#include <gtest/gtest.h>

#include <future>
#include <string>

namespace waymark::http {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

// One thread, held at a gate until told to go on.
class Queue {
  public:
    Queue(std::size_t room, milliseconds patience)
        : workers_(std::make_unique<Workers>(
              Workers::Limits{.threads = 1, .room = room, .patience = patience})) {
        const auto hold = [this] {
            is_held_.set_value();
            gate_.get_future().wait();
        };
        // With no patience at all its own turn may come too late: then it holds there.
        workers_->submit({.work = hold, .tell = [hold](Turn turn) {
                              if (turn == Turn::too_late) hold();
                          }});
        is_held_.get_future().wait();
    }
    ~Queue() {
        if (workers_) all();
    }

    // A job that writes its letter, small when its turn came too late.
    bool add(char letter) {
        const auto tell = [this, letter](Turn turn) {
            const std::lock_guard lock{mutex_};
            done_ += turn == Turn::in_time ? letter : static_cast<char>(letter + 'a' - 'A');
            is_done_.notify_all();
        };
        return workers_->submit({.work = [] {}, .tell = tell});
    }
    // What was done, in order, once `count` jobs are.
    std::string first(std::size_t count) {
        open();
        std::unique_lock lock{mutex_};
        is_done_.wait(lock, [&] { return done_.size() >= count; });
        return done_;
    }
    std::string all() {
        open();
        workers_.reset();
        return done_;
    }

  private:
    void open() {
        if (!std::exchange(is_open_, true)) gate_.set_value();
    }
    std::promise<void> is_held_{};
    std::promise<void> gate_{};
    bool is_open_ = false;
    std::mutex mutex_{};
    std::condition_variable is_done_{};
    std::string done_{};
    std::unique_ptr<Workers> workers_{};
};

TEST(Workers, TakeTheNewestFirstWhenManyWait) {
    Queue queue{10, hours{1}};
    for (const char letter : {'A', 'B', 'C'})
        EXPECT_TRUE(queue.add(letter));
    EXPECT_EQ(queue.first(3), "CBA");
}

TEST(Workers, RefuseWhatThereIsNoRoomFor) {
    Queue queue{3, hours{1}};  // One of them is at the gate.
    EXPECT_TRUE(queue.add('A'));
    EXPECT_TRUE(queue.add('B'));
    EXPECT_FALSE(queue.add('C'));
    EXPECT_EQ(queue.first(2), "BA");
}

TEST(Workers, TellWhoeverWaitedTooLong) {
    Queue queue{10, milliseconds{0}};
    EXPECT_TRUE(queue.add('A'));
    EXPECT_TRUE(queue.add('B'));
    EXPECT_EQ(queue.first(2), "ab");
}

TEST(Workers, HaveRoomAgainOnceAJobsEndIsTold) {
    Workers workers{{.threads = 1, .room = 1, .patience = hours{1}}};
    for (int i = 0; i < 2000; ++i) {
        std::promise<void> told;
        ASSERT_TRUE(workers.submit({.work = [] {}, .tell = [&told](Turn) { told.set_value(); }}))
            << i;
        told.get_future().wait();
    }
}

TEST(Workers, CallEveryJobOnceEvenAtTheEnd) {
    Queue queue{10, hours{1}};
    queue.add('A');
    queue.add('B');
    const std::string done = queue.all();
    EXPECT_EQ(done.size(), 2U);
}

}  // namespace
}  // namespace waymark::http
