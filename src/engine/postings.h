// Which rows hold a word. Rows are taken 64 at a time, as leaves (leaf = row /
// 64), so that the rows of one leaf are the bits of one integer; a list is the
// leaves that have any, in order, and mostly spends a byte or less on a row.
//
// A list is: how many rows and how many leaves (both as varints), a table of
// where to go on reading (one entry for each kLeavesPerSkip leaves, but the
// first), and then a token for each row, of two bits and the row's six:
//   0  that row of the leaf of the token before
//   1  that row of the leaf after it
//   2  that row of the leaf as many further than that as the next byte says,
//      and one more
//   3  no row: instead, kMask says that the rows of the next leaf follow as eight
//      bytes; kSkip that a varint follows, of how many leaves to pass over
// Numbers of more than one byte are in the order of the machine that wrote them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "engine/flat.h"
#include "engine/row.h"

namespace waymark::engine {

inline constexpr std::uint32_t kLeavesPerSkip = 32;
inline constexpr std::uint32_t kNoLeaf = std::numeric_limits<std::uint32_t>::max();

// Some rows of one leaf: bit i is row leaf * 64 + i. No rows: the leaf is kNoLeaf.
struct LeafRows {
    std::uint32_t leaf = kNoLeaf;
    std::uint64_t rows = 0;
    bool operator==(const LeafRows&) const = default;
};

// Walks one list. The list must outlive it.
class PostingCursor {
  public:
    PostingCursor() = default;  // Of no rows.
    explicit PostingCursor(const std::uint8_t* list, const std::uint8_t* end);

    std::uint32_t row_count() const { return row_count_; }
    std::uint32_t leaf_count() const { return leaf_count_; }

    // Where it stands; kNoLeaf past the last leaf.
    const LeafRows& at() const { return at_; }
    void next();
    // To the first leaf that is not before `leaf`. Fast when that is ahead.
    void seek(std::uint32_t leaf);

  private:
    struct Skip {
        std::uint32_t leaf;  // The leaves from there on are no earlier than this.
        std::uint32_t byte;  // Where they begin in the tokens.
    };
    Skip skip(std::uint32_t number) const;
    std::uint32_t block_of(std::uint32_t leaf) const;
    void go_to_block(std::uint32_t number);

    const std::uint8_t* skips_ = nullptr;
    const std::uint8_t* tokens_ = nullptr;
    const std::uint8_t* read_ = nullptr;
    const std::uint8_t* end_ = nullptr;
    std::uint32_t row_count_ = 0;
    std::uint32_t leaf_count_ = 0;
    std::uint32_t block_ = 0;  // The block that holds the leaf it stands at.
    std::uint32_t blocks_ = 0;
    std::uint32_t block_end_ = 0;  // The block after it has no leaf before this one.
    std::uint32_t from_ = 0;       // No leaf of the list is in [from_, at_.leaf).
    LeafRows at_{};
};

// One list while its rows come in.
class GrowingList {
  public:
    // Not before the row added last; the same row again changes nothing.
    void add(std::uint32_t row) {
        if (row / kLeafRows != open_.leaf) close_leaf(row / kLeafRows);
        open_.rows |= std::uint64_t{1} << (row % kLeafRows);
    }
    // All of a leaf, after those added before.
    void add(const LeafRows& rows) {
        close_leaf(rows.leaf);
        open_ = rows;
    }
    // Appends the list. Nothing can be added after.
    void write_to(std::vector<std::uint8_t>& out);

  private:
    void close_leaf(std::uint32_t next);
    void write_skips(std::vector<std::uint8_t>& out) const;

    LeafRows open_{};
    std::uint32_t free_leaf_ = 0;  // After the last one in tokens_.
    std::uint32_t row_count_ = 0;
    std::uint32_t leaf_count_ = 0;
    std::string tokens_;
};

// Many lists, by number.
class Postings {
  public:
    Postings() = default;
    // List i is the bytes from begins[i] to begins[i + 1].
    Postings(Flat<std::uint8_t> bytes, Flat<std::uint32_t> begins)
        : bytes_(std::move(bytes)), begins_(std::move(begins)) {}

    PostingCursor list(std::size_t number) const {
        const auto bytes = bytes_.all();
        return PostingCursor{&bytes[begins_[number]], bytes.data() + begins_[number + 1]};
    }
    std::size_t size() const { return begins_.size() == 0 ? 0 : begins_.size() - 1; }
    std::span<const std::uint8_t> bytes() const { return bytes_.all(); }
    std::span<const std::uint32_t> begins() const { return begins_.all(); }

  private:
    Flat<std::uint8_t> bytes_;
    Flat<std::uint32_t> begins_;
};

}  // namespace waymark::engine
