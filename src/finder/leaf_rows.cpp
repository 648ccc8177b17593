#include "finder/leaf_rows.h"

namespace waymark::finder {

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
