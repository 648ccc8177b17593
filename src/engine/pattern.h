// What is asked of a meeting, as masks: tried on a node, on the 64 rows of a
// leaf at once, or on one row.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/leaf.h"
#include "engine/node.h"

namespace waymark::engine {

struct Pattern {
    std::uint32_t fellowships = ~std::uint32_t{0};
    std::uint32_t venues = ~std::uint32_t{0};
    std::uint32_t attitudes = ~std::uint32_t{0};
    directory::FeatureSet all_of{};
    directory::FeatureSet any_of{};  // Empty: whatever.
    std::uint32_t days = 0x7f;
    // Local starts from `after` up to but not at `before`, in minutes; past
    // midnight when `after` is the later one.
    bool has_hours = false;
    unsigned after = 0;
    unsigned before = 1440;
    bool needs_day = false;  // A meeting by appointment does not do.
    // By set of languages; empty: any.
    std::vector<std::uint8_t> languages{};

    // The hours of the day that a start can be in: a bit for each, 0 … 23.
    std::uint32_t hours = 0xffffff;

    bool may_fit(const Node& node) const;
    // Whether all those of its rows that the slices tell whole fit.
    bool takes_all_of(const Node& node) const;
    // Rows that fit, and of those that the slices do not tell all that might.
    std::uint64_t fit(const Leaf& leaf) const;

    bool takes_minute(unsigned minute) const {
        if (!has_hours) return true;
        const bool late_enough = minute >= after;
        const bool early_enough = minute < before;
        return after > before ? late_enough || early_enough : late_enough && early_enough;
    }
    bool takes_language_set(std::uint32_t set) const {
        return languages.empty() || languages[set] != 0;
    }
    // But for days, hours and a venue that changes.
    bool fits(const Row& row) const;
};

// What Pattern::hours is for these hours.
std::uint32_t hours_between(unsigned after, unsigned before);

}  // namespace waymark::engine
