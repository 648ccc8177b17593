// Chance that nobody can foresee, from the operating system: for secrets and
// for seeds. Where a test must choose the numbers, take core/random.h instead.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace waymark::crypto {

// That many raw bytes.
std::string random_bytes(std::size_t count);

// A seed for waymark::Random.
std::uint64_t random_seed();

}  // namespace waymark::crypto
