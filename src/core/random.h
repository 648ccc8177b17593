// Chance, as an argument. Not for secrets: those come from crypto.
#pragma once

#include <cstdint>

namespace waymark {

// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same numbers
// on every machine, which the standard library's distributions do not.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    // 0 … bound-1; bound must be over 0.
    std::uint64_t below(std::uint64_t bound) { return next() % bound; }

    // [0, 1).
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

    bool chance(double probability) { return unit() < probability; }

  private:
    std::uint64_t state_;
};

}  // namespace waymark
