#include "engine/beginnings.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace waymark::engine {
namespace {

// Fewer rows than one in this many are gathered quickly enough; and so are this many.
constexpr std::size_t kRowsPerRowGathered = 32;
constexpr std::size_t kRowsGathered = 2048;

bool stands_before(const WordRange& a, const WordRange& b) {
    return a.last != b.last ? a.last < b.last : a.first > b.first;
}

// Goes through the words as through a tree of beginnings, longer ones first, so
// that each list is read once.
class Drawing {
  public:
    Drawing(const Vocabulary& vocabulary, const Postings& postings, std::size_t rows)
        : vocabulary_(vocabulary),
          postings_(postings),
          leaves_((rows + kLeafRows - 1) / kLeafRows),
          rows_min_(std::max(kRowsGathered, rows / kRowsPerRowGathered)) {
        rows_before_.reserve(vocabulary.size() + 1);
        rows_before_.push_back(0);
        for (std::uint32_t word = 0; word < vocabulary.size(); ++word)
            rows_before_.push_back(rows_before_.back() + postings.list(word).row_count());
    }

    Beginnings run() && {
        Rows all(leaves_);
        draw({0, vocabulary_.size()}, 0, all);
        return {Flat{std::move(words_)},
                Postings{Flat{std::move(bytes_)}, Flat{std::move(list_begins_)}}};
    }

  private:
    using Rows = std::vector<std::uint64_t>;  // A bit each.

    bool is_cheap(WordRange words) const {
        return words.size() <= kListsWalked ||
               rows_before_[words.last] - rows_before_[words.first] < rows_min_;
    }

    // Adds the rows of the words, which have their first `same` letters in common.
    void draw(WordRange words, std::size_t same, Rows& into) {
        if (is_cheap(words)) {
            for (auto word = words.first; word < words.last; ++word)
                add(word, into);
            return;
        }
        while (same < common_letters(words))
            ++same;
        Rows rows(leaves_);
        auto first = words.first;
        if (vocabulary_.word(first).size() == same) add(first++, rows);
        while (first < words.last) {
            const auto beginning = vocabulary_.word(first).substr(0, same + 1);
            auto last = first + 1;
            while (last < words.last && vocabulary_.word(last).starts_with(beginning))
                ++last;
            draw({first, last}, same + 1, rows);
            first = last;
        }
        for (std::size_t leaf = 0; leaf < leaves_; ++leaf)
            into[leaf] |= rows[leaf];
        write(words, rows);
    }

    std::size_t common_letters(WordRange words) const {
        const auto first = vocabulary_.word(words.first);
        const auto last = vocabulary_.word(words.last - 1);
        const auto differ = std::ranges::mismatch(first, last);
        return static_cast<std::size_t>(differ.in1 - first.begin());
    }

    void add(std::uint32_t word, Rows& rows) const {
        for (auto list = postings_.list(word); list.at().leaf != kNoLeaf; list.next())
            rows[list.at().leaf] |= list.at().rows;
    }

    void write(WordRange words, const Rows& rows) {
        GrowingList list;
        for (std::uint32_t leaf = 0; leaf < rows.size(); ++leaf) {
            if (rows[leaf] != 0) list.add(LeafRows{leaf, rows[leaf]});
        }
        list.write_to(bytes_);
        list_begins_.push_back(static_cast<std::uint32_t>(bytes_.size()));
        words_.push_back(words);
    }

    const Vocabulary& vocabulary_;
    const Postings& postings_;
    std::size_t leaves_;
    std::size_t rows_min_;
    std::vector<std::size_t> rows_before_;  // In the lists of the words before.
    std::vector<WordRange> words_;
    std::vector<std::uint8_t> bytes_;
    std::vector<std::uint32_t> list_begins_{0};
};

}  // namespace

Beginnings::Beginnings(const Vocabulary& vocabulary, const Postings& postings, std::size_t rows)
    : Beginnings(Drawing{vocabulary, postings, rows}.run()) {}

std::optional<PostingCursor> Beginnings::list(WordRange words) const {
    const auto all = words_.all();
    const auto found = std::ranges::lower_bound(all, words, stands_before);
    if (found == all.end() || *found != words) return std::nullopt;
    return lists_.list(static_cast<std::size_t>(found - all.begin()));
}

}  // namespace waymark::engine
