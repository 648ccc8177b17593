// Every text of a table once: cells hold numbers, and what is asked of a text
// (how it is written, where it sorts, which words it has) is known before.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace waymark::compat::bmlt {

using TextId = std::uint32_t;  // 0 is the empty text.

class Pool {
  public:
    Pool() { intern(""); }

    TextId intern(std::string_view text);
    // Its words are searched from settle() on.
    void mark_searched(TextId id) { is_searched_[id] = true; }
    // After the last intern(): how texts sort, and their words.
    void settle();

    std::size_t size() const { return texts_.size(); }
    std::string_view text(TextId id) const { return texts_[id]; }
    std::string_view quoted(TextId id) const { return quoted_[id]; }  // As JSON writes it.
    // Equal for texts that differ in case and accents only; the order of a reader.
    std::uint32_t rank(TextId id) const { return rank_[id]; }
    // Those whose text has this rank's: for "albany" also "Albany".
    std::vector<TextId> like(std::string_view text) const;
    // The texts that hold that word whole; it must be folded.
    std::span<const TextId> with_word(std::string_view word) const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    template <class T>
    using Map = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

    std::vector<std::string> texts_, quoted_;
    std::vector<bool> is_searched_;
    std::vector<std::uint32_t> rank_;
    Map<TextId> ids_;
    Map<std::uint32_t> rank_of_folded_;
    std::vector<std::vector<TextId>> of_rank_;
    Map<std::vector<TextId>> words_;
};

}  // namespace waymark::compat::bmlt
