// How well a meeting fits somebody's answers: points that anybody can add up.
//
// Each answer's first rule that holds gives a fit of 0 to 100; where none holds
// the fit is 50, and the meeting is marked "ask". The fits of one question are
// joined (the best, or their mean), those of one factor are averaged, and a
// factor gives its weight × fit / 100 points, rounded. What was not answered
// gives nothing and counts for nothing. A better fit in one factor therefore
// never takes points away.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "finder/match/answers.h"
#include "finder/match/facts.h"
#include "finder/match/weights.h"

namespace waymark::finder::match {

// All of these point into the weights.
struct Reason {
    enum class Verdict : std::uint8_t { fits, partly, against, ask };
    Verdict verdict = Verdict::ask;
    const Question* question = nullptr;
    const Answer* answer = nullptr;
    const InLanguages* said = nullptr;
};
std::string_view code_of(Reason::Verdict verdict);  // "fits", "partly", "against", "ask"

struct Part {
    const Factor* factor = nullptr;
    int points = 0;
    int of = 0;  // Its weight; 0: not asked.
    std::vector<Reason> reasons{};
};

struct Score {
    int points = 0;              // The sum of its parts, and …
    int of = 0;                  // … of their weights.
    std::vector<Part> parts{};   // Every factor, in the order of the weights.
    std::vector<Reason> must{};  // Of questions that only leave out.
};

// Whether every hard need holds, and nothing that rules it out. A question that
// was passed over may leave out, too: meetings for relatives, when nobody said
// that it is about somebody else.
enum class Skipped : std::uint8_t { leaves_out, leaves_out_nothing };
bool is_possible(const Weights& weights, const Answers& answers, const Candidate& candidate,
                 Skipped skipped = Skipped::leaves_out);

// The same as score_of(…).points, without its reasons.
int points_of(const Weights& weights, const Answers& answers, const Candidate& candidate);

Score score_of(const Weights& weights, const Answers& answers, const Candidate& candidate);

}  // namespace waymark::finder::match
