#include "web/match_form.h"

namespace waymark::web {
namespace {

using finder::match::Answers;
using finder::match::Asked;
using finder::match::Question;
using finder::match::Weights;
using html::Data;

Data field(std::string_view name, std::string_view value) {
    return Data::object({{"name", name}, {"value", value}});
}

Data choice(std::string_view value, std::string label, bool is_chosen) {
    return Data::object({{"value", value}, {"label", std::move(label)}, {"is_chosen", is_chosen}});
}

Data::List choices_of(const Visit& visit, std::size_t place, const Answers& answers) {
    const Question& question = Weights::own().questions[place];
    const auto language = locale::code_of(visit.speak.language());
    Data::List choices;
    // A radio button cannot be taken back without a script.
    if (question.joins == Question::Joins::one) {
        choices.push_back(
            choice("", visit.speak.say("It does not matter"), answers.of(place) == 0));
    }
    for (std::size_t i = 0; i < question.answers.size(); ++i) {
        const auto& answer = question.answers[i];
        choices.push_back(choice(answer.id, answer.said.in(language), answers.has(place, i)));
    }
    return choices;
}

}  // namespace

Result<Asked> read_match_form(const http::Request& request) {
    const Weights& weights = Weights::own();
    Asked asked{.answers = Answers{weights}};
    for (const auto& [name, value] : request.form) {
        if (value.empty()) continue;
        if (name == "near") asked.near = value;
        if (name == "only") asked.only = value;
        if (weights.question(name)) TRY(asked.answers.choose(weights, name, value));
    }
    return asked;
}

Data carried(const Asked& asked, Carry carry) {
    Data::List fields;
    if (!asked.near.empty()) fields.push_back(field("near", asked.near));
    if (!asked.only.empty() && carry == Carry::everything) {
        fields.push_back(field("only", asked.only));
    }
    const auto& questions = Weights::own().questions;
    for (std::size_t q = 0; q < questions.size(); ++q) {
        for (std::size_t a = 0; a < questions[q].answers.size(); ++a) {
            if (!asked.answers.has(q, a)) continue;
            fields.push_back(field(questions[q].id, questions[q].answers[a].id));
        }
    }
    return fields;
}

Data match_questions(const Visit& visit, const Asked& asked, const std::string& wrong) {
    const auto language = locale::code_of(visit.speak.language());
    const auto& questions = Weights::own().questions;
    Data::List list;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const Question& question = questions[i];
        const bool is_one = question.joins == Question::Joins::one;
        Data near = false;
        if (i == 0) near = Data::object({{"value", asked.near}, {"wrong", wrong}});
        list.push_back(Data::object({{"name", question.id},
                                     {"label", question.asked.in(language)},
                                     {"hint", question.hint.in(language)},
                                     {"type", is_one ? "radio" : "checkbox"},
                                     {"near", std::move(near)},
                                     {"choices", choices_of(visit, i, asked.answers)}}));
    }
    return list;
}

}  // namespace waymark::web
