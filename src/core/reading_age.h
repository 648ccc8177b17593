// How old a reader must be for a text, by published formulas over sentences,
// words and syllables. They see lengths, not meaning: a low age is needed for
// plain words, never enough.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waymark {

struct TextCounts {
    double sentences = 0, words = 0, syllables = 0;
};

// Each text is one sentence at least; . ? ! : and ; end one. Digits are no
// words. Syllables are estimated: groups of vowels, in English without a silent
// last e, in Spanish with hiatus ("dí-a", "le-er").
TextCounts count_text(const std::vector<std::string>& texts, std::string_view language);

// English, US school grade: Kincaid, Fishburne, Rogers and Chissom, 1975.
double flesch_kincaid_grade(const TextCounts& counts);
// Spanish, years of school: Crawford, 1984 and 1989.
double crawford_grade(const TextCounts& counts);
// Spanish, 0 to 100, more is easier, 60 to 70 is "normal": Fernández Huerta,
// 1959, as corrected by Law, 2011.
double fernandez_huerta_ease(const TextCounts& counts);

// Years of age: the grade of the language's formula (Crawford's for "es",
// Flesch-Kincaid's else) and 5.
double reading_age(const std::vector<std::string>& texts, std::string_view language);

}  // namespace waymark
