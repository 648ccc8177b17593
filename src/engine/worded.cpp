#include "engine/worded.h"

#include <algorithm>

#include "engine/beginnings.h"

namespace waymark::engine {
AnyOf::AnyOf(std::vector<PostingCursor> lists, std::size_t rows) : lists_(std::move(lists)) {
    for (const auto& list : lists_)
        at_most_ += list.row_count();
    at_most_ = std::min(at_most_, rows);
    if (lists_.size() <= kListsWalked) return;  // Else they are drawn into one map of bits.
    drawn_.resize((rows + kLeafRows - 1) / kLeafRows);
    for (auto& list : lists_) {
        for (; list.at().leaf != kNoLeaf; list.next())
            drawn_[list.at().leaf] |= list.at().rows;
    }
    lists_.clear();
}

LeafRows AnyOf::from(std::uint32_t leaf) {
    if (!drawn_.empty()) {
        for (; leaf < drawn_.size(); ++leaf) {
            if (drawn_[leaf] != 0) return {leaf, drawn_[leaf]};
        }
        return {};
    }
    LeafRows found{};
    for (auto& list : lists_) {
        list.seek(leaf);
        const auto& at = list.at();
        if (at.leaf < found.leaf) {
            found = at;
        } else if (at.leaf == found.leaf) {
            found.rows |= at.rows;
        }
    }
    return found;
}

std::uint64_t AnyOf::rows_in(std::uint32_t leaf) {
    if (!drawn_.empty()) return leaf < drawn_.size() ? drawn_[leaf] : 0;
    std::uint64_t rows = 0;
    for (auto& list : lists_) {
        list.seek(leaf);
        if (list.at().leaf == leaf) rows |= list.at().rows;
    }
    return rows;
}

void Worded::also(std::vector<PostingCursor> lists) {
    AnyOf word{std::move(lists), rows_};
    const auto place = std::ranges::upper_bound(words_, word.at_most(), {}, &AnyOf::at_most);
    words_.insert(place, std::move(word));
}

std::uint64_t Worded::all_in(std::uint32_t leaf) const {
    const auto before = std::size_t{leaf} * kLeafRows;
    if (before >= rows_) return 0;
    const auto left = rows_ - before;
    return left >= kLeafRows ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1;
}

std::uint64_t Worded::rows_in(std::uint32_t leaf) {
    auto rows = all_in(leaf);
    for (auto& word : words_) {
        if (rows == 0) break;
        rows &= word.rows_in(leaf);
    }
    return rows;
}

LeafRows Worded::from(std::uint32_t leaf) {
    if (words_.empty()) {
        const auto rows = all_in(leaf);
        return rows == 0 ? LeafRows{} : LeafRows{leaf, rows};
    }
    while (true) {
        auto found = words_.front().from(leaf);
        if (found.leaf == kNoLeaf) return {};
        leaf = found.leaf;
        for (std::size_t i = 1; i < words_.size() && found.rows != 0; ++i) {
            const auto other = words_[i].from(leaf);
            if (other.leaf == kNoLeaf) return {};
            found.rows = other.leaf == leaf ? found.rows & other.rows : 0;
            leaf = other.leaf;
        }
        if (found.rows != 0) return found;
        // Either leaf `leaf` has been looked at in vain, or a word has nothing before it.
        if (leaf == found.leaf) ++leaf;
    }
}

}  // namespace waymark::engine
