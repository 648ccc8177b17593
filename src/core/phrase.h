// A sentence for people that has not met its language yet: plain English with
// {named} holes, and what goes into them. The English is the key of the
// translations; locale/ turns it into words at the edge.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/geo.h"

namespace waymark {

struct TimeOfDay {
    std::chrono::minutes since_midnight{};
};

struct Span {  // "42 min", "2 hours"
    std::chrono::minutes length{};
};

struct Phrase {
    using Value = std::variant<std::string, std::int64_t, Kilometers, TimeOfDay, Span>;

    std::string text{};
    std::vector<std::pair<std::string, Value>> holes{};
};

// The one way to make a Phrase in code: scripts/check_phrases.py finds its
// first argument and asks every language for it.
inline Phrase phrase(std::string text,
                     std::vector<std::pair<std::string, Phrase::Value>> holes = {}) {
    return {std::move(text), std::move(holes)};
}

enum class LengthUnit : std::uint8_t { miles, kilometers };

// The phrase in English with its holes filled: "The nearest is 31 mi away."
// For JSON and the command line; pages speak through locale/. A hole that
// nothing fills stays as it is.
std::string in_english(const Phrase& phrase, LengthUnit unit = LengthUnit::miles);

}  // namespace waymark
