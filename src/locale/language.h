// The languages people may read Waymark in, and how one is chosen for a page:
// by the address (?language=es), else by the reader's own earlier choice (a cookie
// set only then), else by what the browser asks for. Never by where they are.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace waymark::locale {

enum class Language : std::uint8_t { english, spanish };

inline constexpr std::array kLanguages{Language::english, Language::spanish};

std::string_view code_of(Language language);  // "en", "es": BCP 47
std::string_view name_of(Language language);  // "English", "Español": in itself

// "es", "es-MX", "ES_mx"; nothing for a language we do not have.
std::optional<Language> language_of_code(std::string_view code);

// The best of ours by an Accept-Language header (RFC 9110 §12.5.4): the highest
// quality, the earlier of equals. English when it names none of ours.
Language preferred(std::string_view accept_language);

// The first of the three that names a language of ours.
Language choose(std::string_view asked, std::string_view cookie, std::string_view accept_language);

}  // namespace waymark::locale
