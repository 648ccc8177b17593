#include "locale/language.h"

#include "core/number.h"
#include "core/text.h"

namespace waymark::locale {
namespace {

// Of "es-MX;q=0.8" the 0.8; 1 when none is given, 0 when it cannot be read.
double quality_of(std::string_view range) {
    const auto at = range.find(";");
    if (at == std::string_view::npos) return 1;
    const std::string_view parameter = trimmed(range.substr(at + 1));
    if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) return 1;
    return parse_number<double>(trimmed(parameter.substr(2))).value_or(0);
}

}  // namespace

std::string_view code_of(Language language) {
    return language == Language::spanish ? "es" : "en";
}

std::string_view name_of(Language language) {
    return language == Language::spanish ? "Español" : "English";
}

std::optional<Language> language_of_code(std::string_view code) {
    const std::string primary = ascii_lower(code.substr(0, code.find_first_of("-_")));
    for (const Language language : kLanguages) {
        if (primary == code_of(language)) return language;
    }
    return std::nullopt;
}

Language preferred(std::string_view accept_language) {
    Language best = Language::english;
    double best_quality = 0;
    for (const std::string_view range : split(accept_language, ',')) {
        const auto language = language_of_code(trimmed(range.substr(0, range.find(';'))));
        const double quality = quality_of(range);
        if (!language || quality <= best_quality) continue;
        best = *language;
        best_quality = quality;
    }
    return best;
}

Language choose(std::string_view asked, std::string_view cookie, std::string_view accept_language) {
    if (const auto language = language_of_code(asked)) return *language;
    if (const auto language = language_of_code(cookie)) return *language;
    return preferred(accept_language);
}

}  // namespace waymark::locale
