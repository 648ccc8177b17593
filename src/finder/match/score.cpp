#include "finder/match/score.h"

#include <algorithm>
#include <array>

namespace waymark::finder::match {
namespace {

using Verdict = Reason::Verdict;
using Joins = Question::Joins;

constexpr int kFits = 70;     // From here on it fits;
constexpr int kAgainst = 30;  // up to here it does not.
constexpr int kParts = 100;   // A fit is kept in hundredths: means are not whole.

struct Fit {
    int value = kFitNeutral;
    const Rule* rule = nullptr;  // None: not known.
};

Fit fit_of(const Answer& answer, const Candidate& candidate) {
    for (const auto& rule : answer.rules) {
        if (any_holds(rule.when, candidate)) return {rule.fit, &rule};
    }
    return {};
}

Reason reason_of(const Question& question, const Answer& answer, const Fit& fit) {
    if (fit.rule == nullptr) return {Verdict::ask, &question, &answer, &question.open};
    auto verdict = Verdict::partly;
    if (fit.value >= kFits) verdict = Verdict::fits;
    if (fit.value <= kAgainst) verdict = Verdict::against;
    return {verdict, &question, &answer, &fit.rule->why};
}

// Hundredths of a fit. Adds the reasons that it rests on.
int fit_of(const Question& question, AnswerBits given, const Candidate& candidate,
           std::vector<Reason>* reasons) {
    Fit best{.value = -1};
    const Answer* best_answer = nullptr;
    int sum = 0;
    int count = 0;
    for (std::size_t i = 0; i < question.answers.size(); ++i) {
        if ((given >> i & 1U) == 0) continue;
        const Answer& answer = question.answers[i];
        const Fit fit = fit_of(answer, candidate);
        sum += fit.value;
        ++count;
        if (fit.value > best.value) {
            best = fit;
            best_answer = &answer;
        }
        if (question.joins == Joins::each && reasons != nullptr) {
            reasons->push_back(reason_of(question, answer, fit));
        }
    }
    if (question.joins == Joins::each) return sum * kParts / count;
    if (reasons != nullptr) reasons->push_back(reason_of(question, *best_answer, best));
    return best.value * kParts;
}

struct Asking {
    const Weights& weights;
    const Answers& answers;
    const Candidate& candidate;
};

// Of one factor; `asked` counts the questions about it that were answered.
int points_of_factor(const Asking& asking, std::size_t factor, int& asked,
                     std::vector<Reason>* reasons) {
    int sum = 0;
    asked = 0;
    for (std::size_t i = 0; i < asking.weights.questions.size(); ++i) {
        const Question& question = asking.weights.questions[i];
        if (question.factor != factor || asking.answers.of(i) == 0) continue;
        sum += fit_of(question, asking.answers.of(i), asking.candidate, reasons);
        ++asked;
    }
    if (asked == 0) return 0;
    const int whole = kFitFull * kParts;
    return (asking.weights.factors[factor].weight * (sum / asked) + whole / 2) / whole;
}

bool is_possible_by(const Question& question, AnswerBits given, const Candidate& candidate) {
    for (std::size_t i = 0; i < question.answers.size(); ++i) {
        if ((given >> i & 1U) == 0) continue;
        const Answer& answer = question.answers[i];
        if (!answer.needs.empty() && !any_holds(answer.needs, candidate)) return false;
        if (any_holds(answer.never, candidate)) return false;
    }
    return true;
}

}  // namespace

std::string_view code_of(Verdict verdict) {
    constexpr std::array<std::string_view, 4> kCodes{"fits", "partly", "against", "ask"};
    return kCodes[static_cast<std::size_t>(verdict)];
}

bool is_possible(const Weights& weights, const Answers& answers, const Candidate& candidate,
                 Skipped skipped) {
    for (std::size_t i = 0; i < weights.questions.size(); ++i) {
        const Question& question = weights.questions[i];
        if (!is_possible_by(question, answers.of(i), candidate)) return false;
        const bool is_skipped = answers.of(i) == 0 && skipped == Skipped::leaves_out;
        if (is_skipped && any_holds(question.skipped_never, candidate)) return false;
    }
    return true;
}

int points_of(const Weights& weights, const Answers& answers, const Candidate& candidate) {
    int points = 0;
    int asked = 0;
    for (std::size_t i = 0; i < weights.factors.size(); ++i)
        points += points_of_factor({weights, answers, candidate}, i, asked, nullptr);
    return points;
}

Score score_of(const Weights& weights, const Answers& answers, const Candidate& candidate) {
    Score score;
    for (std::size_t i = 0; i < weights.factors.size(); ++i) {
        Part part{.factor = &weights.factors[i]};
        int asked = 0;
        part.points = points_of_factor({weights, answers, candidate}, i, asked, &part.reasons);
        part.of = asked == 0 ? 0 : part.factor->weight;
        score.points += part.points;
        score.of += part.of;
        score.parts.push_back(std::move(part));
    }
    for (std::size_t i = 0; i < weights.questions.size(); ++i) {
        const Question& question = weights.questions[i];
        if (question.factor || answers.of(i) == 0) continue;
        fit_of(question, answers.of(i), candidate, &score.must);
    }
    return score;
}

}  // namespace waymark::finder::match
