#include "finder/facets.h"

#include <algorithm>
#include <bit>
#include <map>
#include <string_view>

#include "finder/request_values.h"

namespace waymark::finder {
namespace {

using directory::FeatureKind;
using directory::Fellowship;
using directory::VenueKind;
using Attitude = directory::MedicationFact::Attitude;

Facet sorted(std::string name, std::vector<FacetCount> counts) {
    std::erase_if(counts, [](const FacetCount& count) { return count.count == 0; });
    std::ranges::sort(counts, [](const FacetCount& a, const FacetCount& b) {
        return a.count != b.count ? a.count > b.count : a.value < b.value;
    });
    return {std::move(name), std::move(counts)};
}

Facet of_features(std::string name, FeatureKind kind, const Tally& tally) {
    std::vector<FacetCount> counts;
    for (const auto& info : directory::features()) {
        if (info.kind != kind) continue;
        const auto count = tally.feature(static_cast<std::size_t>(info.feature));
        counts.push_back({std::string{info.code}, count});
    }
    return sorted(std::move(name), std::move(counts));
}

template <class Enum>
Facet of_codes(std::string name, std::size_t size, const Tally& tally,
               std::int64_t (Tally::*count_of)(std::size_t) const) {
    std::vector<FacetCount> counts;
    for (std::size_t i = 0; i < size; ++i) {
        const auto count = (tally.*count_of)(i);
        if (count != 0) counts.push_back({std::string{code_of(static_cast<Enum>(i))}, count});
    }
    return sorted(std::move(name), std::move(counts));
}

Facet of_fellowships(const Tally& tally) {
    std::vector<FacetCount> counts;
    for (const auto& info : directory::fellowships()) {
        const auto count = tally.fellowship(static_cast<std::size_t>(info.fellowship));
        counts.push_back({std::string{info.code}, count});
    }
    return sorted("fellowship", std::move(counts));
}

Facet of_weekdays(const Tally& tally) {
    std::vector<FacetCount> counts;
    for (unsigned day = 0; day < 7; ++day) {
        counts.push_back({std::string{code_of(std::chrono::weekday{day})}, tally.day(day)});
    }
    return sorted("weekday", std::move(counts));
}

Facet of_languages(const Index& index, const Tally& tally) {
    std::map<std::string, std::int64_t> counted;
    for (std::size_t set = 0; set < index.language_sets.size(); ++set) {
        const auto count = tally.language_set(set);
        if (count == 0) continue;
        std::vector<std::string> primary;
        for (const auto& tag : index.language_sets[set]) {
            primary.push_back(tag.substr(0, tag.find('-')));
        }
        std::ranges::sort(primary);
        const auto repeated = std::ranges::unique(primary);
        primary.erase(repeated.begin(), repeated.end());
        for (const auto& tag : primary)
            counted[tag] += count;
    }
    std::vector<FacetCount> counts;
    for (const auto& [tag, count] : counted)
        counts.push_back({tag, count});
    return sorted("lang", std::move(counts));
}

}  // namespace

Tally::Tally(const Index& index)
    : rarer_sets_(index.language_sets.size() -
                  std::min(index.language_sets.size(), engine::kLanguageSets)) {}

void Tally::add(const Row& row, const Hit& hit) {
    using engine::kLanguageSets;
    if (hit.has_start()) ++facts[engine::kDayFacts + hit.weekday];
    ++facts[engine::kVenueFacts + static_cast<std::size_t>(hit.venue)];
    ++facts[engine::kAttitudeFacts + static_cast<std::size_t>(row.medication)];
    ++facts[engine::kFellowshipFacts + static_cast<std::size_t>(row.fellowship)];
    for (auto bits = row.features.bits(); bits != 0; bits &= bits - 1) {
        const auto feature = static_cast<std::size_t>(std::countr_zero(bits));
        if (feature < engine::kFeatures) ++facts[engine::kFeatureFacts + feature];
    }
    const bool is_common = row.language_set < kLanguageSets;
    ++(is_common ? facts[engine::kLanguageFacts + row.language_set]
                 : rarer_sets_[row.language_set - kLanguageSets]);
}

std::int64_t Tally::language_set(std::size_t number) const {
    return number < engine::kLanguageSets ? facts[engine::kLanguageFacts + number]
                                          : rarer_sets_[number - engine::kLanguageSets];
}

std::vector<Facet> facets_of(const Index& index, const Tally& tally) {
    return {of_fellowships(tally),
            of_codes<VenueKind>("venue", engine::kVenues, tally, &Tally::venue),
            of_weekdays(tally),
            of_features("need", FeatureKind::need, tally),
            of_features("for", FeatureKind::audience, tally),
            of_languages(index, tally),
            of_features("door", FeatureKind::door, tally),
            of_codes<Attitude>("medication", engine::kAttitudes, tally, &Tally::attitude)};
}

}  // namespace waymark::finder
