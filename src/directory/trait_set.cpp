#include "directory/trait_set.h"

namespace waymark::directory {

TraitSet TraitSet::of_kind(TraitKind kind) {
    TraitSet set;
    for (const auto& each : traits()) {
        if (each.kind == kind) set.add(each.trait);
    }
    return set;
}

}  // namespace waymark::directory
