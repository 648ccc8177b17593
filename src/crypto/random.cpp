#include "crypto/random.h"

#include <sodium.h>

#include <stdexcept>

namespace waymark::crypto {
namespace {

void fill(void* out, std::size_t count) {
    static const bool ready = sodium_init() >= 0;
    if (!ready) throw std::runtime_error("The system's source of randomness cannot be opened.");
    randombytes_buf(out, count);
}

}  // namespace

std::string random_bytes(std::size_t count) {
    std::string bytes(count, '\0');
    fill(bytes.data(), bytes.size());
    return bytes;
}

std::uint64_t random_seed() {
    std::uint64_t seed = 0;
    fill(&seed, sizeof seed);
    return seed;
}

}  // namespace waymark::crypto
