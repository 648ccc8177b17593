#include "places/naming.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "core/text.h"
#include "places/key.h"
#include "places/towns.h"

namespace waymark::places {
namespace {

// Whoever types the name of a state or country means it, not a town that is
// called so ("Delaware", "Mexico"), unless the town is a great one ("New York").
constexpr std::int64_t kGreatTown = 500'000;
constexpr std::size_t kAreaWordsMax = 6;  // "Newfoundland and Labrador", "St Vincent and the …"
constexpr double kSameNeighborhoodKm = 60;

using Words = std::span<const Word>;
using Scope = std::vector<Meaning>;  // Empty: the whole world.

struct Tolerance {
    bool in_area = false;
    bool in_town = false;
};

std::string key_of_words(Words words) {
    std::string key;
    for (const Word& word : words) {
        if (!key.empty()) key.push_back(' ');
        key.append(word.text);
    }
    return key;
}

bool crosses_comma(Words words) {
    return std::ranges::any_of(words.subspan(1), &Word::begins_part);
}

std::optional<int> rank_in(const Scope& scope, AreaNumber area) {
    if (scope.empty()) return 0;
    std::optional<int> best;
    for (const Meaning& meaning : scope) {
        if (!Areas::all().contains(meaning.area, area)) continue;
        best = best ? std::min(*best, meaning.rank) : meaning.rank;
    }
    return best;
}

std::vector<Hit> in_scope(std::span<const std::size_t> rows, const Scope& scope) {
    const Towns& towns = Towns::all();
    std::vector<Hit> hits;
    for (const std::size_t row : rows) {
        if (const auto rank = rank_in(scope, towns.area(row))) hits.push_back({row, *rank});
    }
    std::ranges::sort(hits, {}, [&](const Hit& hit) {
        return std::tuple{hit.rank, -towns.population(hit.row), hit.row};
    });
    return hits;
}

// People seldom mistake the first letter, so names that share it are asked first.
std::vector<Hit> towns_called_nearly(std::string_view key, const Scope& scope) {
    const Towns& towns = Towns::all();
    auto hits = in_scope(towns.called_nearly(key), scope);
    if (!hits.empty()) return hits;
    return in_scope(towns.called_nearly_but_first_letter(key), scope);
}

std::vector<Hit> towns_called(Words words, const Scope& scope, Tolerance tolerance) {
    const std::string key = key_of_words(words);
    if (tolerance.in_town) {
        return crosses_comma(words) ? std::vector<Hit>{} : towns_called_nearly(key, scope);
    }
    std::vector<std::size_t> rows;
    const auto [begin, end] = Towns::all().called(key);
    for (std::size_t row = begin; row < end; ++row)
        rows.push_back(row);
    return in_scope(rows, scope);
}

// What `words` mean as a state or country, no wider than the scope.
Scope areas_called(Words words, const Scope& scope, Tolerance tolerance) {
    const Areas& areas = Areas::all();
    const std::string key = key_of_words(words);
    if (tolerance.in_area && crosses_comma(words)) return {};
    Scope narrowed;
    for (Meaning meaning : tolerance.in_area ? areas.called_nearly(key) : areas.called(key)) {
        const auto rank = rank_in(scope, meaning.area);
        if (!rank) continue;
        meaning.rank = std::max(meaning.rank, *rank);
        narrowed.push_back(meaning);
    }
    return narrowed;
}

constexpr std::size_t kTownsOffered = 6;

// What the towns of a state or country come to.
struct AreaTowns {
    std::vector<std::size_t> largest{};  // At most kTownsOffered, most people first.
    std::int64_t people = 0;
    double reach_km = 0;  // From the largest to the one farthest away.
};

AreaTowns look_at_towns_of(AreaNumber area) {
    const Areas& areas = Areas::all();
    const Towns& towns = Towns::all();
    std::vector<bool> is_inside(areas.size());
    for (std::size_t n = 0; n < areas.size(); ++n) {
        is_inside[n] = areas.contains(area, static_cast<AreaNumber>(n));
    }
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < towns.size(); ++row) {
        if (is_inside[towns.area(row)] && towns.kind(row) == TownKind::town) rows.push_back(row);
    }
    std::ranges::stable_sort(rows, std::greater{},
                             [&](std::size_t row) { return towns.population(row); });
    AreaTowns found;
    for (const std::size_t row : rows) {
        found.people += towns.population(row);
        found.reach_km = std::max(found.reach_km,
                                  distance_between(towns.point(rows[0]), towns.point(row)).value);
    }
    rows.resize(std::min(rows.size(), kTownsOffered));
    found.largest = std::move(rows);
    return found;
}

// Looking means to go through every town there is, so each area is looked at once:
// a feed names the same few states on every row. Kept for as long as the program
// runs; there are some four thousand areas.
const AreaTowns& towns_of(AreaNumber area) {
    static std::mutex mutex;
    static std::map<AreaNumber, AreaTowns> known;
    {
        const std::lock_guard lock{mutex};
        if (const auto found = known.find(area); found != known.end()) return found->second;
    }
    auto towns = look_at_towns_of(area);
    const std::lock_guard lock{mutex};
    return known.try_emplace(area, std::move(towns)).first->second;
}

std::int64_t people_meant(const Meaning& meaning) {
    return towns_of(meaning.area).people;
}

// A state or country by itself: its largest towns, then `also`.
Naming largest_of(const Meaning& meaning, std::vector<Hit> also) {
    const auto& towns = towns_of(meaning.area);
    if (towns.largest.empty()) return {};
    Naming naming{.is_guess = true, .area_reach_km = towns.reach_km};
    for (const std::size_t row : towns.largest)
        naming.hits.push_back({row, meaning.rank});
    for (const Hit& hit : also) {
        if (std::ranges::find(naming.hits, hit) == naming.hits.end()) naming.hits.push_back(hit);
    }
    return naming;
}

bool means_the_area(const Meaning& area, const std::vector<Hit>& towns) {
    if (towns.empty()) return true;
    if (area.rank != towns[0].rank) return area.rank < towns[0].rank;
    // Australian states are not thought of first elsewhere: Victoria is a town in Canada.
    if (Areas::all().country(area.area) == "AU" && !Areas::all().region(area.area).empty()) {
        return false;
    }
    return Towns::all().population(towns[0].row) < kGreatTown;
}

// The words are one name: a town's, or a state's or country's.
Naming named(Words words, const Scope& scope, Tolerance tolerance) {
    Naming naming{.hits = towns_called(words, scope, tolerance), .is_guess = tolerance.in_town};
    Scope areas = areas_called(words, scope, tolerance);
    if (areas.empty()) return naming;
    const int first_rank = std::ranges::min(areas, {}, &Meaning::rank).rank;
    std::erase_if(areas, [&](const Meaning& meaning) { return meaning.rank != first_rank; });
    if (areas.size() > 1) std::ranges::sort(areas, std::greater{}, people_meant);
    return means_the_area(areas[0], naming.hits) ? largest_of(areas[0], naming.hits) : naming;
}

// The words are one name, or a name and then where it is.
Naming resolve(Words words, const Scope& scope, Tolerance tolerance) {
    if (words.empty()) return {};
    Naming naming = named(words, scope, tolerance);
    if (!naming.hits.empty()) return naming;
    for (std::size_t n = std::min(kAreaWordsMax, words.size() - 1); n > 0; --n) {
        const Words where = words.last(n);
        Scope narrowed = areas_called(where, scope, {});
        const bool is_exact = !narrowed.empty();
        if (!is_exact && tolerance.in_area) narrowed = areas_called(where, scope, tolerance);
        if (narrowed.empty()) continue;
        naming = resolve(words.first(words.size() - n), narrowed, tolerance);
        if (naming.hits.empty()) continue;
        naming.is_guess |= !is_exact;
        return naming;
    }
    return naming;
}

Words without_noise(Words words) {
    static constexpr std::array<std::string_view, 29> kNoise{
        "near",    "nearby", "in",      "around",   "at",     "the",  "close", "to",
        "by",      "from",   "city",    "town",     "of",     "area", "metro", "downtown",
        "central", "region", "greater", "county",   "cerca",  "de",   "en",    "centro",
        "ciudad",  "me",     "my",      "meetings", "village"};
    const auto is_noise = [](const Word& word) {
        return std::ranges::find(kNoise, word.text) != kNoise.end();
    };
    while (!words.empty() && is_noise(words.front()))
        words = words.subspan(1);
    while (!words.empty() && is_noise(words.back()))
        words = words.first(words.size() - 1);
    return words;
}

// The hit of `candidates` in the same city as `town`, to name a neighbourhood.
std::optional<Hit> beside(const std::vector<Hit>& candidates, const Hit& town) {
    const Towns& towns = Towns::all();
    for (const Hit& hit : candidates) {
        const auto apart = distance_between(towns.point(hit.row), towns.point(town.row));
        if (apart.value <= kSameNeighborhoodKm) return hit;
    }
    return std::nullopt;
}

std::vector<std::size_t> part_starts(Words words) {
    std::vector<std::size_t> starts;
    for (std::size_t n = 0; n < words.size(); ++n) {
        if (n == 0 || words[n].begins_part) starts.push_back(n);
    }
    return starts;
}

bool has_digit(Words words) {
    return std::ranges::any_of(words, [](const Word& word) {
        return std::ranges::any_of(word.text, [](char c) { return c >= '0' && c <= '9'; });
    });
}

// "Kensington, Philadelphia", "12 High Street, Leeds", "Guadalajara, Jalisco":
// parts before a comma that are a street or a neighbourhood, or parts after it
// that name a state we have no table of.
Naming by_parts(Words words) {
    const auto starts = part_starts(words);
    for (std::size_t n = 1; n < starts.size(); ++n) {
        Naming later = resolve(words.subspan(starts[n]), {}, {});
        // A state alone is no better than saying that its town is not known.
        if (later.area_reach_km > 0) return {};
        const Words before = words.subspan(starts[n - 1], starts[n] - starts[n - 1]);
        Naming earlier = has_digit(before) ? Naming{} : resolve(before, {}, {});
        later.is_guess = earlier.is_guess = true;
        if (later.hits.empty() && earlier.hits.empty()) continue;
        if (later.hits.empty()) return earlier;
        if (earlier.hits.empty()) return later;
        if (const auto near = beside(earlier.hits, later.hits[0])) {
            return {.hits = {*near}, .is_guess = false};
        }
        const auto people = [](const Naming& naming) {
            return Towns::all().population(naming.hits[0].row);
        };
        return people(later) >= people(earlier) ? later : earlier;
    }
    return {};
}

}  // namespace

std::vector<Word> words_typed(std::string_view text) {
    std::vector<Word> words;
    for (const std::string_view part : split(text, ',')) {
        const std::string key = key_of(part);
        bool is_first = true;
        for (const std::string_view word : words_of(key)) {
            words.push_back({std::string{word}, is_first && !words.empty()});
            is_first = false;
        }
    }
    return words;
}

Naming towns_meant(const std::vector<Word>& typed) {
    const Words words{typed};
    if (Naming found = resolve(words, {}, {}); !found.hits.empty()) return found;
    const Words bare = without_noise(words);
    if (bare.empty()) return {};
    if (Naming found = resolve(bare, {}, {}); !found.hits.empty()) return found;
    if (Naming found = by_parts(bare); !found.hits.empty()) return found;
    constexpr std::array<Tolerance, 3> kTolerances{{{true, false}, {false, true}, {true, true}}};
    for (const Tolerance tolerance : kTolerances) {
        if (Naming found = resolve(bare, {}, tolerance); !found.hits.empty()) return found;
    }
    return {};
}

}  // namespace waymark::places
