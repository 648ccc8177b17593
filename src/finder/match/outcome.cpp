#include "finder/match/outcome.h"

#include <algorithm>

namespace waymark::finder::match {
namespace {

using directory::Fellowship;

Fellowship programme_of(const Ranked& ranked) {
    return ranked.programme;
}

std::vector<Phrase> says(const Request& request, const std::vector<Ranked>& ranked,
                         bool is_one_programme) {
    std::vector<Phrase> words;
    if (ranked.empty()) {
        words.push_back(
            phrase("No list we hold has a group that meets this week and has all that "
                   "must be there."));
        words.push_back(phrase("Take back one thing that must be there, or ask a helpline."));
        return words;
    }
    if (!request.near) {
        words.push_back(
            phrase("You gave no place, so these are groups that you can join from anywhere."));
    } else if (std::ranges::none_of(
                   ranked, [](const Ranked& one) { return one.candidate.distance.has_value(); })) {
        words.push_back(phrase("No group with a room within {distance} fits. These meet online.",
                               {{"distance", kReach}}));
    }
    if (is_one_programme && !request.only) {
        words.push_back(phrase("All that fit are of one programme. Our lists hold no other here."));
    }
    return words;
}

bool is_all_one(const std::vector<Ranked>& ranked, std::size_t count) {
    const auto end = ranked.begin() + static_cast<std::ptrdiff_t>(std::min(count, ranked.size()));
    return std::all_of(ranked.begin(), end, [&](const Ranked& one) {
        return programme_of(one) == programme_of(ranked.front());
    });
}

}  // namespace

bool diversify(std::vector<Ranked>& ranked) {
    constexpr auto kFirst = kNeverAllOneProgramme;
    if (ranked.size() <= kFirst || !is_all_one(ranked, kFirst)) return false;
    const auto last = ranked.begin() + kFirst - 1;
    const auto other = std::find_if(last, ranked.end(), [&](const Ranked& one) {
        return programme_of(one) != programme_of(ranked.front());
    });
    if (other == ranked.end()) return false;
    std::rotate(last, other, other + 1);
    return true;
}

Outcome outcome_of(const Snapshot& snapshot, const Weights& weights, const Request& request) {
    auto ranked = rank(snapshot, weights, request);
    Outcome outcome{.total = ranked.size(), .three = try_three(ranked, request)};
    const bool is_moved = !request.only && diversify(ranked);
    for (std::size_t i = 0; i < std::min(ranked.size(), kShown); ++i) {
        const auto& candidate = ranked[i].candidate;
        outcome.entries.push_back({.candidate = candidate,
                                   .score = score_of(weights, request.answers, candidate),
                                   .is_for_variety = is_moved && i + 1 == kNeverAllOneProgramme});
    }
    const bool is_one_programme =
        ranked.size() > 1 && is_all_one(ranked, kNeverAllOneProgramme) && !is_moved;
    outcome.says = says(request, ranked, is_one_programme);
    return outcome;
}

}  // namespace waymark::finder::match
