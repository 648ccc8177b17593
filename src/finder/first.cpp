#include "finder/first.h"

#include <algorithm>

#include "finder/first_hits.h"
#include "finder/soon.h"

namespace waymark::finder {
namespace {

using engine::Branch;
using Holds = engine::Region::Holds;

struct Ahead {
    double least = 0;
    Branch branch{};
    Holds holds{};
    // A heap has the greatest in front: the one with the lowest order.
    friend bool operator<(const Ahead& a, const Ahead& b) { return a.least > b.least; }
};

class BestFirst {
  public:
    BestFirst(const Query& query, const LeafRows& rows, const Look& look, std::size_t most)
        : query_(query), rows_(rows), look_(look), order_(query), first_({order_.sort()}, most) {}

    std::vector<Hit> run() && {
        const auto& tree = query_.index.tree;
        if (!tree.empty()) put(tree.top());
        while (!heap_.empty()) {
            std::pop_heap(heap_.begin(), heap_.end());
            const Ahead next = heap_.back();
            heap_.pop_back();
            if (is_beaten(next.least)) break;
            if (next.branch.is_leaf()) {
                look_into(next.branch.number, next.holds);
            } else {
                tree.each_child(next.branch, [this](Branch child) { put(child); });
            }
        }
        return std::move(first_).sorted();
    }

  private:
    void put(Branch branch) {
        const auto& node = query_.index.tree.node(branch);
        if (!query_.pattern.may_fit(node)) return;
        const auto holds = query_.region.holds(node);
        if (holds == Holds::none) return;
        const double least = order_.least_of(node);
        if (is_beaten(least)) return;
        if (!rows_.may_have_words(branch)) return;
        heap_.push_back({least, branch, holds});
        std::push_heap(heap_.begin(), heap_.end());
    }

    // Whether no row of that order can be among the first any more. Those
    // without a start stand behind all others, so before them nothing is sure.
    bool is_beaten(double least) const {
        return first_.is_full() && first_.last().has_start() && least > order_.of(first_.last());
    }

    void look_into(LeafNumber leaf, Holds holds) {
        const auto fitting = rows_.of(leaf, holds);
        each_row(leaf, fitting.told, [this](RowNumber row) {
            Hit hit;
            take(look_.at_told(row, hit), hit);
        });
        each_row(leaf, fitting.unruly, [this](RowNumber row) {
            Hit hit;
            take(look_.at(row, hit), hit);
        });
    }

    void take(Look::Sees sees, Hit& hit) {
        if (sees != Look::Sees::match) return;
        look_.measure(hit);
        first_.add(hit);
    }

    const Query& query_;
    const LeafRows& rows_;
    const Look& look_;
    Order order_;
    FirstHits<Hit, HitOrder> first_;
    std::vector<Ahead> heap_;
};

}  // namespace

std::vector<Hit> first_of(const Query& query, const LeafRows& rows, const Look& look,
                          std::size_t most) {
    const bool is_of_all = query.region.is_anywhere() && !rows.has_words();
    if (is_of_all && Order{query}.sort() == Sort::soonest) {
        auto hits = soonest_of_all(query, look, most);
        if (hits.size() == most || !query.is_any_time) return hits;
    }
    return BestFirst{query, rows, look, most}.run();
}

}  // namespace waymark::finder
