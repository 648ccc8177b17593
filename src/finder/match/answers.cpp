#include "finder/match/answers.h"

#include <utility>

#include "core/text.h"
#include "finder/answers_json.h"
#include "json/parse.h"

namespace waymark::finder::match {
namespace {

using json::Value;

Result<> take_text(std::string& text, const std::string& name, const Value& said) {
    if (said.is_null()) return {};
    if (said.string() == nullptr) return invalid_input(name, "Write a text, or null.");
    text = *said.string();
    return {};
}

}  // namespace

Result<> Answers::choose(const Weights& weights, std::string_view question_id,
                         std::string_view answer_id) {
    const auto place = weights.question(question_id);
    if (!place) return invalid_input(std::string{question_id}, "This is not one of the questions.");
    const Question& question = weights.questions[*place];
    const auto answer = question.answer(answer_id);
    if (!answer) {
        return invalid_input(std::string{question_id},
                             "This is not one of the answers to that question.");
    }
    const AnswerBits bit = AnswerBits{1} << *answer;
    if (question.joins == Question::Joins::one && (chosen_[*place] & ~bit) != 0) {
        return invalid_input(std::string{question_id}, "This question takes one answer only.");
    }
    chosen_[*place] |= bit;
    return {};
}

Result<Asked> read_asked(const Weights& weights, std::string_view text) {
    const auto value = TRY(json::parse(text));
    if (value.members() == nullptr) {
        return fail(ErrorKind::unreadable, "Answers are a JSON object, question by question.");
    }
    Asked asked{.answers = Answers{weights}};
    for (const auto& [name, said] : *value.members()) {
        if (name == "near") {
            TRY(take_text(asked.near, name, said));
        } else if (name == "only") {
            TRY(take_text(asked.only, name, said));
        } else {
            TRY(take_answer(asked.answers, weights, name, said));
        }
    }
    return asked;
}

Result<Request> request_of(const Asked& asked, Instant now, const PlaceLocator& locate) {
    Request request{.answers = asked.answers, .now = now};
    if (!asked.only.empty()) {
        request.only = directory::fellowship_of_code(asked.only);
        if (!request.only) {
            return invalid_input("only", "This is not one of the programmes we list.");
        }
    }
    if (!trimmed(asked.near).empty()) {
        const auto place = locate(asked.near);
        if (!place) return fail(place.error().kind, place.error().message, "near");
        request.near = place->best.point;
        request.here = places::zone_at(place->best.point);
    }
    return request;
}

}  // namespace waymark::finder::match
