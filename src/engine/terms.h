// Texts that many listings share, each kept once and known by its number: towns,
// states, zones, codes, names of service bodies.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::engine {

// Flat: its two arrays may lie in a mapped file.
struct TermArrays {
    std::span<const char> letters{};
    std::span<const std::uint32_t> ends{};  // Of each in `letters`.

    std::size_t size() const { return ends.size(); }
    std::string_view operator[](std::uint64_t number) const;  // Throws past the end.
};

// Numbers them from 0 in the order first met.
class Terms {
  public:
    std::uint32_t number_of(std::string_view text);
    TermArrays arrays() const { return {letters_, ends_}; }
    std::size_t bytes() const { return letters_.capacity() + 4 * ends_.capacity(); }

    // Gives back what only taking more of them needs.
    void settle();

  private:
    void widen();

    std::vector<char> letters_;
    std::vector<std::uint32_t> ends_;
    std::vector<std::uint32_t> slots_;  // By hash: a number and one, or 0.
};

}  // namespace waymark::engine
