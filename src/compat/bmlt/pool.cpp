#include "compat/bmlt/pool.h"

#include <algorithm>
#include <numeric>

#include "core/text.h"
#include "json/write.h"

namespace waymark::compat::bmlt {

TextId Pool::intern(std::string_view text) {
    if (const auto found = ids_.find(text); found != ids_.end()) return found->second;
    const auto id = static_cast<TextId>(texts_.size());
    ids_.emplace(text, id);
    texts_.emplace_back(text);
    json::append_quoted(quoted_.emplace_back(), text);
    is_searched_.push_back(false);
    return id;
}

void Pool::settle() {
    std::vector<std::string> folded(texts_.size());
    for (std::size_t i = 0; i < texts_.size(); ++i)
        folded[i] = fold(texts_[i]);
    std::vector<TextId> order(texts_.size());
    std::iota(order.begin(), order.end(), TextId{0});
    std::ranges::sort(order, {}, [&](TextId id) -> const std::string& { return folded[id]; });
    rank_.resize(texts_.size());
    for (const TextId id : order) {
        const bool is_new = of_rank_.empty() || folded[of_rank_.back().front()] != folded[id];
        if (is_new) {
            rank_of_folded_.emplace(folded[id], static_cast<std::uint32_t>(of_rank_.size()));
            of_rank_.emplace_back();
        }
        rank_[id] = static_cast<std::uint32_t>(of_rank_.size() - 1);
        of_rank_.back().push_back(id);
    }
    for (std::size_t i = 0; i < texts_.size(); ++i) {
        if (!is_searched_[i]) continue;
        for (const auto word : words_of(folded[i])) {
            auto& holders = words_[std::string{word}];
            const auto id = static_cast<TextId>(i);
            if (holders.empty() || holders.back() != id) holders.push_back(id);
        }
    }
}

std::vector<TextId> Pool::like(std::string_view text) const {
    // A text of signs alone folds to nothing: it is itself only.
    const auto folded = fold(text);
    if (folded.empty()) {
        const auto found = ids_.find(text);
        return found == ids_.end() ? std::vector<TextId>{} : std::vector<TextId>{found->second};
    }
    const auto found = rank_of_folded_.find(folded);
    return found == rank_of_folded_.end() ? std::vector<TextId>{} : of_rank_[found->second];
}

std::span<const TextId> Pool::with_word(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? std::span<const TextId>{} : found->second;
}

}  // namespace waymark::compat::bmlt
