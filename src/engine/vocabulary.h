// The words of a directory, by their place in alphabetical order (of bytes), and
// which of them somebody may mean who has typed only a beginning, or made one
// typo. Words are folded (core/text.h) and differ from each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/flat.h"

namespace waymark::engine {

// Numbers of words: [first, last).
struct WordRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t size() const { return last - first; }
    bool operator==(const WordRange&) const = default;
    bool has(std::uint32_t word) const { return word >= first && word < last; }
};

class Vocabulary {
  public:
    Vocabulary() = default;
    // `letters` are those of all words in order; word i is from begins[i] to begins[i + 1].
    Vocabulary(std::vector<char> letters, std::vector<std::uint32_t> begins);
    // As the parts of another were.
    Vocabulary(Flat<char> letters, Flat<std::uint32_t> begins, Flat<std::uint32_t> by_ending);

    std::uint32_t size() const { return static_cast<std::uint32_t>(by_ending_.size()); }
    std::string_view word(std::uint32_t number) const;

    // Those that begin with `typed`, all of them if it is empty.
    WordRange beginning_with(std::string_view typed) const;

    // Those that are one typo from `typed` at most (core/text.h), in order. A
    // typo leaves one half of a word as it is, unless it swaps the letters where
    // the halves meet; so only words with the first half, those with the second,
    // and that one word are looked at.
    std::vector<std::uint32_t> within_one_typo(std::string_view typed) const;

    // The parts, to be written to a file.
    std::span<const char> letters() const { return letters_.all(); }
    std::span<const std::uint32_t> begins() const { return begins_.all(); }
    std::span<const std::uint32_t> by_ending() const { return by_ending_.all(); }

  private:
    Flat<char> letters_;
    Flat<std::uint32_t> begins_;
    Flat<std::uint32_t> by_ending_;  // Words ordered by their letters from the last to the first.
};

}  // namespace waymark::engine
