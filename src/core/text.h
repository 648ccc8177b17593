// Text as people type it and as feeds send it. All of it is UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace waymark {

// For comparing and searching: NFKD, no marks, case folded, anything that is
// not a letter or digit a single space. "Café  São-Paulo" is "cafe sao paulo".
std::string fold(std::string_view text);

// The words of a folded text.
std::vector<std::string_view> words_of(std::string_view folded);

bool is_utf8(std::string_view text);

// Without NUL, other controls (but tab and newline), bidi controls and
// zero-width characters; `removed` counts them. `text` must be UTF-8.
std::string without_hidden(std::string_view text, std::size_t* removed = nullptr);

std::string_view trimmed(std::string_view text);  // ASCII space, NBSP.
std::vector<std::string_view> split(std::string_view text, char separator);
std::string ascii_lower(std::string_view text);
std::string ascii_upper(std::string_view text);
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

// At most one insertion, deletion, replacement or swap of neighbours apart
// (Damerau-Levenshtein ≤ 1), by bytes of folded text.
bool within_one_typo(std::string_view a, std::string_view b);

}  // namespace waymark
