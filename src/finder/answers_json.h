// Answers to a list of questions, from JSON: {"question": "answer", "other":
// ["one", "two"], "skipped": null}. Shared by what asks (setting, match).
#pragma once

#include <string>

#include "core/result.h"
#include "json/value.h"

namespace waymark::finder {

// Answers has choose(Rules, question, answer); Rules has question(id). Fails
// with invalid_input, naming the question.
template <class Answers, class Rules>
Result<> take_answer(Answers& answers, const Rules& rules, const std::string& question,
                     const json::Value& said) {
    if (said.is_null()) {
        if (rules.question(question)) return {};
        return invalid_input(question, "This is not one of the questions.");
    }
    if (const auto* answer = said.string()) return answers.choose(rules, question, *answer);
    const auto* several = said.items();
    if (several == nullptr) {
        return invalid_input(question, "Write an answer, a list of answers, or null.");
    }
    for (const auto& one : *several) {
        if (one.string() == nullptr) {
            return invalid_input(question, "Write an answer, a list of answers, or null.");
        }
        TRY(answers.choose(rules, question, *one.string()));
    }
    return {};
}

}  // namespace waymark::finder
