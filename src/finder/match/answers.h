// What somebody answered, as a person or a file writes it. Nothing must be
// answered, and nothing here is kept.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/geo.h"
#include "core/result.h"
#include "core/time.h"
#include "core/zone.h"
#include "directory/fellowship.h"
#include "finder/match/weights.h"
#include "finder/request.h"

namespace waymark::finder::match {

class Answers {
  public:
    explicit Answers(const Weights& weights) : chosen_(weights.questions.size()) {}

    // Fails with invalid_input on a question or answer that the weights do not
    // have, and on a second answer where one is taken.
    Result<> choose(const Weights& weights, std::string_view question, std::string_view answer);

    AnswerBits of(std::size_t question) const { return chosen_[question]; }
    void set(std::size_t question, AnswerBits answers) { chosen_[question] = answers; }
    bool has(std::size_t question, std::size_t answer) const {
        return (chosen_[question] >> answer & 1U) != 0;
    }

  private:
    std::vector<AnswerBits> chosen_;  // By question.
};

struct Asked {
    Answers answers;
    std::string near{};  // "19104"; empty: only what one can join from home.
    std::string only{};  // The code of one programme; empty: all, and never five of one.
};

// {"near": "19104", "only": "na", "travel": ["foot"], "language": "es", "must": null}.
// Fails with unreadable or invalid_input, naming the question.
Result<Asked> read_asked(const Weights& weights, std::string_view json);

// The same with places and programmes looked up: what outcome_of takes.
struct Request {
    Answers answers;
    std::optional<directory::Fellowship> only{};
    std::optional<GeoPoint> near{};
    std::optional<Zone> here{};  // The clock there.
    Instant now{};
};

// Fails as `locate` does ("near"), and with invalid_input on "only".
Result<Request> request_of(const Asked& asked, Instant now,
                           const PlaceLocator& locate = places::locate);

}  // namespace waymark::finder::match
