#include "finder/match/weights.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "content/fields.h"
#include "embedded/content.h"
#include "json/parse.h"

namespace waymark::finder::match {
namespace {

using content::ContentError;
using content::Fields;

constexpr std::string_view kOwnFile = "match/weights.json";
constexpr std::array<std::string_view, 3> kJoins{"any", "each", "one"};
constexpr std::size_t kQuestionsMin = 8;
constexpr std::size_t kQuestionsMax = 12;

template <class T>
std::optional<std::size_t> place_of(const std::vector<T>& all, std::string_view id) {
    const auto found = std::ranges::find(all, id, &T::id);
    if (found == all.end()) return std::nullopt;
    return static_cast<std::size_t>(found - all.begin());
}

std::vector<Condition> conditions(Fields& fields, std::string_view name) {
    std::vector<Condition> all;
    if (!fields.has(name)) return all;
    for (const auto& code : fields.texts(name)) {
        auto condition = condition_of(code);
        if (!condition) fields.complain(name, "\"" + code + "\" is no fact of a meeting");
        all.push_back(*std::move(condition));
    }
    return all;
}

Factor read_factor(Fields& fields) {
    return {.id = fields.text("id"),
            .weight = fields.whole("weight", 1, kWeightsTotal),
            .name = fields.in_languages("name"),
            .what = fields.in_languages("what")};
}

Rule read_rule(Fields& fields) {
    Rule rule{.when = conditions(fields, "if"),
              .fit = fields.whole("fit", 0, kFitFull),
              .why = fields.in_languages("why")};
    if (rule.when.empty()) fields.complain("if", "must hold one fact at least");
    fields.finish();
    return rule;
}

Answer read_answer(Fields& fields) {
    Answer answer{.id = fields.text("id"),
                  .said = fields.in_languages("say"),
                  .needs = conditions(fields, "needs"),
                  .never = conditions(fields, "never")};
    for (auto& rule : fields.objects("rules"))
        answer.rules.push_back(read_rule(rule));
    if (answer.rules.empty()) fields.complain("rules", "must hold one at least");
    fields.finish();
    return answer;
}

Question::Joins read_joins(Fields& fields) {
    const auto joins = std::ranges::find(kJoins, fields.text("joins"));
    if (joins == kJoins.end()) fields.complain("joins", "must be any, each or one");
    return static_cast<Question::Joins>(joins - kJoins.begin());
}

void read_answers_of(Fields& fields, Question& question) {
    for (auto& item : fields.objects("answers")) {
        Answer answer = read_answer(item);
        if (question.answer(answer.id)) item.complain("id", "is there twice");
        question.answers.push_back(std::move(answer));
    }
    if (question.answers.empty() || question.answers.size() > kAnswersMax) {
        fields.complain("answers", "must be 1 to 32");
    }
    const bool needs_words =
        question.factor && std::ranges::any_of(question.answers, can_stay_open);
    if (needs_words && question.open.en.empty()) {
        fields.complain("open", "must say what to ask when no rule holds");
    }
}

Question read_question(Fields& fields, const std::vector<Factor>& factors) {
    Question question{.id = fields.text("id")};
    if (const auto id = fields.optional_text("factor"); !id.empty()) {
        question.factor = place_of(factors, id);
        if (!question.factor) fields.complain("factor", "\"" + id + "\" is not in factors");
    }
    question.joins = read_joins(fields);
    question.asked = fields.in_languages("ask");
    question.hint = fields.optional_in_languages("hint");
    question.open = fields.optional_in_languages("open");
    question.skipped_never = conditions(fields, "skipped_never");
    read_answers_of(fields, question);
    return question;
}

template <class T, class Read>
std::vector<T> read_list(Fields& top, std::string_view list, Read read) {
    std::vector<T> all;
    for (auto& fields : top.objects(list)) {
        T item = read(fields);
        fields.finish();
        if (place_of(all, item.id)) top.complain(list, "\"" + item.id + "\" is there twice");
        all.push_back(std::move(item));
    }
    return all;
}

void check_sums(Fields& top, const Weights& weights) {
    int total = 0;
    for (std::size_t i = 0; i < weights.factors.size(); ++i) {
        total += weights.factors[i].weight;
        const auto asks = [&](const Question& question) { return question.factor == i; };
        if (std::ranges::none_of(weights.questions, asks)) {
            top.complain("factors", "\"" + weights.factors[i].id + "\" is asked by no question");
        }
    }
    if (total != kWeightsTotal) top.complain("factors", "must have weights that add up to 100");
    if (weights.questions.size() < kQuestionsMin || weights.questions.size() > kQuestionsMax) {
        top.complain("questions", "must be 8 to 12");
    }
}

Weights read(std::string_view file_name, const json::Value& value) {
    constexpr int kVersionMax = 1'000'000;
    Fields top{std::string{file_name}, value};
    Weights weights;
    weights.version = top.whole("version", 1, kVersionMax);
    top.date("reviewed_on");
    weights.factors = read_list<Factor>(top, "factors", read_factor);
    weights.questions = read_list<Question>(
        top, "questions", [&](Fields& fields) { return read_question(fields, weights.factors); });
    top.finish();
    check_sums(top, weights);
    return weights;
}

}  // namespace

bool can_stay_open(const Answer& answer) {
    const auto always = [](const Condition& condition) {
        return std::ranges::all_of(condition, &Fact::is_always);
    };
    return std::ranges::none_of(
        answer.rules, [&](const Rule& rule) { return std::ranges::any_of(rule.when, always); });
}

std::optional<std::size_t> Question::answer(std::string_view answer_id) const {
    return place_of(answers, answer_id);
}

std::optional<std::size_t> Weights::question(std::string_view question_id) const {
    return place_of(questions, question_id);
}

const Weights& Weights::own() {
    static const Weights weights = [] {
        auto read = parse(embedded::content(kOwnFile), kOwnFile);
        if (!read) throw ContentError(read.error().message);
        return *std::move(read);
    }();
    return weights;
}

Result<Weights> Weights::parse(std::string_view json, std::string_view file_name) {
    const auto value = json::parse(json);
    if (!value) {
        return fail(ErrorKind::unreadable, std::string{file_name} + ": " + value.error().message);
    }
    try {
        return read(file_name, *value);
    } catch (const ContentError& mistake) {
        return fail(ErrorKind::unreadable, mistake.what());
    }
}

}  // namespace waymark::finder::match
