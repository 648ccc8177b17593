#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "directory/feature.h"
#include "directory/fellowship.h"
#include "directory/venue.h"
#include "engine.h"

namespace waymark::bench {
namespace {

constexpr std::array<std::string_view, 7> kDays{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
constexpr std::array<std::string_view, 3> kVenues{"in-person", "online", "hybrid"};
constexpr std::array<std::string_view, 9> kLanguages{"en", "es", "fr", "de", "pt",
                                                     "it", "ru", "hi", "fa"};
constexpr double kMillimeter = 1e-6;

std::string_view group_of(directory::FeatureKind kind) {
    if (kind == directory::FeatureKind::need) return "need ";
    return kind == directory::FeatureKind::audience ? "for " : "door ";
}

std::vector<std::string> all_facet_names() {
    std::vector<std::string> names;
    for (const auto day : kDays)
        names.push_back(fmt::format("weekday {}", day));
    for (const auto& programme : directory::fellowships())
        names.push_back(fmt::format("fellowship {}", programme.code));
    for (const auto venue : kVenues)
        names.push_back(fmt::format("venue {}", venue));
    for (const auto language : kLanguages)
        names.push_back(fmt::format("lang {}", language));
    for (const auto& feature : directory::features()) {
        if (feature.kind == directory::FeatureKind::form) continue;
        names.push_back(fmt::format("{}{}", group_of(feature.kind), feature.code));
    }
    return names;
}

}  // namespace

const std::vector<std::string>& facet_names() {
    static const auto kNames = all_facet_names();
    return kNames;
}

void count_in(std::vector<std::int64_t>& facets, const FacetRow& row, std::int64_t times) {
    std::size_t at = 0;
    facets[at + static_cast<std::size_t>(row.weekday)] += times;
    at += kDays.size();
    facets[at + static_cast<std::size_t>(row.programme)] += times;
    at += directory::fellowships().size();
    facets[at + static_cast<std::size_t>(row.venue)] += times;
    at += kVenues.size();
    const auto language = std::ranges::find(kLanguages, row.language);
    if (language != kLanguages.end())
        facets[at + static_cast<std::size_t>(language - kLanguages.begin())] += times;
    at += kLanguages.size();
    for (const auto& feature : directory::features()) {
        if (feature.kind == directory::FeatureKind::form) continue;
        if ((row.tags >> static_cast<unsigned>(feature.feature) & 1) != 0) facets[at] += times;
        ++at;
    }
}

void add_to_order(std::uint64_t& order, std::int64_t id) {
    order = (order ^ static_cast<std::uint64_t>(id)) * 0x9e3779b97f4a7c15ULL;
    order ^= order >> 29;
}

WeekWindow minutes_of_week(const workload::Question& question) {
    constexpr int kWeek = 7 * 24 * 60;
    const auto now =
        static_cast<int>((question.now - workload::week_of_questions()) / std::chrono::minutes{1});
    const int first = now - static_cast<int>(finder::kInProgressShown.count());
    const int last = now + static_cast<int>(question.request.within->count());
    if (first < 0) return {first + kWeek, kWeek - 1, last};
    if (last >= kWeek) return {first, kWeek - 1, last - kWeek};
    return {first, last, -1};
}

bool agree(char kind, const Digest& a, const Digest& b) {
    if (a.count != b.count) return false;
    if (kind == 'a' || kind == 'b') return std::abs(a.farthest_km - b.farthest_km) < kMillimeter;
    return kind == 'e' ? a.facets == b.facets : a.order == b.order;
}

std::string text_of(const Digest& digest) {
    std::string facets;
    for (std::size_t i = 0; i < digest.facets.size(); ++i) {
        if (digest.facets[i] != 0)
            facets += fmt::format(" {}:{}", facet_names()[i], digest.facets[i]);
    }
    return fmt::format("{} rows, farthest {:.7f} km, order {:016x}{}", digest.count,
                       digest.farthest_km, digest.order, facets);
}

}  // namespace waymark::bench
