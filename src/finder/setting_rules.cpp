#include "finder/setting_rules.h"

#include <algorithm>
#include <array>
#include <set>

#include "content/fields.h"
#include "core/number.h"
#include "directory/trait.h"
#include "embedded/content.h"
#include "finder/setting_check.h"
#include "json/parse.h"

namespace waymark::finder::setting {
namespace {

using content::ContentError;
using content::Fields;

constexpr std::string_view kOwnFile = "setting/rules.json";
constexpr std::array<std::string_view, 4> kUrgencies{"when-ready", "this-week", "today", "now"};
constexpr std::size_t kQuestionsMax = 20;
constexpr std::size_t kRulesMax = 200;

template <class T>
std::optional<std::size_t> place_of(const std::vector<T>& all, std::string_view id) {
    const auto found = std::ranges::find(all, id, &T::id);
    if (found == all.end()) return std::nullopt;
    return static_cast<std::size_t>(found - all.begin());
}

// Members of a list under a name that a person finds in the file: "rule G2-fit".
Fields named(Fields fields, std::string_view file, std::string_view what, const json::Value& item) {
    const auto id = fields.text("id");
    Fields by_name{std::string{file} + ", " + std::string{what} + ' ' + id, item};
    by_name.text("id");
    return by_name;
}

class Reader {
  public:
    Reader(std::string_view file, const json::Value& value) : file_(file), value_(value) {}

    Rulebook read();

  private:
    template <class Take>
    void each(Fields& top, std::string_view list, std::string_view what, Take take);
    Question question(Fields& fields) const;
    Kind kind(Fields& fields) const;
    Rule rule(Fields& fields) const;
    Predicate predicate(Fields& fields) const;
    AnswerBits answers(Fields& fields, std::string_view name, const Question& question) const;
    std::vector<Filter> filters(Fields& fields) const;
    std::vector<std::size_t> ask(Fields& fields) const;

    std::string file_;
    const json::Value& value_;
    Rulebook rules_{};
};

template <class Take>
void Reader::each(Fields& top, std::string_view list, std::string_view what, Take take) {
    std::set<std::string, std::less<>> seen;
    const auto objects = top.objects(list);
    const auto* items = value_.find(list)->items();
    for (std::size_t i = 0; i < objects.size(); ++i) {
        auto fields = named(objects[i], file_, what, (*items)[i]);
        if (!seen.insert(fields.text("id")).second) fields.complain("id", "is there twice");
        take(fields);
        fields.finish();
    }
    if (seen.empty()) top.complain(list, "must hold one at least");
}

Question Reader::question(Fields& fields) const {
    Question question{.id = fields.text("id"),
                      .takes_many = fields.flag("many"),
                      .asked = fields.in_languages("ask"),
                      .hint = fields.optional_in_languages("hint")};
    for (auto& answer : fields.objects("answers")) {
        Choice choice{.id = answer.text("id"), .said = answer.in_languages("say")};
        if (question.answer(choice.id)) answer.complain("id", "is there twice");
        question.answers.push_back(std::move(choice));
        answer.finish();
    }
    if (question.answers.empty() || question.answers.size() > kAnswersMax) {
        fields.complain("answers", "must be 1 to 32");
    }
    if (!question.takes_many && !question.answer("not-sure")) {
        fields.complain("answers", "must have \"not-sure\" among them");
    }
    return question;
}

bool is_radius(std::string_view code) {
    const bool has_unit = code.size() > 2 && (code.ends_with("mi") || code.ends_with("km"));
    const auto number =
        has_unit ? parse_number<int>(code.substr(0, code.size() - 2)) : std::nullopt;
    return number && *number > 0;
}

bool is_language(std::string_view code) {
    return (code.size() == 2 || code.size() == 3) &&
           std::ranges::all_of(code, [](char c) { return c >= 'a' && c <= 'z'; });
}

// Whether the search for places knows it.
bool is_known(std::string_view parameter, std::string_view code) {
    if (parameter == "radius") return is_radius(code);
    if (parameter == "telehealth") return code == "yes";
    if (parameter == "hours") return code == "open-now";
    if (parameter == "sort") return code == "best" || code == "nearest";
    if (parameter == "lang") return is_language(code);
    const auto kind = directory::trait_kind_of_code(parameter);
    return kind && directory::trait_of_code(*kind, code);
}

std::vector<Filter> Reader::filters(Fields& fields) const {
    std::vector<Filter> filters;
    for (auto& item : fields.objects("filters")) {
        Filter filter{.parameter = item.text("parameter"), .codes = item.texts("codes")};
        for (const auto& code : filter.codes) {
            if (!is_known(filter.parameter, code)) {
                fields.complain("filters", "\"" + filter.parameter + "=" + code +
                                               "\" is not a code of the search for places");
            }
        }
        item.finish();
        filters.push_back(std::move(filter));
    }
    return filters;
}

std::vector<std::size_t> Reader::ask(Fields& fields) const {
    std::vector<std::size_t> asked;
    if (!fields.has("ask")) return asked;
    for (const auto& id : fields.texts("ask")) {
        const auto place = place_of(rules_.phone_questions, id);
        if (!place) fields.complain("ask", "\"" + id + "\" is not in phone_questions");
        asked.push_back(*place);
    }
    return asked;
}

Kind Reader::kind(Fields& fields) const {
    return {.id = fields.text("id"),
            .name = fields.in_languages("name"),
            .what = fields.in_languages("what"),
            .cost = fields.in_languages("cost"),
            .filters = filters(fields),
            .ask = ask(fields)};
}

AnswerBits Reader::answers(Fields& fields, std::string_view name, const Question& question) const {
    AnswerBits bits = 0;
    for (const auto& id : fields.texts(name)) {
        const auto answer = question.answer(id);
        if (!answer) {
            fields.complain(name, "\"" + id + "\" is not an answer of " + question.id);
        }
        bits |= AnswerBits{1} << *answer;
    }
    return bits;
}

Predicate Reader::predicate(Fields& fields) const {
    Predicate predicate;
    if (fields.has("nothing_yet")) {
        if (!fields.flag("nothing_yet")) fields.complain("nothing_yet", "can only be true");
        predicate.test = Predicate::Test::nothing_yet;
        fields.finish();
        return predicate;
    }
    const auto id = fields.text("question");
    const auto question = rules_.question(id);
    if (!question) fields.complain("question", "\"" + id + "\" is not a question");
    const bool is_negated = fields.has("is_not");
    predicate.test = is_negated ? Predicate::Test::is_not : Predicate::Test::is;
    predicate.question = *question;
    predicate.answers = answers(fields, is_negated ? "is_not" : "is", rules_.questions[*question]);
    fields.finish();
    return predicate;
}

void read_consequence(Fields& then, Rule& rule, const std::vector<Kind>& kinds) {
    if (const auto id = then.optional_text("setting"); !id.empty()) {
        rule.kind = place_of(kinds, id);
        if (!rule.kind) then.complain("setting", "\"" + id + "\" is not in kinds");
    }
    const auto urgency = std::ranges::find(kUrgencies, then.text("min_urgency"));
    if (urgency == kUrgencies.end()) {
        then.complain("min_urgency", "must be when-ready, this-week, today or now");
    }
    rule.min_urgency = static_cast<Urgency>(urgency - kUrgencies.begin());
}

Rule Reader::rule(Fields& fields) const {
    Rule rule;
    rule.id = fields.text("id");
    for (auto& item : fields.objects("when"))
        rule.when.push_back(predicate(item));
    auto then = fields.object("then");
    read_consequence(then, rule, rules_.kinds);
    rule.filters = filters(then);
    rule.ask = ask(then);
    then.finish();
    rule.because = fields.in_languages("because");
    auto source = fields.object("source");
    rule.source = {.name = source.in_languages("name"), .url = source.optional_text("url")};
    if (!rule.source.url.empty() && !rule.source.url.starts_with("https://")) {
        source.complain("url", "must begin with https://");
    }
    source.finish();
    return rule;
}

Rulebook Reader::read() {
    Fields top{file_, value_};
    const auto* version = value_.find("version");
    if (!top.has("version") || version->integer() == nullptr || *version->integer() < 1) {
        top.complain("version", "must be a number from 1");
    }
    rules_.version = *version->integer();
    top.date("reviewed_on");
    each(top, "phone_questions", "phone question", [&](Fields& fields) {
        rules_.phone_questions.push_back(
            {.id = fields.text("id"), .said = fields.in_languages("say")});
    });
    each(top, "questions", "question",
         [&](Fields& fields) { rules_.questions.push_back(question(fields)); });
    each(top, "kinds", "kind", [&](Fields& fields) { rules_.kinds.push_back(kind(fields)); });
    each(top, "rules", "rule", [&](Fields& fields) { rules_.rules.push_back(rule(fields)); });
    if (rules_.questions.size() > kQuestionsMax) top.complain("questions", "must be 20 at most");
    if (rules_.rules.size() > kRulesMax) top.complain("rules", "must be 200 at most");
    return std::move(rules_);
}

}  // namespace

std::string_view code_of(Urgency urgency) {
    return kUrgencies[static_cast<std::size_t>(urgency)];
}

std::optional<std::size_t> Question::answer(std::string_view answer_id) const {
    return place_of(answers, answer_id);
}

std::optional<std::size_t> Rulebook::question(std::string_view question_id) const {
    return place_of(questions, question_id);
}

const Rulebook& Rulebook::own() {
    static const Rulebook rules = [] {
        auto read = parse(embedded::content(kOwnFile), kOwnFile);
        if (!read) throw ContentError(read.error().message);
        return *std::move(read);
    }();
    return rules;
}

Result<Rulebook> Rulebook::parse(std::string_view json, std::string_view file_name) {
    const auto value = json::parse(json);
    if (!value) {
        return fail(ErrorKind::unreadable, std::string{file_name} + ": " + value.error().message);
    }
    try {
        auto rules = Reader{file_name, *value}.read();
        if (const auto mistake = mistake_in(rules); !mistake.empty()) {
            return fail(ErrorKind::unreadable, std::string{file_name} + ", " + mistake);
        }
        return rules;
    } catch (const ContentError& mistake) {
        return fail(ErrorKind::unreadable, mistake.what());
    }
}

}  // namespace waymark::finder::setting
