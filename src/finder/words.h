// Which rows hold the words that somebody types: every public word of every
// listing, folded (no case, no marks), and what was meant by a typed one.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "directory/meeting.h"
#include "engine/word_gathering.h"
#include "engine/worded.h"
#include "finder/grid.h"

namespace waymark::finder {

// A set of rows, one bit each.
class RowSet {
  public:
    explicit RowSet(std::size_t rows) : bits_((rows + 63) / 64) {}
    void add(const engine::LeafRows& rows) { bits_[rows.leaf] |= rows.rows; }
    void add(RowNumber row) { bits_[row / 64] |= std::uint64_t{1} << (row % 64); }
    bool has(RowNumber row) const { return (bits_[row / 64] >> (row % 64) & 1) != 0; }
    void keep(const RowSet& other);
    std::size_t count() const;

    template <class Take>
    void each(Take take) const;

  private:
    std::vector<std::uint64_t> bits_;
};

// A typed word that fewer rows than this begin with is also taken as a misspelling.
inline constexpr std::size_t kRowsKnown = 3;
// Shorter words, and any with a digit in it, are taken as typed.
inline constexpr std::size_t kTypoLettersMin = 4;
bool may_be_misspelt(std::string_view word);

// The text of a meeting that anybody may see and search: names, place, notes,
// regions, programme and kinds. Never contacts. Not folded.
std::string searchable_text(const directory::Meeting& meeting);

using engine::Worded;

class Words {
  public:
    using TextOfRow = std::function<std::string(RowNumber)>;

    Words() = default;
    Words(std::size_t rows, const TextOfRow& text_of);
    // As the index of another was.
    Words(std::size_t rows, engine::WordIndex index) : row_count_(rows), index_(std::move(index)) {}

    // The rows that hold every word of `text`: as the beginning of one of
    // theirs or, where kRowsKnown says so, with one typo. An empty text has all.
    // Of any number of rows, by leaf (engine/worded.h); the words must outlive it.
    Worded find(std::string_view text) const;
    RowSet rows_with(std::string_view text) const;

    // The parts, to be written to a file.
    const engine::WordIndex& index() const { return index_; }

  private:
    std::vector<engine::PostingCursor> lists_of(std::string_view typed) const;
    bool is_known(std::span<const engine::PostingCursor> lists) const;

    std::size_t row_count_ = 0;
    engine::WordIndex index_;
};

template <class Take>
void RowSet::each(Take take) const {
    for (std::size_t block = 0; block < bits_.size(); ++block) {
        for (auto left = bits_[block]; left != 0; left &= left - 1) {
            take(static_cast<RowNumber>(block * 64 +
                                        static_cast<std::size_t>(__builtin_ctzll(left))));
        }
    }
}

}  // namespace waymark::finder
