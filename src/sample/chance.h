// Choosing by weight.
#pragma once

#include <cstddef>
#include <span>

#include "core/random.h"

namespace waymark::sample {

template <class Thing>
struct Weighted {
    Thing thing{};
    double weight = 0;
};

// One of `things`, which must not be empty, as often as its share of all weights.
template <class Thing>
const Thing& choose(std::span<const Weighted<Thing>> things, Random& random) {
    double total = 0;
    for (const auto& each : things)
        total += each.weight;
    double left = random.unit() * total;
    for (const auto& each : things) {
        left -= each.weight;
        if (left < 0) return each.thing;
    }
    return things.back().thing;
}

template <class Range>
const auto& any_of(const Range& range, Random& random) {
    return range[static_cast<std::size_t>(random.below(std::size(range)))];
}

}  // namespace waymark::sample
