// "Which group suits me?": the groups that fit, with the reasons.
//
// A pure function of the directory, the weights, the answers and the time.
// Whatever is left out, there is an answer; nothing is kept.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/phrase.h"
#include "finder/match/answers.h"
#include "finder/match/rank.h"
#include "finder/match/score.h"
#include "finder/match/try_three.h"
#include "json/value.h"

namespace waymark::finder::match {

inline constexpr std::size_t kShown = 10;
inline constexpr std::size_t kNeverAllOneProgramme = 5;  // The first so many.

struct Entry {
    Candidate candidate{};
    Score score{};
    bool is_for_variety = false;  // Moved up, so that the first five differ.
};

struct Outcome {
    std::vector<Entry> entries{};  // At most kShown.
    std::size_t total = 0;         // All groups that are possible.
    std::vector<Try> three{};      // In the order in which they start.
    std::vector<Phrase> says{};    // What a person should know of the list.
};

Outcome outcome_of(const Snapshot& snapshot, const Weights& weights, const Request& request);

// Where the first five would all be of one programme, the best of another takes
// the fifth place and the rest move down. Returns whether it did so.
bool diversify(std::vector<Ranked>& ranked);

// The outcome in one language ("en", "es").
json::Value to_json(const Weights& weights, const Outcome& outcome, std::string_view language);

}  // namespace waymark::finder::match
