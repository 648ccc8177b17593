#include "engine/postings.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace waymark::engine {
namespace {

constexpr unsigned kRowBits = 6;
constexpr std::uint8_t kSameLeaf = 0;
constexpr std::uint8_t kNextLeaf = 1;
constexpr std::uint8_t kFurtherLeaf = 2;
constexpr std::uint8_t kMask = 0xc0;
constexpr std::uint8_t kSkip = 0xc1;
// A leaf of this many rows is as short as a mask, and faster.
constexpr int kMaskRowsMin = 9;

std::uint32_t read_varint(const std::uint8_t*& at) {
    std::uint32_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
        const std::uint8_t byte = *at++;
        value |= static_cast<std::uint32_t>(byte & 0x7f) << shift;
        if (byte < 0x80) return value;
    }
}

template <class Bytes>
void write_varint(Bytes& out, std::uint32_t value) {
    using Byte = typename Bytes::value_type;
    for (; value >= 0x80; value >>= 7)
        out.push_back(static_cast<Byte>(value | 0x80));
    out.push_back(static_cast<Byte>(value));
}

// Reads one leaf, none of which is before `free_leaf`, which moves past it.
LeafRows read_leaf(const std::uint8_t*& at, const std::uint8_t* end, std::uint32_t& free_leaf) {
    if (*at == kSkip) {
        ++at;
        free_leaf += read_varint(at);
    }
    LeafRows read{};
    const std::uint8_t token = *at++;
    if (token == kMask) {
        read.leaf = free_leaf++;
        std::memcpy(&read.rows, at, sizeof read.rows);
        at += sizeof read.rows;
        return read;
    }
    if (token >> kRowBits == kFurtherLeaf) free_leaf += 1u + *at++;
    read.leaf = free_leaf++;
    read.rows = std::uint64_t{1} << (token % kLeafRows);
    while (at != end && *at >> kRowBits == kSameLeaf)
        read.rows |= std::uint64_t{1} << *at++;
    return read;
}

}  // namespace

PostingCursor::PostingCursor(const std::uint8_t* list, const std::uint8_t* end) : end_(end) {
    row_count_ = read_varint(list);
    leaf_count_ = read_varint(list);
    blocks_ = (leaf_count_ + kLeavesPerSkip - 1) / kLeavesPerSkip;
    skips_ = list;
    tokens_ = blocks_ == 0 ? list : list + (blocks_ - 1) * sizeof(Skip);
    if (blocks_ > 0) go_to_block(0);
}

PostingCursor::Skip PostingCursor::skip(std::uint32_t number) const {
    if (number == 0) return {0, 0};
    if (number == blocks_) return {kNoLeaf, static_cast<std::uint32_t>(end_ - tokens_)};
    Skip read{};
    std::memcpy(&read, skips_ + (number - 1) * sizeof(Skip), sizeof read);
    return read;
}

void PostingCursor::go_to_block(std::uint32_t number) {
    const auto begin = skip(number);
    block_ = number;
    block_end_ = skip(number + 1).leaf;
    from_ = begin.leaf;
    read_ = tokens_ + begin.byte;
    std::uint32_t free_leaf = from_;
    at_ = read_leaf(read_, end_, free_leaf);
}

void PostingCursor::next() {
    if (at_.leaf == kNoLeaf) return;
    from_ = at_.leaf + 1;
    if (read_ == end_) {
        at_ = {};
        return;
    }
    std::uint32_t free_leaf = from_;
    at_ = read_leaf(read_, end_, free_leaf);
    if (at_.leaf >= block_end_) block_end_ = skip(++block_ + 1).leaf;
}

void PostingCursor::seek(std::uint32_t leaf) {
    if (blocks_ == 0 || (leaf >= from_ && leaf <= at_.leaf)) return;
    if (leaf < from_ || leaf >= block_end_) go_to_block(block_of(leaf));
    while (at_.leaf < leaf)
        next();
}

// The last block that begins at or before `leaf`; looked for from here on, if it is ahead.
std::uint32_t PostingCursor::block_of(std::uint32_t leaf) const {
    std::uint32_t low = 0;
    std::uint32_t high = blocks_;  // Block `low` begins at or before `leaf`; `high` does not.
    if (leaf >= skip(block_).leaf) {
        low = block_;
        std::uint32_t step = 1;
        for (; low + step < blocks_ && skip(low + step).leaf <= leaf; step *= 2)
            low += step;
        high = std::min(low + step, blocks_);
    } else {
        high = block_;
    }
    while (high - low > 1) {
        const auto middle = low + (high - low) / 2;
        (skip(middle).leaf <= leaf ? low : high) = middle;
    }
    return low;
}

void GrowingList::close_leaf(std::uint32_t next) {
    const auto byte = [&](unsigned value) { tokens_.push_back(static_cast<char>(value)); };
    if (open_.rows != 0) {
        const int count = std::popcount(open_.rows);
        auto gap = open_.leaf - free_leaf_;
        if (gap > 256 || (gap > 0 && count >= kMaskRowsMin)) {
            byte(kSkip);
            write_varint(tokens_, gap);
            gap = 0;
        }
        if (count >= kMaskRowsMin) {
            byte(kMask);
            tokens_.append(reinterpret_cast<const char*>(&open_.rows), sizeof open_.rows);
        } else {
            unsigned kind = gap > 0 ? kFurtherLeaf : kNextLeaf;
            for (auto left = open_.rows; left != 0; left &= left - 1) {
                byte(kind << kRowBits | static_cast<unsigned>(std::countr_zero(left)));
                if (kind == kFurtherLeaf) byte(gap - 1);
                kind = kSameLeaf;
            }
        }
        row_count_ += static_cast<std::uint32_t>(count);
        ++leaf_count_;
        free_leaf_ = open_.leaf + 1;
    }
    open_ = {next, 0};
}

void GrowingList::write_skips(std::vector<std::uint8_t>& out) const {
    const auto* begin = reinterpret_cast<const std::uint8_t*>(tokens_.data());
    const auto* end = begin + tokens_.size();
    std::uint32_t free_leaf = 0;
    std::uint32_t number = 0;
    for (const auto* at = begin; at != end; ++number) {
        if (number > 0 && number % kLeavesPerSkip == 0) {
            const std::uint32_t skip[2]{free_leaf, static_cast<std::uint32_t>(at - begin)};
            const auto* bytes = reinterpret_cast<const std::uint8_t*>(skip);
            out.insert(out.end(), bytes, bytes + sizeof skip);
        }
        read_leaf(at, end, free_leaf);
    }
}

void GrowingList::write_to(std::vector<std::uint8_t>& out) {
    close_leaf(kNoLeaf);
    write_varint(out, row_count_);
    write_varint(out, leaf_count_);
    if (leaf_count_ > kLeavesPerSkip) write_skips(out);
    out.insert(out.end(), tokens_.begin(), tokens_.end());
    std::string{}.swap(tokens_);
}

}  // namespace waymark::engine
