// The nodes above the leaves: sixteen leaves to a branch, sixteen branches to
// the next, up to one top. Where a child is follows from its number; nothing
// points anywhere.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/node.h"

namespace waymark::engine {

// A node by where it stands: level 0 are the leaves.
struct Branch {
    std::uint32_t level = 0;
    std::uint32_t number = 0;
    bool is_leaf() const { return level == 0; }
};

class Tree {
  public:
    Tree() : levels_(1) {}
    // The nodes of the leaves, in order.
    explicit Tree(std::vector<Node> leaves);

    LeafNumber leaf_count() const { return static_cast<LeafNumber>(levels_.front().size()); }
    bool empty() const { return levels_.front().empty(); }
    // The tree must not be empty.
    Branch top() const { return {static_cast<std::uint32_t>(levels_.size() - 1), 0}; }
    const Node& node(Branch branch) const { return levels_[branch.level][branch.number]; }
    const Node& leaf(LeafNumber leaf) const { return levels_.front()[leaf]; }

    // Calls take(Branch) for each child, in order.
    template <class Take>
    void each_child(Branch branch, Take take) const {
        const auto& below = levels_[branch.level - 1];
        const auto first = branch.number * kFan;
        const auto end = std::min<std::size_t>(first + kFan, below.size());
        for (auto child = first; child < end; ++child)
            take(Branch{branch.level - 1, child});
    }

    struct Leaves {
        LeafNumber first = 0;
        LeafNumber end = 0;
    };
    Leaves leaves_of(Branch branch) const;

  private:
    static constexpr std::uint32_t kFan = 16;

    std::vector<std::vector<Node>> levels_;
};

}  // namespace waymark::engine
