// What the server counts, for the operator: by route and status class, never
// by person, address or query.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace waymark::http {

class Metrics {
  public:
    // route: a pattern of the route table, or "" where none was reached.
    void count_answer(std::string_view route, int status, std::uint64_t bytes,
                      std::chrono::microseconds took);
    void count_shed() { ++shed_; }        // 503: too much under way.
    void count_limited() { ++limited_; }  // 429: this client asks too often.
    void connection_opened() { ++connections_open_; }
    void connection_closed() { --connections_open_; }
    void count_connection_refused() { ++connections_refused_; }

    std::uint64_t shed() const { return shed_; }
    std::uint64_t limited() const { return limited_; }
    std::int64_t connections_open() const { return connections_open_; }

    // The Prometheus text format, version 0.0.4.
    std::string exposition() const;

  private:
    static constexpr std::array<std::int64_t, 9> kBucketMicroseconds{
        500, 1'000, 2'500, 5'000, 10'000, 25'000, 100'000, 500'000, 2'500'000};

    struct Route {
        std::array<std::uint64_t, 6> by_class{};  // 1xx … 5xx at 1 … 5.
        std::array<std::uint64_t, kBucketMicroseconds.size() + 1> by_time{};
        std::uint64_t microseconds = 0;
        std::uint64_t bytes = 0;
    };
    void write_requests(std::string& out) const;
    void write_times(std::string& out) const;

    mutable std::mutex mutex_;
    std::map<std::string, Route, std::less<>> routes_;
    std::atomic<std::uint64_t> shed_{0};
    std::atomic<std::uint64_t> limited_{0};
    std::atomic<std::uint64_t> connections_refused_{0};
    std::atomic<std::int64_t> connections_open_{0};
};

}  // namespace waymark::http
