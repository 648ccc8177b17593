// Lists for the beginnings that many words in many rows share, so that "st" is
// read like a word of its own, not gathered from a thousand. Any other
// beginning is cheap to gather.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "engine/flat.h"
#include "engine/postings.h"
#include "engine/vocabulary.h"

namespace waymark::engine {

// The most lists that are read beside each other.
inline constexpr std::size_t kListsWalked = 8;

class Beginnings {
  public:
    Beginnings() = default;
    // Of a vocabulary and its postings, whose rows are below `rows`.
    Beginnings(const Vocabulary& vocabulary, const Postings& postings, std::size_t rows);
    // As the parts of another were.
    Beginnings(Flat<WordRange> words, Postings lists)
        : words_(std::move(words)), lists_(std::move(lists)) {}

    // The rows that hold any of the words, if they have a list of their own.
    std::optional<PostingCursor> list(WordRange words) const;

    // The parts, to be written to a file.
    std::span<const WordRange> words() const { return words_.all(); }
    const Postings& lists() const { return lists_; }

  private:
    Flat<WordRange> words_;  // By their last word; the shorter range first.
    Postings lists_;
};

}  // namespace waymark::engine
