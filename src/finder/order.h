// The order asked for, as a number: rows with a lower one stand first, whatever
// the order is. A node's is lower than that of any of its rows, so a search can
// go to the best node first, and stop when none can hold a better row.
#pragma once

#include "engine/node.h"
#include "finder/hit.h"
#include "finder/query.h"

namespace waymark::finder {

class Order {
  public:
    explicit Order(const Query& query);

    // The order among hits that have a start; equal ones go by the rest of
    // stands_before().
    double of(const Hit& hit) const;
    double least_of(const engine::Node& node) const;

    // As asked for; without a place the nearest are the soonest.
    Sort sort() const { return sort_; }

  private:
    double soonest_of(const engine::Node& node) const;
    double least_week_minute(const engine::Node& node) const;
    int most_points(const engine::Node& node) const;

    const Query& query_;
    Sort sort_;
};

}  // namespace waymark::finder
