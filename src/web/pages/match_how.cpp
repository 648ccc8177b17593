// How groups are put in order, told from the very data that does it.
#include "finder/match/weights.h"
#include "web/pages/pages.h"

namespace waymark::web {
namespace {

using finder::match::Answer;
using finder::match::Question;
using finder::match::Weights;
using html::Data;

Data rules_data(const Answer& answer, std::string_view language) {
    Data::List rules;
    for (const auto& rule : answer.rules)
        rules.push_back(Data::object({{"fit", rule.fit}, {"why", rule.why.in(language)}}));
    return rules;
}

Data answer_data(const Question& question, const Answer& answer, std::string_view language) {
    const bool stays_open = question.factor && finder::match::can_stay_open(answer);
    return Data::object(
        {{"answer", answer.said.in(language)},
         {"leaves_out", !answer.needs.empty() || !answer.never.empty()},
         {"rules", question.factor ? rules_data(answer, language) : Data{Data::List{}}},
         {"open", stays_open ? question.open.in(language) : std::string{}}});
}

std::string joins_words(const Visit& visit, const Question& question) {
    const auto& speak = visit.speak;
    if (!question.factor) return speak.say("No points: what is ticked must hold.");
    const auto& factor = Weights::own().factors[*question.factor];
    const std::string name = factor.name.in(locale::code_of(speak.language()));
    if (question.joins == Question::Joins::one) {
        return speak.say(phrase("Counts for: {name}. One answer.", {{"name", name}}));
    }
    if (question.joins == Question::Joins::each) {
        return speak.say(
            phrase("Counts for: {name}. Every answer counts alike.", {{"name", name}}));
    }
    return speak.say(
        phrase("Counts for: {name}. The answer that fits best counts.", {{"name", name}}));
}

Data question_data(const Visit& visit, const Question& question) {
    const auto language = locale::code_of(visit.speak.language());
    Data::List answers;
    for (const auto& answer : question.answers)
        answers.push_back(answer_data(question, answer, language));
    return Data::object({{"asked", question.asked.in(language)},
                         {"joins", joins_words(visit, question)},
                         {"answers", std::move(answers)}});
}

}  // namespace

Page match_how(const Visit& visit, const http::PathParams&) {
    const Weights& weights = Weights::own();
    const auto language = locale::code_of(visit.speak.language());
    Data::List factors;
    for (const auto& factor : weights.factors) {
        factors.push_back(
            Data::object({{"name", factor.name.in(language)}, {"weight", factor.weight}}));
    }
    Data::List questions;
    for (const auto& question : weights.questions)
        questions.push_back(question_data(visit, question));
    return {.view = "match_how",
            .title = visit.speak.say("Details"),
            .tab = Tab::find,
            .data = Data::object(
                {{"factors", std::move(factors)}, {"questions", std::move(questions)}}),
            .keep = http::Keep::revalidate};
}

}  // namespace waymark::web
