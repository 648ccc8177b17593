#include "storage/pool.h"

#include <utility>

namespace waymark::storage {
namespace {

constexpr std::size_t kIdleMax = 8;

}  // namespace

Pool::Lease Pool::lease() {
    for (;;) {
        std::unique_ptr<Connection> connection;
        {
            const std::lock_guard lock(mutex_);
            if (idle_.empty()) break;
            connection = std::move(idle_.back());
            idle_.pop_back();
        }
        if (connection->is_usable()) return {*this, std::move(connection)};
    }
    return {*this, connect_()};
}

void Pool::take_back(std::unique_ptr<Connection> connection) {
    if (!connection->is_usable()) return;
    const std::lock_guard lock(mutex_);
    if (idle_.size() < kIdleMax) idle_.push_back(std::move(connection));
}

}  // namespace waymark::storage
