#include "crypto/hash.h"

#include <sodium.h>

#include <cstring>

namespace waymark::crypto {
namespace {

const unsigned char* bytes_of(std::string_view data) {
    return reinterpret_cast<const unsigned char*>(data.data());
}

crypto_hash_sha256_state* state_in(std::array<unsigned char, 104>& bytes) {
    static_assert(sizeof(crypto_hash_sha256_state) == 104);
    return reinterpret_cast<crypto_hash_sha256_state*>(bytes.data());
}

std::string in_hex(const std::array<unsigned char, crypto_hash_sha256_BYTES>& digest) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * digest.size());
    for (const unsigned char byte : digest) {
        hex += kDigits[byte >> 4];
        hex += kDigits[byte & 15];
    }
    return hex;
}

}  // namespace

std::string sha256_hex(std::string_view data) {
    Sha256 hash;
    hash.add(data);
    return hash.hex();
}

Sha256::Sha256() : state_{} {
    crypto_hash_sha256_init(state_in(state_));
}

void Sha256::add(std::string_view data) {
    crypto_hash_sha256_update(state_in(state_), bytes_of(data), data.size());
}

std::string Sha256::hex() const {
    auto state = state_;  // Finishing spoils the state, and this one may go on.
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256_final(state_in(state), digest.data());
    return in_hex(digest);
}

std::string blake2b_256(std::string_view data) {
    std::array<unsigned char, 32> digest{};
    crypto_generichash_blake2b(digest.data(), digest.size(), bytes_of(data), data.size(), nullptr,
                               0);
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

}  // namespace waymark::crypto
