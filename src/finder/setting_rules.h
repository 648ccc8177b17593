// The rules behind "Which kind of place fits?", as data: questions in plain
// words, kinds of place, and an ordered list of rules that lead from answers
// to kinds of place. They stand in one file, content/setting/rules.json, which
// a host may replace. docs/setting.md says how to edit it.
//
// The rules are our own, after public sources that each rule names. They give
// no level of care and no score: a clinician decides.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "directory/helpline.h"

namespace waymark::finder::setting {

using directory::InLanguages;

struct Choice {
    std::string id{};
    InLanguages said{};
};

struct Question {
    std::string id{};
    bool takes_many = false;  // Else one answer, of which "not-sure" is one.
    InLanguages asked{};
    InLanguages hint{};  // May be empty.
    std::vector<Choice> answers{};

    std::optional<std::size_t> answer(std::string_view answer_id) const;
};

// The answers of one question, a bit for each in its order.
using AnswerBits = std::uint32_t;
inline constexpr std::size_t kAnswersMax = 32;

// A parameter of the search for places, and the codes it asks for.
struct Filter {
    std::string parameter{};
    std::vector<std::string> codes{};
};

// Something to ask on the phone.
struct PhoneQuestion {
    std::string id{};
    InLanguages said{};
};

// A kind of place. "emergency" is the one that ends all else.
struct Kind {
    std::string id{};
    InLanguages name{};
    InLanguages what{};
    InLanguages cost{};
    std::vector<Filter> filters{};   // Of every search for such a place.
    std::vector<std::size_t> ask{};  // Of Rulebook::phone_questions.

    bool is_emergency() const { return id == "emergency"; }
};

struct Predicate {
    enum class Test : std::uint8_t {
        is,           // At least one of these answers was given.
        is_not,       // None of these was; true too when nothing was answered.
        nothing_yet,  // No rule before this one has named a kind of place.
    };
    Test test = Test::is;
    std::size_t question = 0;
    AnswerBits answers = 0;
};

enum class Urgency : std::uint8_t { when_ready, this_week, today, now };
std::string_view code_of(Urgency urgency);

struct Source {
    InLanguages name{};
    std::string url{};  // May be empty.
};

struct Rule {
    std::string id{};
    std::vector<Predicate> when{};      // All of them. None: always.
    std::optional<std::size_t> kind{};  // Of Rulebook::kinds.
    Urgency min_urgency = Urgency::when_ready;
    std::vector<Filter> filters{};   // Of searches for `kind`; of all when it names none.
    std::vector<std::size_t> ask{};  // Of Rulebook::phone_questions.
    InLanguages because{};
    Source source{};
};

// Read only; made by parse() alone, so that every index in it is good.
struct Rulebook {
    std::int64_t version = 0;
    std::vector<Question> questions{};
    std::vector<Kind> kinds{};
    std::vector<PhoneQuestion> phone_questions{};
    std::vector<Rule> rules{};  // Emergencies first.

    std::optional<std::size_t> question(std::string_view id) const;

    // The rules compiled in. Throws content::ContentError when they are wrong.
    static const Rulebook& own();

    // Fails with unreadable and one sentence that names the rule, question or
    // kind at fault: a member missing or misspelt, a language missing, an
    // answer or a search code that does not exist, a rule that can never
    // fire, an emergency after other rules, answers that lead nowhere.
    static Result<Rulebook> parse(std::string_view json, std::string_view file_name);
};

}  // namespace waymark::finder::setting
