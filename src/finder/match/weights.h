// "Which group suits me?", as data: the factors with their weights, the
// questions, and what each answer looks for in a meeting. One file,
// content/match/weights.json; docs/match.md and the page /match/how explain it.
//
// The weights are ours. No study says how much each factor should count.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "directory/helpline.h"
#include "finder/match/facts.h"

namespace waymark::finder::match {

using directory::InLanguages;

inline constexpr int kFitFull = 100;
inline constexpr int kFitNeutral = 50;  // Of what is not known.
inline constexpr int kWeightsTotal = 100;

struct Factor {
    std::string id{};
    int weight = 0;  // All together kWeightsTotal.
    InLanguages name{};
    InLanguages what{};
};

// The first rule of an answer that holds says how well the meeting fits it.
struct Rule {
    std::vector<Condition> when{};  // One of them.
    int fit = 0;                    // 0 to kFitFull.
    InLanguages why{};
};

struct Answer {
    std::string id{};
    InLanguages said{};
    std::vector<Condition> needs{};  // Who gives it sees only meetings where one holds …
    std::vector<Condition> never{};  // … and none where one of these does.
    std::vector<Rule> rules{};
};

struct Question {
    // How several answers are taken: the best of them, all alike, or only one is taken.
    enum class Joins : std::uint8_t { any, each, one };

    std::string id{};
    std::optional<std::size_t> factor{};  // None: it only leaves out.
    Joins joins = Joins::any;
    InLanguages asked{};
    InLanguages hint{};                      // May be empty.
    InLanguages open{};                      // What to ask the group when no rule holds.
    std::vector<Condition> skipped_never{};  // As `never`, for who gives no answer.
    std::vector<Answer> answers{};

    std::optional<std::size_t> answer(std::string_view answer_id) const;
};

// Whether a meeting can leave it without any rule that holds: "ask".
bool can_stay_open(const Answer& answer);

// The answers of one question, a bit for each in its order.
using AnswerBits = std::uint32_t;
inline constexpr std::size_t kAnswersMax = 32;

// Read only; made by parse() alone, so that every index in it is good.
struct Weights {
    std::int64_t version = 0;
    std::vector<Factor> factors{};
    std::vector<Question> questions{};

    std::optional<std::size_t> question(std::string_view id) const;

    // Those compiled in. Throws content::ContentError when they are wrong.
    static const Weights& own();

    // Fails with unreadable and one sentence that names the question or factor
    // at fault: a member missing or misspelt, a language missing, a fact that
    // does not exist, a factor that nothing asks for, weights that do not add
    // up, an answer that can stay open without words for it.
    static Result<Weights> parse(std::string_view json, std::string_view file_name);
};

}  // namespace waymark::finder::match
