#include "crypto/keyed_hash.h"

#include <sodium.h>

#include <array>
#include <cstring>
#include <stdexcept>

namespace waymark::crypto {
namespace {

using Key = std::array<unsigned char, crypto_shorthash_KEYBYTES>;

const Key& key() {
    static const Key kKey = [] {
        if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
        Key drawn{};
        crypto_shorthash_keygen(drawn.data());
        return drawn;
    }();
    return kKey;
}

}  // namespace

std::uint64_t keyed_hash(std::string_view data) {
    std::array<unsigned char, crypto_shorthash_BYTES> digest{};
    crypto_shorthash(digest.data(), reinterpret_cast<const unsigned char*>(data.data()),
                     data.size(), key().data());
    std::uint64_t hash = 0;
    std::memcpy(&hash, digest.data(), sizeof hash);
    return hash;
}

}  // namespace waymark::crypto
