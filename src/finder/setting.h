// "Which kind of place fits?": from a person's answers to one to three kinds of
// place, each with its reasons and a search for it.
//
// A pure function of the rules and the answers. Nothing is asked that must be
// answered: whatever is left out, there is an outcome. Nothing is kept.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "finder/setting_rules.h"
#include "json/value.h"

namespace waymark::finder::setting {

inline constexpr std::size_t kSuggestionsMax = 3;

class Answers {
  public:
    explicit Answers(const Rulebook& rules) : chosen_(rules.questions.size()) {}

    // Fails with invalid_input on a question or answer that the rules do not
    // have, and on a second answer where one is asked.
    Result<> choose(const Rulebook& rules, std::string_view question, std::string_view answer);

    AnswerBits of(std::size_t question) const { return chosen_[question]; }
    void set(std::size_t question, AnswerBits answers) { chosen_[question] = answers; }

  private:
    std::vector<AnswerBits> chosen_;  // By question.
};

// {"opioids": "daily", "home": null, "pay": ["medicaid", "cash"]}. Fails with
// unreadable or invalid_input, naming the question.
Result<Answers> read_answers(const Rulebook& rules, std::string_view json);

// Every list in an outcome points into the rulebook it was made from.
struct Given {
    const Question* question = nullptr;
    const Choice* answer = nullptr;
};

struct Reason {
    const Rule* rule = nullptr;
    std::vector<Given> answers{};  // Those that made it fire.
};

struct Suggestion {
    const Kind* kind = nullptr;
    std::vector<std::pair<std::string, std::string>> search{};  // Codes joined by commas.
};

struct Outcome {
    bool is_emergency = false;
    Urgency urgency = Urgency::when_ready;
    std::vector<Suggestion> suggestions{};  // One to three; the first matters most.
    std::vector<Reason> reasons{};          // Every rule that fired, in order.
    std::vector<const PhoneQuestion*> ask{};
};

// In an emergency, only emergency rules are looked at.
Outcome outcome_of(const Rulebook& rules, const Answers& answers);

// "/treatment?setting=detox&payment=medicaid": where the search stands.
std::string search_address(const Suggestion& suggestion);

// The outcome in one language ("en", "es").
json::Value to_json(const Rulebook& rules, const Outcome& outcome, std::string_view language);

}  // namespace waymark::finder::setting
