// Numbers out of text, whatever the process's locale.
#pragma once

#include <charconv>
#include <optional>
#include <string_view>

namespace waymark {

// The whole of `text` as a number; nothing when any of it is not one.
// A leading '+' is taken. "nan" and "inf" are not numbers.
template <class Number>
std::optional<Number> parse_number(std::string_view text) {
    if (text.size() > 1 && text.front() == '+' && text[1] != '-') text.remove_prefix(1);
    const bool starts_right = !text.empty() && (text.front() == '-' || text.front() == '.' ||
                                                (text.front() >= '0' && text.front() <= '9'));
    if (!starts_right) return std::nullopt;
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (number != number || number - number != Number{}) return std::nullopt;
    return number;
}

}  // namespace waymark
