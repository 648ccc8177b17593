#include "engine/tree.h"

#include <algorithm>
#include <utility>

namespace waymark::engine {

Tree::Tree(std::vector<Node> leaves) {
    levels_.push_back(std::move(leaves));
    while (levels_.back().size() > 1) {
        const auto& below = levels_.back();
        std::vector<Node> above((below.size() + kFan - 1) / kFan);
        for (std::size_t child = 0; child < below.size(); ++child)
            above[child / kFan].add(below[child]);
        levels_.push_back(std::move(above));
    }
}

Tree::Leaves Tree::leaves_of(Branch branch) const {
    std::uint64_t width = 1;
    for (auto level = branch.level; level > 0; --level)
        width *= kFan;
    const auto first = branch.number * width;
    return {static_cast<LeafNumber>(first),
            static_cast<LeafNumber>(std::min<std::uint64_t>(first + width, leaf_count()))};
}

}  // namespace waymark::engine
