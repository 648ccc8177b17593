#include "finder/setting.h"

#include <algorithm>
#include <set>

#include "core/text.h"
#include "json/parse.h"

namespace waymark::finder::setting {
namespace {

using Test = Predicate::Test;
using Search = std::vector<std::pair<std::string, std::string>>;

bool holds(const Predicate& predicate, const Answers& answers, bool has_kind) {
    if (predicate.test == Test::nothing_yet) return !has_kind;
    const bool is_hit = (answers.of(predicate.question) & predicate.answers) != 0;
    return is_hit == (predicate.test == Test::is);
}

bool fires(const Rule& rule, const Answers& answers, bool has_kind) {
    return std::ranges::all_of(
        rule.when, [&](const Predicate& predicate) { return holds(predicate, answers, has_kind); });
}

std::vector<Given> led_by(const Rulebook& rules, const Rule& rule, const Answers& answers) {
    std::vector<Given> given;
    for (const auto& predicate : rule.when) {
        if (predicate.test != Test::is) continue;
        const Question& question = rules.questions[predicate.question];
        const AnswerBits bits = answers.of(predicate.question) & predicate.answers;
        for (std::size_t i = 0; i < question.answers.size(); ++i) {
            if ((bits >> i & 1U) != 0) given.push_back({&question, &question.answers[i]});
        }
    }
    return given;
}

// Of a parameter that takes one value, the first said stays.
bool takes_many(std::string_view parameter) {
    constexpr std::array<std::string_view, 4> kSingle{"radius", "telehealth", "sort", "hours"};
    return std::ranges::find(kSingle, parameter) == kSingle.end();
}

void narrow(Search& search, const std::vector<Filter>& filters) {
    for (const auto& [parameter, codes] : filters) {
        const auto found =
            std::ranges::find(search, parameter, &std::pair<std::string, std::string>::first);
        if (found == search.end()) {
            search.emplace_back(parameter, joined(codes, ","));
            continue;
        }
        if (!takes_many(parameter)) continue;
        for (const auto& code : codes) {
            const auto there = split(found->second, ',');
            if (std::ranges::find(there, code) == there.end()) found->second += ',' + code;
        }
    }
}

Search search_for(const Rulebook& rules, std::size_t kind, const std::vector<Reason>& reasons) {
    Search search;
    narrow(search, rules.kinds[kind].filters);
    for (const auto& reason : reasons) {
        if (!reason.rule->kind || *reason.rule->kind == kind) narrow(search, reason.rule->filters);
    }
    return search;
}

// In the order of the file, so that the list reads the same every time.
std::vector<const PhoneQuestion*> questions_to_ask(const Rulebook& rules, const Outcome& outcome) {
    std::set<std::size_t> asked;
    for (const auto& suggestion : outcome.suggestions)
        asked.insert(suggestion.kind->ask.begin(), suggestion.kind->ask.end());
    for (const auto& reason : outcome.reasons)
        asked.insert(reason.rule->ask.begin(), reason.rule->ask.end());
    std::vector<const PhoneQuestion*> questions;
    for (const auto i : asked)
        questions.push_back(&rules.phone_questions[i]);
    return questions;
}

}  // namespace

Result<> Answers::choose(const Rulebook& rules, std::string_view question_id,
                         std::string_view answer_id) {
    const auto place = rules.question(question_id);
    if (!place) return invalid_input(std::string{question_id}, "This is not one of the questions.");
    const Question& question = rules.questions[*place];
    const auto answer = question.answer(answer_id);
    if (!answer) {
        return invalid_input(std::string{question_id},
                             "This is not one of the answers to that question.");
    }
    const AnswerBits bit = AnswerBits{1} << *answer;
    if (!question.takes_many && (chosen_[*place] & ~bit) != 0) {
        return invalid_input(std::string{question_id}, "This question takes one answer only.");
    }
    chosen_[*place] |= bit;
    return {};
}

Outcome outcome_of(const Rulebook& rules, const Answers& answers) {
    Outcome outcome;
    std::vector<std::size_t> kinds;
    for (const auto& rule : rules.rules) {
        const bool is_gate = rule.kind && rules.kinds[*rule.kind].is_emergency();
        if (outcome.is_emergency && !is_gate) break;
        if (!fires(rule, answers, !kinds.empty())) continue;
        outcome.is_emergency = is_gate;
        outcome.urgency = std::max(outcome.urgency, rule.min_urgency);
        outcome.reasons.push_back({&rule, led_by(rules, rule, answers)});
        if (rule.kind && std::ranges::find(kinds, *rule.kind) == kinds.end()) {
            kinds.push_back(*rule.kind);
        }
    }
    kinds.resize(std::min(kinds.size(), kSuggestionsMax));
    for (const auto kind : kinds) {
        outcome.suggestions.push_back(
            {&rules.kinds[kind],
             outcome.is_emergency ? Search{} : search_for(rules, kind, outcome.reasons)});
    }
    outcome.ask = questions_to_ask(rules, outcome);
    return outcome;
}

std::string search_address(const Suggestion& suggestion) {
    std::string address = "/treatment";
    char separator = '?';
    // Codes are plain: letters, digits, hyphens and commas, checked on reading.
    for (const auto& [parameter, codes] : suggestion.search) {
        address += separator + parameter + '=' + codes;
        separator = '&';
    }
    return address;
}

}  // namespace waymark::finder::setting
