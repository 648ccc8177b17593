// "Which kind of place fits?": the questions, and where the answers lead. The
// answers come in the body of the request and go back in the page; between the
// two nothing keeps them.
#include "finder/setting.h"

#include <algorithm>
#include <string>

#include "web/helplines.h"
#include "web/pages/pages.h"
#include "web/routes.h"

namespace waymark::web {
namespace {

using finder::setting::Answers;
using finder::setting::Given;
using finder::setting::InLanguages;
using finder::setting::Outcome;
using finder::setting::Question;
using finder::setting::Reason;
using finder::setting::Rulebook;
using finder::setting::Suggestion;
using finder::setting::Urgency;
using html::Data;

std::string said(const Visit& visit, const InLanguages& text) {
    return text.in(locale::code_of(visit.speak.language()));
}

// What the form sends beside answers is passed over.
Result<Answers> answers_of(const Rulebook& rules, const http::Request& request) {
    Answers answers{rules};
    for (const auto& [question, answer] : request.form) {
        if (rules.question(question)) TRY(answers.choose(rules, question, answer));
    }
    return answers;
}

bool is_chosen(const Answers& answers, std::size_t question, std::size_t answer) {
    return (answers.of(question) >> answer & 1U) != 0;
}

Data question_data(const Visit& visit, std::size_t place, const Answers& answers) {
    const Question& question = visit.site.setting_rules.questions[place];
    Data::List choices;
    for (std::size_t i = 0; i < question.answers.size(); ++i) {
        choices.push_back(Data::object({{"value", question.answers[i].id},
                                        {"label", said(visit, question.answers[i].said)},
                                        {"is_chosen", is_chosen(answers, place, i)}}));
    }
    return Data::object({{"name", question.id},
                         {"label", said(visit, question.asked)},
                         {"hint", said(visit, question.hint)},
                         {"type", question.takes_many ? "checkbox" : "radio"},
                         {"is_danger", place == 0},
                         {"choices", std::move(choices)}});
}

Page questions_page(const Visit& visit, const Answers& answers, std::string problem) {
    Data::List questions;
    for (std::size_t i = 0; i < visit.site.setting_rules.questions.size(); ++i)
        questions.push_back(question_data(visit, i, answers));
    const bool is_blank = visit.request.method != http::Method::post;
    return {.view = "setting",
            .title = visit.speak.say("Questions"),
            .tab = Tab::find,
            .data = Data::object(
                {{"problem", std::move(problem)}, {"questions", std::move(questions)}}),
            .keep = is_blank ? http::Keep::revalidate : http::Keep::never};
}

// The answers again, for the buttons that send them once more.
Data carried(const Rulebook& rules, const Answers& answers) {
    Data::List fields;
    for (std::size_t q = 0; q < rules.questions.size(); ++q) {
        const Question& question = rules.questions[q];
        for (std::size_t a = 0; a < question.answers.size(); ++a) {
            if (!is_chosen(answers, q, a)) continue;
            fields.push_back(
                Data::object({{"name", question.id}, {"value", question.answers[a].id}}));
        }
    }
    return fields;
}

Data reason_data(const Visit& visit, const Reason& reason) {
    const auto& rules = visit.site.setting_rules;
    Data::List answers;
    for (const Given& given : reason.answers) {
        answers.push_back(Data::object({{"question", said(visit, given.question->asked)},
                                        {"answer", said(visit, given.answer->said)}}));
    }
    const auto& rule = *reason.rule;
    return Data::object(
        {{"kind", rule.kind ? said(visit, rules.kinds[*rule.kind].name) : std::string{}},
         {"because", said(visit, rule.because)},
         {"answers", std::move(answers)},
         {"source", said(visit, rule.source.name)},
         {"url", rule.source.url}});
}

template <class Keep>
Data reasons(const Visit& visit, const Outcome& outcome, Keep keep) {
    Data::List list;
    for (const auto& reason : outcome.reasons) {
        if (keep(reason)) list.push_back(reason_data(visit, reason));
    }
    return list;
}

bool only_narrows(const Reason& reason) {
    return !reason.rule->kind && !reason.rule->filters.empty();
}

// Left out when there is nothing in it.
Data section(Data list) {
    if (!list.is_shown()) return false;
    return Data::object({{"list", std::move(list)}});
}

Data crisis_lines(const Visit& visit) {
    return helpline_list(visit, visit.site.helplines.for_everybody(country_of(visit), "crisis"));
}

Page emergency_page(const Visit& visit, const Outcome& outcome) {
    return {.view = "setting_emergency",
            .title = visit.speak.say("Now"),
            .tab = Tab::now,
            .data = Data::object(
                {{"number", emergency_of(visit, country_of(visit)).for_overdose()},
                 {"lines", crisis_lines(visit)},
                 {"reasons", reasons(visit, outcome, [](const Reason&) { return true; })}}),
            .has_crisis_line = false};
}

std::string urgency_words(const Visit& visit, Urgency urgency) {
    switch (urgency) {
        case Urgency::now:
        case Urgency::today:
            return visit.speak.say("Try to make the first call today.");
        case Urgency::this_week:
            return visit.speak.say("Try to make the first call this week.");
        case Urgency::when_ready:
            break;
    }
    return visit.speak.say("Make the first call when you are ready. Any day is a good day.");
}

Data suggestion_data(const Visit& visit, const Suggestion& suggestion, std::size_t rank) {
    const auto& kind = *suggestion.kind;
    return Data::object({{"rank", rank},
                         {"name", said(visit, kind.name)},
                         {"what", said(visit, kind.what)},
                         {"cost", said(visit, kind.cost)},
                         {"search", finder::setting::search_address(suggestion)}});
}

Page outcome_page(const Visit& visit, const Answers& answers, const Outcome& outcome) {
    const auto& speak = visit.speak;
    Data::List suggestions;
    for (const auto& suggestion : outcome.suggestions)
        suggestions.push_back(suggestion_data(visit, suggestion, suggestions.size() + 1));
    Data::List ask;
    for (const auto* question : outcome.ask)
        ask.push_back(Data::object({{"words", said(visit, question->said)}}));
    const auto other = speak.language() == locale::Language::english ? locale::Language::spanish
                                                                     : locale::Language::english;
    const std::string other_code{locale::code_of(other)};
    return {
        .view = "setting_outcome",
        .title = speak.say("Questions"),
        .tab = Tab::find,
        .data = Data::object(
            {{"urgency", urgency_words(visit, outcome.urgency)},
             {"suggestions", std::move(suggestions)},
             {"reasons", reasons(visit, outcome, [](const Reason& r) { return !only_narrows(r); })},
             {"wishes", section(reasons(visit, outcome, only_narrows))},
             {"ask", std::move(ask)},
             {"carried", carried(visit.site.setting_rules, answers)},
             {"other_code", other_code},
             {"other_name", std::string{locale::name_of(other)}},
             {"own_href", "/setting"},
             {"other_href", "/setting?language=" + other_code}})};
}

}  // namespace

Page setting(const Visit& visit, const http::PathParams&) {
    const Rulebook& rules = visit.site.setting_rules;
    const auto answers = answers_of(rules, visit.request);
    if (!answers)
        return questions_page(visit, Answers{rules}, visit.speak.say(answers.error().message));
    const bool is_asking =
        visit.request.method != http::Method::post || visit.request.field("again").has_value();
    if (is_asking) return questions_page(visit, *answers, {});
    const Outcome outcome = finder::setting::outcome_of(rules, *answers);
    return outcome.is_emergency ? emergency_page(visit, outcome)
                                : outcome_page(visit, *answers, outcome);
}

}  // namespace waymark::web
