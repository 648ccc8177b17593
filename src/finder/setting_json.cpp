// Answers from JSON and an outcome to it: for the command line and the tests.
#include "finder/answers_json.h"
#include "finder/setting.h"
#include "json/parse.h"

namespace waymark::finder::setting {
namespace {

using json::Value;

Value search_json(const Suggestion& suggestion) {
    auto search = Value::array();
    for (const auto& [parameter, codes] : suggestion.search)
        search.push(Value::Array{parameter, codes});
    return search;
}

Value suggestion_json(const Suggestion& suggestion, std::string_view language) {
    auto value = Value::object();
    value.set("id", suggestion.kind->id);
    value.set("name", suggestion.kind->name.in(language));
    value.set("what", suggestion.kind->what.in(language));
    value.set("cost", suggestion.kind->cost.in(language));
    value.set("search", search_json(suggestion));
    return value;
}

Value reason_json(const Rulebook& rules, const Reason& reason, std::string_view language) {
    auto value = Value::object();
    const Rule& rule = *reason.rule;
    value.set("id", rule.id);
    value.set("setting", rule.kind ? Value{rules.kinds[*rule.kind].id} : Value{});
    auto answers = Value::array();
    for (const auto& given : reason.answers)
        answers.push(Value::Array{given.question->id, given.answer->id});
    value.set("answers", std::move(answers));
    value.set("because", rule.because.in(language));
    value.set("source", rule.source.name.in(language));
    value.set("source_url", rule.source.url.empty() ? Value{} : Value{rule.source.url});
    return value;
}

}  // namespace

Result<Answers> read_answers(const Rulebook& rules, std::string_view text) {
    const auto value = TRY(json::parse(text));
    if (value.members() == nullptr) {
        return fail(ErrorKind::unreadable, "Answers are a JSON object, question by question.");
    }
    Answers answers{rules};
    for (const auto& [question, said] : *value.members()) {
        TRY(take_answer(answers, rules, question, said));
    }
    return answers;
}

Value to_json(const Rulebook& rules, const Outcome& outcome, std::string_view language) {
    auto value = Value::object();
    value.set("version", rules.version);
    value.set("outcome", outcome.is_emergency ? "emergency" : "settings");
    value.set("urgency", code_of(outcome.urgency));
    auto settings = Value::array();
    for (const auto& suggestion : outcome.suggestions)
        settings.push(suggestion_json(suggestion, language));
    value.set("settings", std::move(settings));
    auto reasons = Value::array();
    for (const auto& reason : outcome.reasons)
        reasons.push(reason_json(rules, reason, language));
    value.set("rules", std::move(reasons));
    auto ask = Value::array();
    for (const auto* question : outcome.ask)
        ask.push(question->said.in(language));
    value.set("ask", std::move(ask));
    return value;
}

}  // namespace waymark::finder::setting
