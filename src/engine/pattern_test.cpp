// A pattern tried on the slices of a leaf fits the rows that it fits one by one,
// and no node that holds such a row is passed over.

#include "engine/pattern.h"

#include <gtest/gtest.h>

#include <array>
#include <bit>

#include "core/random.h"
#include "engine/facet_sums.h"

namespace waymark::engine {
namespace {

using directory::FeatureSet;
using directory::Fellowship;
using directory::VenueKind;
using directory::WeekdaySet;

constexpr std::uint32_t kSets = 20;  // Of languages: some are not in the slices.

FeatureSet some_features(Random& random, double chance) {
    FeatureSet set;
    for (std::size_t feature = 0; feature < kFeatures; ++feature) {
        if (random.chance(chance)) set.add(static_cast<directory::Feature>(feature));
    }
    return set;
}

Row some_row(Random& random) {
    Row row{
        .features = some_features(random, 0.1),
        .language_set = static_cast<std::uint32_t>(random.below(kSets)),
        .start = static_cast<std::uint16_t>(random.below(1441)),
        .fellowship = static_cast<Fellowship>(random.below(kFellowships)),
        .medication = static_cast<directory::MedicationFact::Attitude>(random.below(kAttitudes)),
        .venue = static_cast<VenueKind>(random.below(kVenues)),
        .days = WeekdaySet::of_bits(random.chance(0.8) ? 1u << random.below(7)
                                                       : static_cast<unsigned>(random.below(128))),
        .has_spells = random.chance(0.1),
        .is_double = random.chance(0.1)};
    row.is_plain = row.start < 1440 && random.chance(0.9);
    row.is_simple = is_told_by_slices(row);
    return row;
}

Pattern some_pattern(Random& random) {
    Pattern pattern;
    if (random.chance(0.4)) pattern.fellowships = static_cast<std::uint32_t>(random.next());
    if (random.chance(0.4)) pattern.venues = static_cast<std::uint32_t>(random.next());
    if (random.chance(0.3)) pattern.attitudes = static_cast<std::uint32_t>(random.below(8));
    if (random.chance(0.3)) pattern.all_of = some_features(random, 0.02);
    if (random.chance(0.4)) pattern.any_of = some_features(random, 0.1);
    pattern.needs_day = random.chance(0.6);
    if (pattern.needs_day && random.chance(0.7)) {
        pattern.days = static_cast<std::uint32_t>(random.below(128));
    }
    if (pattern.needs_day && random.chance(0.5)) {
        pattern.has_hours = true;
        pattern.after = static_cast<unsigned>(random.below(1441));
        pattern.before = static_cast<unsigned>(random.below(1441));
        pattern.hours = hours_between(pattern.after, pattern.before);
    }
    if (random.chance(0.4)) {
        for (std::uint32_t set = 0; set < kSets; ++set)
            pattern.languages.push_back(random.chance(0.3));
    }
    return pattern;
}

// What a pattern says of one row, without any slice.
bool fits_alone(const Pattern& pattern, const Row& row) {
    if (row.is_double || !pattern.fits(row)) return false;
    if ((pattern.venues >> static_cast<unsigned>(row.venue) & 1) == 0) return false;
    if (!pattern.needs_day) return true;
    return (row.days.bits() & pattern.days) != 0 && pattern.takes_minute(row.start % 1440u);
}

struct SomeLeaf {
    explicit SomeLeaf(Random& random) {
        for (unsigned at = 0; at < kLeafRows; ++at) {
            rows[at] = some_row(random);
            add_to(leaf, at, rows[at]);
            node.add(rows[at], kNever, kNever);
        }
    }

    std::array<Row, kLeafRows> rows{};
    Leaf leaf{};
    Node node{};
};

TEST(Pattern, TheSlicesTellWhatEachRowTells) {
    Random random{21};
    std::size_t told = 0;
    for (int i = 0; i < 10'000; ++i) {
        const SomeLeaf some{random};
        const auto pattern = some_pattern(random);
        const auto bits = pattern.fit(some.leaf);
        for (unsigned at = 0; at < kLeafRows; ++at) {
            const auto& row = some.rows[at];
            const bool fits = fits_alone(pattern, row);
            const bool is_in = (bits >> at & 1) != 0;
            if (row.is_simple) {
                ASSERT_EQ(is_in, fits) << "row " << at << " of leaf " << i;
                told += fits ? 1 : 0;
            } else if (fits) {
                ASSERT_TRUE(is_in) << "row " << at << " of leaf " << i;
            }
        }
        EXPECT_TRUE(bits == 0 || pattern.may_fit(some.node)) << i;
        EXPECT_TRUE(!pattern.takes_all_of(some.node) ||
                    (bits & some.leaf.simple) == some.leaf.simple)
            << i;
    }
    EXPECT_GT(told, 10'000u);
}

TEST(Pattern, SumsOfLeavesAreTheCountsOfTheirRows) {
    Random random{22};
    std::vector<SomeLeaf> some;
    std::vector<Leaf> leaves;
    for (int i = 0; i < 40; ++i) {
        some.emplace_back(random);
        leaves.push_back(some.back().leaf);
    }
    const FacetSums sums{leaves};
    for (LeafNumber first = 0; first <= 40; first += 3) {
        for (LeafNumber end = first; end <= 40; end += 5) {
            FactCounts by_sums{};
            FactCounts by_rows{};
            std::int64_t rows = 0;
            for (auto leaf = first; leaf < end; ++leaf) {
                add_facts(leaves[leaf], leaves[leaf].simple, by_rows);
                rows += std::popcount(leaves[leaf].simple);
            }
            EXPECT_EQ(sums.add({first, end}, by_sums), rows);
            EXPECT_EQ(by_sums, by_rows);
        }
    }
}

}  // namespace
}  // namespace waymark::engine
