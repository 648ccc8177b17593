#include "engine/facet_sums.h"

#include <bit>

namespace waymark::engine {

FacetSums::FacetSums(const std::vector<Leaf>& leaves) : before_(leaves.size() + 1) {
    for (std::size_t leaf = 0; leaf < leaves.size(); ++leaf) {
        const auto simple = leaves[leaf].simple;
        auto& next = before_[leaf + 1];
        next.rows = before_[leaf].rows + static_cast<std::uint32_t>(std::popcount(simple));
        for (std::size_t fact = 0; fact < kFacts; ++fact) {
            next.facts[fact] =
                before_[leaf].facts[fact] +
                static_cast<std::uint32_t>(std::popcount(leaves[leaf].facts[fact] & simple));
        }
    }
}

std::int64_t FacetSums::add(Tree::Leaves leaves, FactCounts& counts) const {
    const auto& first = before_[leaves.first];
    const auto& end = before_[leaves.end];
    for (std::size_t fact = 0; fact < kFacts; ++fact)
        counts[fact] += end.facts[fact] - first.facts[fact];
    return end.rows - first.rows;
}

void add_facts(const Leaf& leaf, std::uint64_t rows, FactCounts& counts) {
    for (std::size_t fact = 0; fact < kFacts; ++fact)
        counts[fact] += std::popcount(leaf.facts[fact] & rows);
}

}  // namespace waymark::engine
