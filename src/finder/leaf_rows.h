// Which rows of a leaf fit, all 64 at once: by the slices, the words and the
// place. What then is left to ask of a row by itself is little.
#pragma once

#include <cstdint>
#include <optional>

#include "finder/query.h"
#include "finder/words.h"

namespace waymark::finder {

struct Fitting {
    std::uint64_t told = 0;    // All of it fits, but for the wait and the age.
    std::uint64_t unruly = 0;  // Its place and words fit; the rest must be looked at.
    bool empty() const { return (told | unruly) == 0; }
};

class LeafRows {
  public:
    // `worded`: null when no words are asked for.
    LeafRows(const Query& query, Worded* worded) : query_(query), worded_(worded) {}

    bool has_words() const { return worded_ != nullptr; }
    // Whether any row of the branch holds the words.
    bool may_have_words(engine::Branch branch) const;
    Fitting of(LeafNumber leaf, engine::Region::Holds holds) const;

  private:
    const Query& query_;
    Worded* worded_;
};

// Calls take(RowNumber) for each bit.
template <class Take>
void each_row(LeafNumber leaf, std::uint64_t bits, Take take) {
    for (; bits != 0; bits &= bits - 1) {
        take(static_cast<RowNumber>(leaf * engine::kLeafRows +
                                    static_cast<unsigned>(__builtin_ctzll(bits))));
    }
}

}  // namespace waymark::finder
