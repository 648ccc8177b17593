// The snapshot that requests search follows the store, and rests with it.

#include "app/live_directory.h"

#include <gtest/gtest.h>

#include <atomic>
#include <string>

#include "testing/memory_store.h"

namespace waymark::app {
namespace {

using directory::Source;

// A store that counts the looks at it.
class WatchedStore final : public testing::MemoryStore {
  public:
    std::int64_t revision() const override {
        ++looks_;
        looks_.notify_all();
        return MemoryStore::revision();
    }

    // Returns once it has been looked at so many times more.
    void wait_for_looks(int more) const {
        const int enough = looks_.load() + more;
        for (int seen = looks_.load(); seen < enough; seen = looks_.load())
            looks_.wait(seen);
    }

    void read(const std::string& name, const std::string& meeting) {
        const auto started = update({.name = name});
        started->put(directory::Meeting{.source_key = meeting, .name = meeting});
        started->commit({.name = name});
    }

  private:
    mutable std::atomic<int> looks_{0};
};

void never(const char* what) {
    ADD_FAILURE() << what;
}

TEST(LiveDirectory, KeepsItsSnapshotWhileNothingChanges) {
    WatchedStore store;
    store.read("zebra", "Hope");  // The first source is the last by name.
    store.read("aardvark", "Dawn");
    LiveDirectory live(store, std::chrono::milliseconds{1}, never);
    const auto first = live.snapshot();
    store.wait_for_looks(6);
    EXPECT_EQ(live.snapshot(), first);
}

}  // namespace
}  // namespace waymark::app
