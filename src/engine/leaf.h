// 64 rows in slices: a word of 64 bits for each thing that can be said of a
// meeting, with a bit for each row. A filter is then a few ands and ors, and a
// count one instruction (O'Neil and Quass 1997, bit-sliced indexes).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/row.h"

namespace waymark::engine {

// What can be said, as numbers from 0: days from Sunday, then venues as usual,
// attitudes, programmes, features and the commonest sets of languages.
inline constexpr std::size_t kDays = 7;
inline constexpr std::size_t kVenues = 7;
inline constexpr std::size_t kAttitudes = 3;
inline constexpr std::size_t kFellowships =
    static_cast<std::size_t>(directory::Fellowship::other) + 1;
inline constexpr std::size_t kFeatures = static_cast<std::size_t>(directory::Feature::count_);
inline constexpr std::size_t kLanguageSets = 16;

inline constexpr std::size_t kDayFacts = 0;
inline constexpr std::size_t kVenueFacts = kDayFacts + kDays;
inline constexpr std::size_t kAttitudeFacts = kVenueFacts + kVenues;
inline constexpr std::size_t kFellowshipFacts = kAttitudeFacts + kAttitudes;
inline constexpr std::size_t kFeatureFacts = kFellowshipFacts + kFellowships;
inline constexpr std::size_t kLanguageFacts = kFeatureFacts + kFeatures;
inline constexpr std::size_t kFacts = kLanguageFacts + kLanguageSets;

inline constexpr std::size_t kMinuteBits = 11;

struct Leaf {
    std::uint64_t found = 0;   // Rows that a search may find: doubles are not.
    std::uint64_t simple = 0;  // Of these, the ones that the slices tell whole.
    std::array<std::uint64_t, kMinuteBits>
        minute{};  // Of the start, modulo 1440; lowest bit first.
    std::array<std::uint64_t, kFacts> facts{};
};

// The same rows on the unit sphere, good to about a metre.
struct LeafSpots {
    std::array<float, kLeafRows> x{}, y{}, z{};
};

// Whether a leaf's slices can tell all of the row: it meets every week on one
// day at one hour, always in the same way, in one of the commonest languages.
// Any other row is looked at by itself.
bool is_told_by_slices(const Row& row);

void add_to(Leaf& leaf, unsigned at, const Row& row);

}  // namespace waymark::engine
