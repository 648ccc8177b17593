#include "engine/leaf.h"

#include <bit>

namespace waymark::engine {

bool is_told_by_slices(const Row& row) {
    return row.is_plain && std::has_single_bit(row.days.bits()) && !row.has_spells &&
           row.venue != directory::VenueKind::by_appointment && row.language_set < kLanguageSets;
}

void add_to(Leaf& leaf, unsigned at, const Row& row) {
    const std::uint64_t bit = std::uint64_t{1} << at;
    if (!row.is_double) leaf.found |= bit;
    if (!row.is_double && row.is_simple) leaf.simple |= bit;
    for (std::size_t place = 0; place < kMinuteBits; ++place) {
        if ((row.start % 1440u >> place & 1) != 0) leaf.minute[place] |= bit;
    }
    for (std::size_t day = 0; day < kDays; ++day) {
        if ((row.days.bits() >> day & 1) != 0) leaf.facts[kDayFacts + day] |= bit;
    }
    leaf.facts[kVenueFacts + static_cast<std::size_t>(row.venue)] |= bit;
    leaf.facts[kAttitudeFacts + static_cast<std::size_t>(row.medication)] |= bit;
    leaf.facts[kFellowshipFacts + static_cast<std::size_t>(row.fellowship)] |= bit;
    for (auto left = row.features.bits(); left != 0; left &= left - 1) {
        const auto feature = static_cast<std::size_t>(std::countr_zero(left));
        if (feature < kFeatures) leaf.facts[kFeatureFacts + feature] |= bit;
    }
    if (row.language_set < kLanguageSets) leaf.facts[kLanguageFacts + row.language_set] |= bit;
}

}  // namespace waymark::engine
