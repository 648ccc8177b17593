// The rows that hold every word of a text, asked for leaf by leaf (engine/
// postings.h): what text adds to a search, whatever way the search goes through
// the directory. Answers any leaf in any order, fastest in rising order.
//
// It keeps a place in each list, so that it is for one search of one thread;
// the postings must outlive it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/postings.h"

namespace waymark::engine {

// The rows in any of some lists: of all words that one typed word may mean.
class AnyOf {
  public:
    // Rows are below `rows`.
    AnyOf(std::vector<PostingCursor> lists, std::size_t rows);

    // The first leaf not before `leaf` that has any.
    LeafRows from(std::uint32_t leaf);
    std::uint64_t rows_in(std::uint32_t leaf);
    // How many rows: exact for one list, else no less.
    std::size_t at_most() const { return at_most_; }

  private:
    std::vector<PostingCursor> lists_;
    std::vector<std::uint64_t> drawn_;  // The rows of each leaf, if there are many lists.
    std::size_t at_most_ = 0;
};

class Worded {
  public:
    // Of an empty text: all rows below `rows`.
    explicit Worded(std::size_t rows) : rows_(rows) {}
    // Keeps only rows that are in any of `lists` too.
    void also(std::vector<PostingCursor> lists);

    // Whether nothing was asked, so that every row will do.
    bool is_all() const { return words_.empty(); }
    // Whether some word is nowhere. A text can be in no row without that.
    bool is_empty() const { return at_most() == 0; }
    // No fewer than it has.
    std::size_t at_most() const { return words_.empty() ? rows_ : words_.front().at_most(); }

    // Bit i: whether row leaf * 64 + i holds every word.
    std::uint64_t rows_in(std::uint32_t leaf);

    // The first leaf not before `leaf` that has any; with leaf kNoLeaf when there is none.
    LeafRows from(std::uint32_t leaf);

    // Calls take(LeafRows) for each leaf that has any, in order.
    template <class Take>
    void each_leaf(Take take) {
        for (auto found = from(0); found.leaf != kNoLeaf; found = from(found.leaf + 1))
            take(found);
    }

  private:
    std::uint64_t all_in(std::uint32_t leaf) const;

    std::size_t rows_;
    std::vector<AnyOf> words_;  // The rarest first.
};

}  // namespace waymark::engine
