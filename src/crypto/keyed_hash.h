// A short fingerprint that nobody outside can foresee: for tables of texts that
// strangers chose. It means nothing in another process.
#pragma once

#include <cstdint>
#include <string_view>

namespace waymark::crypto {

// SipHash-2-4 under a key that each process draws for itself.
std::uint64_t keyed_hash(std::string_view data);

}  // namespace waymark::crypto
