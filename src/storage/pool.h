// Connections to one database, for any number of threads: each use has one of
// its own, so nothing here waits for anything but the database.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "storage/connection.h"

namespace waymark::storage {

class Pool {
  public:
    using Connect = std::function<std::unique_ptr<Connection>()>;

    explicit Pool(Connect connect) : connect_(std::move(connect)) {}

    // A connection while it is held; then the next one's. One that is no
    // longer usable is closed instead.
    class Lease {
      public:
        Lease(Pool& pool, std::unique_ptr<Connection> connection)
            : pool_(pool), connection_(std::move(connection)) {}
        ~Lease() { pool_.take_back(std::move(connection_)); }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;

        Connection& operator*() const { return *connection_; }

      private:
        Pool& pool_;
        std::unique_ptr<Connection> connection_;
    };

    // An idle connection, or a new one. Throws Failure when none can be had.
    Lease lease();

  private:
    void take_back(std::unique_ptr<Connection> connection);

    Connect connect_;
    std::mutex mutex_{};
    std::vector<std::unique_ptr<Connection>> idle_{};
};

}  // namespace waymark::storage
