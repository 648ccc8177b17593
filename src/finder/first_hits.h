// Keeps the first few of very many hits, in the order of a sort.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "finder/hit.h"

namespace waymark::finder {

class FirstHits {
  public:
    FirstHits(Sort sort, std::size_t most) : in_order_{sort}, most_(most) {}

    void add(const Hit& hit) {
        if (kept_.size() < most_) {
            kept_.push_back(hit);
            if (kept_.size() == most_) std::ranges::make_heap(kept_, in_order_);
        } else if (in_order_(hit, kept_.front())) {  // The last of the kept is in front.
            std::ranges::pop_heap(kept_, in_order_);
            kept_.back() = hit;
            std::ranges::push_heap(kept_, in_order_);
        }
    }

    std::vector<Hit> sorted() && {
        std::ranges::sort(kept_, in_order_);
        return std::move(kept_);
    }

  private:
    struct InOrder {
        Sort sort;
        bool operator()(const Hit& a, const Hit& b) const { return stands_before(sort, a, b); }
    };

    InOrder in_order_;
    std::size_t most_;
    std::vector<Hit> kept_;
};

}  // namespace waymark::finder
