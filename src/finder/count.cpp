#include "finder/count.h"

#include <bit>

#include "finder/soon.h"

namespace waymark::finder {
namespace {

using engine::Branch;
using engine::Node;
using Holds = engine::Region::Holds;

class Counting {
  public:
    Counting(const Query& query, const LeafRows& rows, const Look& look)
        : query_(query), rows_(rows), look_(look), counted_{.tally = Tally{query.index}} {}

    Counted run() && {
        const auto& tree = query_.index.tree;
        if (!tree.empty()) walk(tree.top());
        return std::move(counted_);
    }

  private:
    void walk(Branch branch) {
        const auto& tree = query_.index.tree;
        const auto& node = tree.node(branch);
        if (!query_.pattern.may_fit(node) || !rows_.may_have_words(branch)) return;
        const auto holds = query_.region.holds(node);
        if (holds == Holds::none) return;
        if (holds == Holds::all && takes_all_of(node)) {
            counted_.total += query_.index.sums.add(tree.leaves_of(branch), counted_.tally.facts);
            if (node.has_unruly) walk_unruly(branch);
        } else if (branch.is_leaf()) {
            count_leaf(branch.number, node, holds);
        } else {
            tree.each_child(branch, [this](Branch child) { walk(child); });
        }
    }

    bool takes_all_of(const Node& node) const {
        return !rows_.has_words() && !query_.request.within && !has_old(node) &&
               query_.pattern.takes_all_of(node);
    }

    bool has_old(const Node& node) const {
        return query_.hides_old && Index::is_older(node.longest_unknown, query_.now);
    }

    // In a branch whose other rows are counted.
    void walk_unruly(Branch branch) {
        const auto& tree = query_.index.tree;
        if (!tree.node(branch).has_unruly) return;
        if (!branch.is_leaf()) {
            tree.each_child(branch, [this](Branch child) { walk_unruly(child); });
            return;
        }
        const auto& leaf = query_.index.leaves[branch.number];
        look_at(branch.number, leaf.found & ~leaf.simple);
    }

    void count_leaf(LeafNumber leaf, const Node& node, Holds holds) {
        const auto fitting = rows_.of(leaf, holds);
        look_at(leaf, fitting.unruly);
        if (query_.request.within || has_old(node)) {
            each_row(leaf, fitting.told, [this](RowNumber row) {
                Hit hit;
                counted_.add(query_, row, look_.at_told(row, hit), hit);
            });
            return;
        }
        if (fitting.told == 0) return;
        counted_.total += std::popcount(fitting.told);
        engine::add_facts(query_.index.leaves[leaf], fitting.told, counted_.tally.facts);
    }

    void look_at(LeafNumber leaf, std::uint64_t bits) {
        each_row(leaf, bits, [this](RowNumber row) {
            Hit hit;
            counted_.add(query_, row, look_.at(row, hit), hit);
        });
    }

    const Query& query_;
    const LeafRows& rows_;
    const Look& look_;
    Counted counted_;
};

}  // namespace

void Counted::add(const Query& query, RowNumber row, Look::Sees sees, const Hit& hit) {
    if (sees == Look::Sees::old) ++old;
    if (sees != Look::Sees::match) return;
    ++total;
    tally.add(query.index.rows[row], hit);
}

Counted count(const Query& query, const LeafRows& rows, const Look& look) {
    // A short wait leaves most of the directory out; a week leaves in all of it.
    const bool is_short = query.request.within && *query.request.within <= std::chrono::hours{24};
    if (is_short && query.region.is_anywhere() && !rows.has_words())
        return count_in_wait(query, look);
    return Counting{query, rows, look}.run();
}

}  // namespace waymark::finder
