// From the words of a place ("Philadelpia PA", "London, Ontario, Canada") to
// the towns they can mean.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "places/areas.h"

namespace waymark::places {

// One word of what was typed, as a key.
struct Word {
    std::string text{};
    bool begins_part = false;  // A comma stood before it.
};

std::vector<Word> words_typed(std::string_view text);

struct Hit {
    std::size_t row = 0;  // Of Towns.
    int rank = 0;         // Of the meaning of the state or country given.
    friend bool operator==(const Hit&, const Hit&) = default;
};

struct Naming {
    std::vector<Hit> hits{};  // What is meant first comes first: rank, then most people.
    bool is_guess = false;    // Not what was typed: a misspelling, a state for its largest town.

    // Set when only a state or country was named: how far it reaches from the first hit.
    double area_reach_km = 0;
};

// The towns meant; no hits when nothing is called so. Tried in order: exactly;
// without words such as "near" and "area"; leaving out parts before a comma
// (a street, a neighbourhood); with one typo in the state, in the town, in both.
Naming towns_meant(const std::vector<Word>& words);

}  // namespace waymark::places
