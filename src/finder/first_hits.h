// Keeps the first few of very many hits, in an order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace waymark::finder {

// `InOrder` tells whether one hit stands before another: a total order.
template <class Hit, class InOrder>
class FirstHits {
  public:
    FirstHits(InOrder in_order, std::size_t most) : in_order_(in_order), most_(most) {}

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

    // Whether a hit must stand before the last of the kept to be kept.
    bool is_full() const { return kept_.size() == most_; }
    const Hit& last() const { return kept_.front(); }  // When it is full.

    std::vector<Hit> sorted() && {
        std::ranges::sort(kept_, in_order_);
        return std::move(kept_);
    }

  private:
    InOrder in_order_;
    std::size_t most_;
    std::vector<Hit> kept_;
};

}  // namespace waymark::finder
