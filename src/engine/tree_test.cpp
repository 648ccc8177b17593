// A tree of any number of leaves: every leaf under one branch of each level, and
// a branch is all that its leaves are.

#include "engine/tree.h"

#include <gtest/gtest.h>

namespace waymark::engine {
namespace {

Node leaf_with(unsigned number) {
    Node node;
    Row row{.start = static_cast<std::uint16_t>(number % 24 * 60),
            .days = directory::WeekdaySet::of_bits(1)};
    row.features = directory::FeatureSet::of_bits(std::uint64_t{1} << number % 44);
    node.add(row, number, number);
    return node;
}

TEST(Tree, EachLeafStandsOnceUnderTheTop) {
    for (const std::size_t count : {1u, 2u, 16u, 17u, 256u, 257u, 4097u}) {
        std::vector<Node> leaves;
        for (unsigned number = 0; number < count; ++number)
            leaves.push_back(leaf_with(number));
        const Tree tree{leaves};
        LeafNumber next = 0;
        const auto walk = [&](auto& self, Branch branch) -> void {
            const auto under = tree.leaves_of(branch);
            EXPECT_EQ(under.first, next);
            std::uint64_t features = 0;
            for (auto leaf = under.first; leaf < under.end; ++leaf)
                features |= tree.leaf(leaf).features;
            EXPECT_EQ(tree.node(branch).features, features);
            EXPECT_EQ(tree.node(branch).longest_unknown, under.first);
            EXPECT_EQ(tree.node(branch).last_tended, under.end - 1);
            if (branch.is_leaf()) {
                ++next;
            } else {
                tree.each_child(branch, [&](Branch child) { self(self, child); });
            }
            EXPECT_EQ(under.end, next);
        };
        walk(walk, tree.top());
        EXPECT_EQ(next, count);
    }
}

TEST(Tree, OfNothingIsEmpty) {
    EXPECT_TRUE(Tree{}.empty());
    EXPECT_TRUE(Tree{std::vector<Node>{}}.empty());
}

}  // namespace
}  // namespace waymark::engine
