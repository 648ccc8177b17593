// How many rows of each kind stand before each leaf: what a whole branch holds
// is then one subtraction, however large it is.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/leaf.h"
#include "engine/tree.h"

namespace waymark::engine {

using FactCounts = std::array<std::int64_t, kFacts>;

class FacetSums {
  public:
    FacetSums() = default;
    explicit FacetSums(const std::vector<Leaf>& leaves);

    // Of the simple rows of those leaves: adds to the counts, and returns how
    // many rows they are.
    std::int64_t add(Tree::Leaves leaves, FactCounts& counts) const;

  private:
    struct Sums {
        std::uint32_t rows = 0;
        std::array<std::uint32_t, kFacts> facts{};
    };
    std::vector<Sums> before_;  // Each leaf; one more at the end.
};

// The same, of some rows of one leaf.
void add_facts(const Leaf& leaf, std::uint64_t rows, FactCounts& counts);

}  // namespace waymark::engine
