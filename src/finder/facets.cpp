#include "finder/facets.h"

#include <algorithm>
#include <array>
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
        const auto count = tally.feature[static_cast<std::size_t>(info.feature)];
        counts.push_back({std::string{info.code}, count});
    }
    return sorted(std::move(name), std::move(counts));
}

template <class Enum, std::size_t size>
Facet of_codes(std::string name, const std::array<std::int64_t, size>& tally) {
    std::vector<FacetCount> counts;
    for (std::size_t i = 0; i < size; ++i) {
        if (tally[i] != 0) counts.push_back({std::string{code_of(static_cast<Enum>(i))}, tally[i]});
    }
    return sorted(std::move(name), std::move(counts));
}

Facet of_fellowships(const Tally& tally) {
    std::vector<FacetCount> counts;
    for (const auto& info : directory::fellowships()) {
        const auto count = tally.fellowship[static_cast<std::size_t>(info.fellowship)];
        counts.push_back({std::string{info.code}, count});
    }
    return sorted("fellowship", std::move(counts));
}

Facet of_weekdays(const Tally& tally) {
    std::vector<FacetCount> counts;
    for (unsigned day = 0; day < 7; ++day) {
        counts.push_back({std::string{code_of(std::chrono::weekday{day})}, tally.weekday[day]});
    }
    return sorted("weekday", std::move(counts));
}

Facet of_languages(const Index& index, const Tally& tally) {
    std::map<std::string, std::int64_t> counted;
    for (std::size_t set = 0; set < tally.language_set.size(); ++set) {
        std::vector<std::string> primary;
        for (const auto& tag : index.language_sets[set]) {
            primary.push_back(tag.substr(0, tag.find('-')));
        }
        std::ranges::sort(primary);
        const auto repeated = std::ranges::unique(primary);
        primary.erase(repeated.begin(), repeated.end());
        for (const auto& tag : primary)
            counted[tag] += tally.language_set[set];
    }
    std::vector<FacetCount> counts;
    for (const auto& [tag, count] : counted)
        counts.push_back({tag, count});
    return sorted("lang", std::move(counts));
}

}  // namespace

std::vector<Facet> facets_of(const Index& index, const Tally& tally) {
    return {of_fellowships(tally),
            of_codes<VenueKind>("venue", tally.venue),
            of_weekdays(tally),
            of_features("need", FeatureKind::need, tally),
            of_features("for", FeatureKind::audience, tally),
            of_languages(index, tally),
            of_features("door", FeatureKind::door, tally),
            of_codes<Attitude>("medication", tally.medication)};
}

}  // namespace waymark::finder
