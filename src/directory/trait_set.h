// Sets of traits, and what is known of a place: yes, no, or nothing.
#pragma once

#include <cstdint>
#include <initializer_list>

#include "directory/trait.h"

namespace waymark::directory {

class TraitSet {
  public:
    constexpr TraitSet() = default;
    constexpr TraitSet(std::initializer_list<Trait> list) {
        for (const Trait trait : list)
            add(trait);
    }
    static TraitSet of_kind(TraitKind kind);

    constexpr void add(Trait trait) { word(trait) |= bit(trait); }
    constexpr void remove(Trait trait) { word(trait) &= ~bit(trait); }
    constexpr bool has(Trait trait) const {
        return ((at(trait) == 0 ? low_ : high_) & bit(trait)) != 0;
    }
    constexpr bool has_all(TraitSet other) const {
        return (low_ & other.low_) == other.low_ && (high_ & other.high_) == other.high_;
    }
    constexpr bool has_any(TraitSet other) const {
        return ((low_ & other.low_) | (high_ & other.high_)) != 0;
    }
    constexpr bool empty() const { return (low_ | high_) == 0; }
    constexpr TraitSet operator|(TraitSet other) const {
        return of_words(low_ | other.low_, high_ | other.high_);
    }
    constexpr TraitSet operator&(TraitSet other) const {
        return of_words(low_ & other.low_, high_ & other.high_);
    }
    constexpr TraitSet without(TraitSet other) const {
        return of_words(low_ & ~other.low_, high_ & ~other.high_);
    }
    friend constexpr bool operator==(TraitSet, TraitSet) = default;

  private:
    static constexpr TraitSet of_words(std::uint64_t low, std::uint64_t high) {
        TraitSet set;
        set.low_ = low;
        set.high_ = high;
        return set;
    }
    static constexpr unsigned at(Trait trait) { return static_cast<unsigned>(trait) / 64; }
    static constexpr std::uint64_t bit(Trait trait) {
        return std::uint64_t{1} << (static_cast<unsigned>(trait) % 64);
    }
    constexpr std::uint64_t& word(Trait trait) { return at(trait) == 0 ? low_ : high_; }
    std::uint64_t low_ = 0;
    std::uint64_t high_ = 0;
};
static_assert(static_cast<unsigned>(Trait::count_) <= 128);

// What is known of a place: yes, no, or nothing. Nothing is never a no.
struct Traits {
    TraitSet yes{};
    TraitSet no{};
    bool knows(Trait trait) const { return yes.has(trait) || no.has(trait); }
    friend bool operator==(const Traits&, const Traits&) = default;
};

}  // namespace waymark::directory
