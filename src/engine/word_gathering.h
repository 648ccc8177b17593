// Takes the texts of rows, one after the other, and makes of them the vocabulary
// and the postings. It keeps no text and no list of pairs: each word's list
// grows in its final, short form, so that it needs little more than the result.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/beginnings.h"
#include "engine/postings.h"
#include "engine/vocabulary.h"

namespace waymark::engine {

struct WordIndex {
    Vocabulary vocabulary;
    Postings postings;  // Of the word of that number.
    Beginnings beginnings;
};

class WordGathering {
  public:
    WordGathering();

    // Adds the words of `text`, folded (core/text.h): a row may be added in many
    // parts, which are words apart, but no row after a later one.
    void add(std::uint32_t row, std::string_view text);

    // Rows are below `rows`. The gathering is empty after. Throws std::length_error when the lists
    // are over 4 GB.
    WordIndex finish(std::size_t rows) &&;

  private:
    // The letters, eight bits each, turned over the ones before where there are more
    // than eight: a shorter word is known by its key alone.
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t length = 0;  // 0 when nothing is here.
        std::uint32_t number = 0;
    };

    void add_foreign(std::uint32_t row, std::string_view piece);
    std::uint32_t number_of(std::string_view word, std::uint64_t key);
    std::string_view word(std::uint32_t number) const;
    void grow_slots();

    std::vector<Slot> slots_;            // A power of two of them, at most half of them taken.
    std::vector<char> letters_;          // Of all words, in the order met.
    std::vector<std::uint32_t> begins_;  // Of each word in letters_, and one past the last.
    std::vector<GrowingList> lists_;
    std::vector<char> folded_;
    // Words of pieces that are not ASCII: folding those is slow, and most come again.
    std::unordered_map<std::string, std::vector<std::uint32_t>> foreign_;
};

}  // namespace waymark::engine
