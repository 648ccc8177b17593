#include "core/reading_age.h"

#include <algorithm>

#include "core/text.h"

namespace waymark {
namespace {

constexpr double kAgeBeforeSchool = 5;

bool is_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0x17F);
}

// Text as its characters; what is no UTF-8 is left out. Enough for Latin script.
std::u32string characters_of(std::string_view text) {
    std::u32string all;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t c = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
            c = (c << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        all += c;
        i += length;
    }
    return all;
}

std::vector<std::u32string> words_in(std::string_view text) {
    std::vector<std::u32string> words(1);
    for (const char32_t c : characters_of(text)) {
        if (is_letter(c)) {
            words.back() += c < 0x80 ? c | 0x20U : (c >= 0xC0 && c <= 0xDE ? c + 0x20 : c);
        } else if (c != U'\'' && c != U'\u2019' && !words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

bool is_one_of(char32_t c, std::u32string_view set) {
    return set.find(c) != set.npos;
}

double english_syllables(const std::u32string& word) {
    int groups = 0;
    bool was_vowel = false;
    for (const char32_t c : word) {
        const bool is_vowel = is_one_of(c, U"aeiouyáéíóúü");
        groups += is_vowel && !was_vowel ? 1 : 0;
        was_vowel = is_vowel;
    }
    if (word.size() > 2 && word.back() == U'e' && groups > 1) --groups;
    return std::max(groups, 1);
}

// Two strong vowels, or an accented weak one beside another, are two syllables;
// y is a vowel at the end of a word alone.
double spanish_syllables(const std::u32string& word) {
    constexpr std::u32string_view kStrong = U"aeoáéóíú";
    int groups = 0;
    char32_t before = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char32_t c = word[i];
        const bool is_vowel = is_one_of(c, U"aeiouáéíóúü") || (c == U'y' && i + 1 == word.size());
        const bool begins = before == 0 || (is_one_of(before, kStrong) && is_one_of(c, kStrong));
        groups += is_vowel && begins ? 1 : 0;
        before = is_vowel ? c : 0;
    }
    return std::max(groups, 1);
}

// A mark that ends a sentence stands before a space or the end: "3.5" has none.
double sentences_in(std::string_view text) {
    int count = 0;
    bool has_word = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        has_word = has_word || c >= 0x80 || is_letter(c) || (c >= '0' && c <= '9');
        const bool is_last = i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n';
        if (has_word && is_last && std::string_view{".?!:;"}.find(text[i]) != text.npos) {
            ++count;
            has_word = false;
        }
    }
    return std::max(count + (has_word ? 1 : 0), 1);
}

}  // namespace

TextCounts count_text(const std::vector<std::string>& texts, std::string_view language) {
    TextCounts counts;
    for (const auto& text : texts) {
        if (trimmed(text).empty()) continue;
        counts.sentences += sentences_in(text);
        for (const auto& word : words_in(text)) {
            counts.words += 1;
            counts.syllables +=
                language == "es" ? spanish_syllables(word) : english_syllables(word);
        }
    }
    return counts;
}

double flesch_kincaid_grade(const TextCounts& c) {
    return 0.39 * c.words / c.sentences + 11.8 * c.syllables / c.words - 15.59;
}

double crawford_grade(const TextCounts& c) {
    return -0.205 * 100 * c.sentences / c.words + 0.049 * 100 * c.syllables / c.words - 3.407;
}

double fernandez_huerta_ease(const TextCounts& c) {
    return 206.84 - 60 * c.syllables / c.words - 1.02 * c.words / c.sentences;
}

double reading_age(const std::vector<std::string>& texts, std::string_view language) {
    const auto counts = count_text(texts, language);
    if (counts.words == 0) return kAgeBeforeSchool;
    const double grade = language == "es" ? crawford_grade(counts) : flesch_kincaid_grade(counts);
    return grade + kAgeBeforeSchool;
}

}  // namespace waymark
