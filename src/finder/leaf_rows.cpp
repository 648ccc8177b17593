#include "finder/leaf_rows.h"

namespace waymark::finder {

bool LeafRows::may_have_words(engine::Branch branch) const {
    if (worded_ == nullptr) return true;
    const auto leaves = query_.index.tree.leaves_of(branch);
    return worded_->from(leaves.first).leaf < leaves.end;
}

Fitting LeafRows::of(LeafNumber number, engine::Region::Holds holds) const {
    const auto& index = query_.index;
    const auto& leaf = index.leaves[number];
    auto bits = query_.pattern.fit(leaf);
    if (bits == 0) return {};
    if (worded_ != nullptr) bits &= worded_->rows_in(number);
    if (bits != 0 && holds == engine::Region::Holds::some)
        bits = query_.region.keep(bits, index.spots[number], index.points_of(number));
    return {.told = bits & leaf.simple, .unruly = bits & ~leaf.simple};
}

}  // namespace waymark::finder
