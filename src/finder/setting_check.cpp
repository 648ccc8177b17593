#include "finder/setting_check.h"

#include <algorithm>

#include "finder/setting.h"

namespace waymark::finder::setting {
namespace {

using Test = Predicate::Test;

bool is_emergency(const Rulebook& rules, const Rule& rule) {
    return rule.kind && rules.kinds[*rule.kind].is_emergency();
}

// What the predicates of one rule leave open of a question.
struct Allowed {
    std::vector<AnswerBits> one_of{};  // Each must be hit.
    AnswerBits none_of = 0;
};

// The fewest answers that satisfy it: one for a question that takes one, else
// all that are not forbidden. Nothing when that is impossible.
std::optional<AnswerBits> answers_that_fit(const Question& question, const Allowed& allowed) {
    if (allowed.one_of.empty()) return AnswerBits{0};
    const auto fits = [&](AnswerBits bits) {
        return std::ranges::all_of(allowed.one_of, [&](auto any) { return (any & bits) != 0; });
    };
    AnswerBits open = 0;
    for (std::size_t i = 0; i < question.answers.size(); ++i) {
        const AnswerBits bit = AnswerBits{1} << i;
        if ((allowed.none_of & bit) != 0) continue;
        if (fits(bit)) return bit;
        open |= bit;
    }
    if (question.takes_many && fits(open)) return open;
    return std::nullopt;
}

// Answers that make a rule's own predicates true, with nothing more said than
// they need: what is not said can only keep other rules from firing.
std::optional<Answers> witness(const Rulebook& rules, const Rule& rule) {
    std::vector<Allowed> allowed(rules.questions.size());
    for (const auto& predicate : rule.when) {
        if (predicate.test == Test::is) {
            allowed[predicate.question].one_of.push_back(predicate.answers);
        } else if (predicate.test == Test::is_not) {
            allowed[predicate.question].none_of |= predicate.answers;
        }
    }
    Answers answers{rules};
    for (std::size_t i = 0; i < allowed.size(); ++i) {
        const auto bits = answers_that_fit(rules.questions[i], allowed[i]);
        if (!bits) return std::nullopt;
        answers.set(i, *bits);
    }
    return answers;
}

bool can_fire(const Rulebook& rules, const Rule& rule) {
    const auto answers = witness(rules, rule);
    if (!answers) return false;
    const auto outcome = outcome_of(rules, *answers);
    return std::ranges::any_of(outcome.reasons,
                               [&](const Reason& reason) { return reason.rule == &rule; });
}

// Whether it fires for everybody for whom no kind of place was named before.
bool catches_all(const Rule& rule) {
    return rule.kind && std::ranges::all_of(rule.when, [](const Predicate& predicate) {
               return predicate.test == Test::nothing_yet;
           });
}

}  // namespace

std::string mistake_in(const Rulebook& rules) {
    bool is_past_emergencies = false;
    for (const auto& rule : rules.rules) {
        const bool is_gate = is_emergency(rules, rule);
        if (is_gate && is_past_emergencies) {
            return "rule " + rule.id + ": emergencies must stand before all other rules";
        }
        is_past_emergencies = is_past_emergencies || !is_gate;
    }
    if (!is_emergency(rules, rules.rules.front())) {
        return "rules: the first must lead to \"emergency\"";
    }
    for (const auto& rule : rules.rules) {
        if (!can_fire(rules, rule)) return "rule " + rule.id + ": can never fire";
    }
    const auto catcher = std::ranges::find_if(rules.rules, catches_all);
    if (catcher == rules.rules.end() || is_emergency(rules, *catcher)) {
        return "rules: one must catch those for whom no other fires: \"when\": "
               "[{\"nothing_yet\": true}] with a setting";
    }
    return {};
}

}  // namespace waymark::finder::setting
