#include "crypto/hash.h"

#include <openssl/evp.h>
#include <sodium.h>

#include <array>
#include <cstddef>
#include <new>
#include <stdexcept>

namespace waymark::crypto {
namespace {

constexpr std::size_t kSha256Bytes = 32;

const unsigned char* bytes_of(std::string_view data) {
    return reinterpret_cast<const unsigned char*>(data.data());
}

// Only for want of memory, or of the algorithm itself.
void expect(int done) {
    if (done != 1) throw std::runtime_error("OpenSSL cannot make a SHA-256");
}

std::string in_hex(const std::array<unsigned char, kSha256Bytes>& digest) {
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

// OpenSSL's: it uses the processor's own instructions for it, several times as
// fast as libsodium's on a feed of a gigabyte.
struct Sha256::State {
    State() : context(EVP_MD_CTX_new()) {
        if (context == nullptr) throw std::bad_alloc();
    }
    ~State() { EVP_MD_CTX_free(context); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    EVP_MD_CTX* context;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    expect(EVP_DigestInit_ex(state_->context, EVP_sha256(), nullptr));
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::string_view data) {
    expect(EVP_DigestUpdate(state_->context, data.data(), data.size()));
}

std::string Sha256::hex() const {
    const State copy;  // Finishing spoils the state, and this one may go on.
    expect(EVP_MD_CTX_copy_ex(copy.context, state_->context));
    std::array<unsigned char, kSha256Bytes> digest{};
    expect(EVP_DigestFinal_ex(copy.context, digest.data(), nullptr));
    return in_hex(digest);
}

std::string blake2b_256(std::string_view data) {
    std::array<unsigned char, 32> digest{};
    crypto_generichash_blake2b(digest.data(), digest.size(), bytes_of(data), data.size(), nullptr,
                               0);
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

}  // namespace waymark::crypto
