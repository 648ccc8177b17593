// How often one place may search, or report a mistake: a token bucket for each
// network prefix.
//
// A prefix is known only by a keyed hash whose key dies with the process, and
// is forgotten as soon as its bucket is full again: a minute after the last
// search at most, an hour after the last report. Nothing here is logged.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace waymark::http {

class Buckets {
  public:
    // Holds `tokens` and refills that many in the given time.
    explicit Buckets(double tokens, std::chrono::seconds time = std::chrono::minutes{1});

    // Takes a token, or says how many seconds until there is one (1 or more).
    // `seconds` is any clock that only goes forward.
    // `prefix`: the first 3 bytes of an IPv4 address, 7 of an IPv6 one.
    struct Answer {
        bool is_allowed = true;
        int retry_after_seconds = 0;
    };
    Answer take(std::string_view prefix, double seconds);

    void forget_full(double seconds);  // To be called about once a second.
    std::size_t size() const;

  private:
    struct Bucket {
        double tokens = 0;
        double seconds = 0;
    };
    double tokens_at(const Bucket& bucket, double seconds) const;
    std::uint64_t key_of(std::string_view prefix) const;

    // Under a flood of prefixes new ones go unlimited rather than everybody refused.
    static constexpr std::size_t kPrefixesMax = 100'000;
    double capacity_;
    double per_second_;
    std::string secret_;
    mutable std::mutex mutex_;
    std::unordered_map<std::uint64_t, Bucket> buckets_;
};

}  // namespace waymark::http
