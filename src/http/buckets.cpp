#include "http/buckets.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "crypto/hash.h"
#include "crypto/random.h"

namespace waymark::http {
namespace {

constexpr std::size_t kSecretBytes = 32;

}  // namespace

Buckets::Buckets(double tokens, std::chrono::seconds time)
    : capacity_(tokens),
      per_second_(tokens / static_cast<double>(time.count())),
      secret_(crypto::random_bytes(kSecretBytes)) {}

double Buckets::tokens_at(const Bucket& bucket, double seconds) const {
    const double waited = std::max(0.0, seconds - bucket.seconds);
    return std::min(capacity_, bucket.tokens + waited * per_second_);
}

std::uint64_t Buckets::key_of(std::string_view prefix) const {
    const std::string digest = crypto::blake2b_256(secret_ + std::string{prefix});
    std::uint64_t key = 0;
    std::memcpy(&key, digest.data(), sizeof key);
    return key;
}

Buckets::Answer Buckets::take(std::string_view prefix, double seconds) {
    const std::uint64_t key = key_of(prefix);
    const std::lock_guard lock{mutex_};
    const auto known = buckets_.find(key);
    if (known == buckets_.end() && buckets_.size() >= kPrefixesMax) return {};
    Bucket& bucket = known == buckets_.end()
                         ? buckets_.emplace(key, Bucket{capacity_, seconds}).first->second
                         : known->second;
    const double tokens = tokens_at(bucket, seconds);
    if (tokens < 1) {
        const double wait = std::ceil((1 - tokens) / per_second_);
        return {false, std::max(1, static_cast<int>(wait))};
    }
    bucket = {tokens - 1, seconds};
    return {};
}

void Buckets::forget_full(double seconds) {
    const std::lock_guard lock{mutex_};
    std::erase_if(buckets_,
                  [&](const auto& entry) { return tokens_at(entry.second, seconds) >= capacity_; });
}

std::size_t Buckets::size() const {
    const std::lock_guard lock{mutex_};
    return buckets_.size();
}

}  // namespace waymark::http
