#include "engine/pattern.h"

#include <bit>

namespace waymark::engine {
namespace {

constexpr std::uint64_t kAllRows = ~std::uint64_t{0};

template <std::size_t kFirst, std::size_t kCount>
std::uint64_t any_fact(const Leaf& leaf, std::uint64_t wanted) {
    std::uint64_t bits = 0;
    for (auto left = wanted & ((std::uint64_t{1} << kCount) - 1); left != 0; left &= left - 1) {
        bits |= leaf.facts[kFirst + static_cast<std::size_t>(std::countr_zero(left))];
    }
    return bits;
}

template <std::size_t kCount>
bool is_all(std::uint64_t wanted) {
    constexpr std::uint64_t kAll = (std::uint64_t{1} << kCount) - 1;
    return (wanted & kAll) == kAll;
}

std::uint64_t rows_from(const Leaf& leaf, unsigned minute) {
    std::uint64_t late = kAllRows;
    for (std::size_t place = 0; place < kMinuteBits; ++place) {
        const bool is_set = (minute >> place & 1) != 0;
        late = is_set ? late & leaf.minute[place] : late | leaf.minute[place];
    }
    return late;
}

std::uint64_t rows_at_hours(const Leaf& leaf, const Pattern& pattern) {
    const auto late = rows_from(leaf, pattern.after);
    const auto early = ~rows_from(leaf, pattern.before);
    return pattern.after > pattern.before ? late | early : late & early;
}

}  // namespace

bool Pattern::takes_all_of(const Node& node) const {
    return (node.fellowships & ~fellowships) == 0 && (node.venues & ~venues) == 0 &&
           (node.attitudes & ~attitudes) == 0 && all_of.empty() && any_of.empty() &&
           (node.days & ~days) == 0 && !has_hours && languages.empty();
}

bool Pattern::may_fit(const Node& node) const {
    if (!node.has_rows || (node.fellowships & fellowships) == 0) return false;
    if ((node.venues & venues) == 0 && !node.has_unruly) return false;
    if ((node.attitudes & attitudes) == 0) return false;
    if ((node.features & all_of.bits()) != all_of.bits()) return false;
    if (!any_of.empty() && (node.features & any_of.bits()) == 0) return false;
    if (!needs_day) return true;
    return (node.days & days) != 0 && (node.hours & hours) != 0;
}

std::uint64_t Pattern::fit(const Leaf& leaf) const {
    std::uint64_t bits = leaf.found;
    if (!is_all<kFellowships>(fellowships))
        bits &= any_fact<kFellowshipFacts, kFellowships>(leaf, fellowships);
    if (!is_all<kAttitudes>(attitudes))
        bits &= any_fact<kAttitudeFacts, kAttitudes>(leaf, attitudes);
    for (auto left = all_of.bits(); left != 0; left &= left - 1) {
        const auto feature = static_cast<std::size_t>(std::countr_zero(left));
        bits &= feature < kFeatures ? leaf.facts[kFeatureFacts + feature] : 0;
    }
    if (!any_of.empty()) bits &= any_fact<kFeatureFacts, kFeatures>(leaf, any_of.bits());
    if (needs_day) bits &= any_fact<kDayFacts, kDays>(leaf, days);
    if (bits == 0) return 0;
    if (has_hours) bits &= rows_at_hours(leaf, *this);
    if (!is_all<kVenues>(venues))
        bits &= any_fact<kVenueFacts, kVenues>(leaf, venues) | ~leaf.simple;
    if (languages.empty()) return bits;
    std::uint64_t spoken = ~leaf.simple;
    for (std::size_t set = 0; set < kLanguageSets && set < languages.size(); ++set) {
        if (languages[set] != 0) spoken |= leaf.facts[kLanguageFacts + set];
    }
    return bits & spoken;
}

bool Pattern::fits(const Row& row) const {
    if ((fellowships >> static_cast<unsigned>(row.fellowship) & 1) == 0) return false;
    if ((attitudes >> static_cast<unsigned>(row.medication) & 1) == 0) return false;
    if (!row.features.has_all(all_of)) return false;
    if (!any_of.empty() && !row.features.has_any(any_of)) return false;
    return takes_language_set(row.language_set);
}

std::uint32_t hours_between(unsigned after, unsigned before) {
    std::uint32_t mask = 0;
    for (unsigned hour = 0; hour < 24; ++hour) {
        const unsigned from = hour * 60;
        const unsigned to = from + 60;
        const bool late_enough = after < to;
        const bool early_enough = before > from;
        const bool taken =
            after > before ? late_enough || early_enough : late_enough && early_enough;
        if (taken) mask |= 1u << hour;
    }
    return mask;
}

}  // namespace waymark::engine
