// Every path through the questions: not some of them, all of them. A rule reads
// an answer only through its predicates, so two answers that no predicate tells
// apart are one path, and a question that is read only by rules that name no
// kind of place changes the search and nothing else.

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "finder/setting.h"

namespace waymark::finder::setting {
namespace {

constexpr auto kNothingYet = Predicate::Test::nothing_yet;

const Rulebook& rules() {
    return Rulebook::own();
}

// What can be answered to a question: nothing, one answer, or any set of them.
std::vector<AnswerBits> possible(const Question& question) {
    const auto count = question.answers.size();
    std::vector<AnswerBits> all{0};
    if (!question.takes_many) {
        for (std::size_t i = 0; i < count; ++i)
            all.push_back(AnswerBits{1} << i);
        return all;
    }
    for (AnswerBits bits = 1; bits < (AnswerBits{1} << count); ++bits)
        all.push_back(bits);
    return all;
}

// One of each sort of answers that the predicates tell apart.
std::vector<AnswerBits> told_apart(std::size_t question, bool only_by_rules_with_a_kind) {
    std::map<std::vector<bool>, AnswerBits> one_of_each;
    for (const auto bits : possible(rules().questions[question])) {
        std::vector<bool> seen;
        for (const auto& rule : rules().rules) {
            if (only_by_rules_with_a_kind && !rule.kind) continue;
            for (const auto& predicate : rule.when) {
                if (predicate.test == kNothingYet || predicate.question != question) continue;
                seen.push_back((predicate.answers & bits) != 0);
            }
        }
        one_of_each.try_emplace(std::move(seen), bits);
    }
    std::vector<AnswerBits> some;
    for (const auto& [seen, bits] : one_of_each)
        some.push_back(bits);
    return some;
}

std::size_t number_of(std::string_view question) {
    return rules().question(question).value();
}

AnswerBits bits_of(std::string_view question, std::initializer_list<std::string_view> answers) {
    const auto& asked = rules().questions[number_of(question)];
    AnswerBits bits = 0;
    for (const auto answer : answers)
        bits |= AnswerBits{1} << asked.answer(answer).value();
    return bits;
}

std::size_t visit_all(bool only_by_rules_with_a_kind,
                      const std::function<void(const Answers&, const Outcome&)>& see,
                      const std::set<std::size_t>& left_blank) {
    std::vector<std::vector<AnswerBits>> choices;
    for (std::size_t i = 0; i < rules().questions.size(); ++i) {
        choices.push_back(left_blank.contains(i) ? std::vector<AnswerBits>{0}
                                                 : told_apart(i, only_by_rules_with_a_kind));
    }
    Answers answers{rules()};
    std::size_t paths = 0;
    const std::function<void(std::size_t)> go = [&](std::size_t question) {
        if (question == choices.size()) {
            ++paths;
            see(answers, outcome_of(rules(), answers));
            return;
        }
        for (const auto bits : choices[question]) {
            answers.set(question, bits);
            go(question + 1);
        }
    };
    go(0);
    return paths;
}

bool has(const Outcome& outcome, std::string_view kind) {
    return std::ranges::any_of(outcome.suggestions, [&](const Suggestion& suggestion) {
        return suggestion.kind->id == kind;
    });
}

// Some answers of one question, looked up once: there are many paths.
class Said {
  public:
    Said(std::string_view question, std::initializer_list<std::string_view> answers)
        : question_(number_of(question)), bits_(bits_of(question, answers)) {}
    bool in(const Answers& answers) const { return (answers.of(question_) & bits_) != 0; }

  private:
    std::size_t question_;
    AnswerBits bits_;
};

// What must hold on every path: the first thing that does not, or "".
std::string wrong_with(const Answers& answers, const Outcome& outcome) {
    static const Said daily_sedatives{"sedatives", {"daily"}};
    static const Said fit_before{"health", {"withdrawal-fit"}};
    static const Said opioids{"opioids", {"daily", "some-days", "stopped", "not-sure"}};
    if (outcome.suggestions.empty()) return "no outcome";
    if (outcome.suggestions.size() > kSuggestionsMax) return "too many outcomes";
    if (outcome.reasons.empty()) return "no reason";
    if (outcome.is_emergency) return "an emergency without a sign of one";
    if (daily_sedatives.in(answers) && outcome.suggestions.front().kind->id != "detox") {
        return "daily alcohol or pills, and medical detox is not first";
    }
    if (opioids.in(answers) && !has(outcome, "outpatient")) return "opioids, and no medication";
    const bool is_dangerous = daily_sedatives.in(answers) || fit_before.in(answers);
    if (!is_dangerous && has(outcome, "detox")) return "detox for opioids alone";
    return {};
}

TEST(SettingPaths, EveryOneEndsInOneToThreeKindsOfPlace) {
    std::set<std::string> wrong;
    std::set<std::string> fired;
    const auto paths = visit_all(true,
                                 [&](const Answers& answers, const Outcome& outcome) {
                                     if (auto what = wrong_with(answers, outcome); !what.empty())
                                         wrong.insert(what);
                                     for (const auto& reason : outcome.reasons)
                                         if (!fired.contains(reason.rule->id))
                                             fired.insert(reason.rule->id);
                                 },
                                 {number_of("now")});
    EXPECT_EQ(wrong, std::set<std::string>{});
    EXPECT_GT(paths, 10'000U);
    for (const auto& rule : rules().rules) {
        if (!rule.kind || rules().kinds[*rule.kind].is_emergency()) continue;
        EXPECT_TRUE(fired.contains(rule.id)) << rule.id << " is never reached";
    }
}

TEST(SettingPaths, EverySignOfDangerEndsInAnEmergencyWhateverElseIsSaid) {
    const auto now = number_of("now");
    for (const auto signs : possible(rules().questions[now])) {
        if (signs == 0) continue;
        for (std::size_t other = 0; other < rules().questions.size(); ++other) {
            if (other == now) continue;
            for (const auto bits : possible(rules().questions[other])) {
                Answers answers{rules()};
                answers.set(now, signs);
                answers.set(other, bits);
                const auto outcome = outcome_of(rules(), answers);
                ASSERT_TRUE(outcome.is_emergency);
                ASSERT_EQ(outcome.suggestions.size(), 1U);
                ASSERT_TRUE(outcome.suggestions.front().kind->is_emergency());
            }
        }
    }
}

// The questions that only narrow the search, each with every answer to it.
TEST(SettingPaths, EveryAnswerOfEveryQuestionIsReadByARule) {
    for (std::size_t i = 0; i < rules().questions.size(); ++i) {
        const auto& question = rules().questions[i];
        AnswerBits read = 0;
        for (const auto& rule : rules().rules) {
            for (const auto& predicate : rule.when) {
                if (predicate.test != kNothingYet && predicate.question == i)
                    read |= predicate.answers;
            }
        }
        for (std::size_t a = 0; a < question.answers.size(); ++a) {
            const auto& id = question.answers[a].id;
            // What nothing follows from: it may be said all the same.
            const std::set<std::string> idle{"no", "yes", "not-sure", "alone"};
            if (!question.takes_many && idle.contains(id)) continue;
            EXPECT_NE(read >> a & 1U, 0U) << question.id << '=' << id;
        }
    }
}

TEST(SettingPaths, EachSearchRuleChangesTheSearchOrWhatToAsk) {
    for (const auto& rule : rules().rules) {
        if (rule.kind) continue;
        const bool says_more_than_words = !rule.filters.empty() || !rule.ask.empty();
        EXPECT_TRUE(says_more_than_words || rule.min_urgency != Urgency::when_ready) << rule.id;
    }
}

}  // namespace
}  // namespace waymark::finder::setting
