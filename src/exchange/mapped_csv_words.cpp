// The values of mapped_csv_values.h that are words.
#include <algorithm>
#include <array>
#include <utility>

#include "core/number.h"
#include "core/text.h"
#include "exchange/mapped_csv_values.h"

namespace waymark::exchange {
namespace {

using directory::Fellowship;
using directory::VenueKind;
using Words = std::pair<std::string_view, std::string_view>;

template <class Table>
auto found_in(const Table& table, std::string_view key)
    -> std::optional<decltype(table[0].second)> {
    for (const auto& [word, meaning] : table) {
        if (word == key) return meaning;
    }
    return std::nullopt;
}

// Folded names and three-letter codes. A tag of two letters is taken as it is.
constexpr auto kLanguages = std::to_array<Words>({
    {"english", "en"},
    {"eng", "en"},
    {"ingles", "en"},
    {"spanish", "es"},
    {"espanol", "es"},
    {"castellano", "es"},
    {"spa", "es"},
    {"french", "fr"},
    {"francais", "fr"},
    {"frances", "fr"},
    {"fra", "fr"},
    {"portuguese", "pt"},
    {"portugues", "pt"},
    {"por", "pt"},
    {"german", "de"},
    {"deutsch", "de"},
    {"italian", "it"},
    {"italiano", "it"},
    {"dutch", "nl"},
    {"nederlands", "nl"},
    {"polish", "pl"},
    {"polski", "pl"},
    {"russian", "ru"},
    {"ukrainian", "uk"},
    {"arabic", "ar"},
    {"farsi", "fa"},
    {"persian", "fa"},
    {"hebrew", "he"},
    {"hindi", "hi"},
    {"punjabi", "pa"},
    {"urdu", "ur"},
    {"bengali", "bn"},
    {"japanese", "ja"},
    {"korean", "ko"},
    {"chinese", "zh"},
    {"mandarin", "zh"},
    {"cantonese", "yue"},
    {"vietnamese", "vi"},
    {"tagalog", "tl"},
    {"greek", "el"},
    {"turkish", "tr"},
    {"swedish", "sv"},
    {"danish", "da"},
    {"norwegian", "no"},
    {"finnish", "fi"},
    {"czech", "cs"},
    {"slovak", "sk"},
    {"hungarian", "hu"},
    {"romanian", "ro"},
    {"lithuanian", "lt"},
    {"welsh", "cy"},
    {"irish", "ga"},
    {"haitian creole", "ht"},
    {"creole", "ht"},
    {"amharic", "am"},
    {"somali", "so"},
    {"american sign language", "ase"},
    {"asl", "ase"},
    {"british sign language", "bfi"},
    {"bsl", "bfi"},
});

constexpr auto kVenues = std::to_array<std::pair<std::string_view, VenueKind>>({
    {"in person", VenueKind::in_person},
    {"physical", VenueKind::in_person},
    {"face to face", VenueKind::in_person},
    {"f2f", VenueKind::in_person},
    {"presencial", VenueKind::in_person},
    {"online", VenueKind::online},
    {"virtual", VenueKind::online},
    {"zoom", VenueKind::online},
    {"phone", VenueKind::online},
    {"en linea", VenueKind::online},
    {"hybrid", VenueKind::hybrid},
    {"hibrida", VenueKind::hybrid},
    {"hibrido", VenueKind::hybrid},
    {"mixta", VenueKind::hybrid},
    {"temporarily online", VenueKind::temporarily_online},
    {"by appointment", VenueKind::by_appointment},
    {"con cita", VenueKind::by_appointment},
    {"inactive", VenueKind::suspended},
    {"suspended", VenueKind::suspended},
    {"closed", VenueKind::suspended},
    {"suspendida", VenueKind::suspended},
});

constexpr auto kYesAndNo = std::to_array<std::pair<std::string_view, bool>>({
    {"yes", true},
    {"y", true},
    {"true", true},
    {"t", true},
    {"1", true},
    {"x", true},
    {"si", true},
    {"s", true},
    {"verdadero", true},
    {"no", false},
    {"n", false},
    {"false", false},
    {"f", false},
    {"0", false},
    {"falso", false},
});

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "es", "pt-BR".
bool is_language_tag(std::string_view text) {
    if (text.size() != 2 && !(text.size() == 5 && (text[2] == '-' || text[2] == '_'))) return false;
    return is_letter(text[0]) && is_letter(text[1]) &&
           (text.size() == 2 || (is_letter(text[3]) && is_letter(text[4])));
}

}  // namespace

std::optional<bool> yes_in_cell(std::string_view text) {
    return found_in(kYesAndNo, fold(text));
}

std::optional<VenueKind> venue_in_cell(std::string_view text) {
    if (const auto own = directory::venue_of_code(ascii_lower(trimmed(text)))) return own;
    return found_in(kVenues, fold(text));
}

std::optional<Fellowship> fellowship_in_cell(std::string_view text) {
    const std::string said = fold(text);
    if (said.empty()) return std::nullopt;
    for (const auto& fellowship : directory::fellowships()) {
        if (said == fold(fellowship.code) || said == fold(fellowship.short_name) ||
            said == fold(fellowship.name)) {
            return fellowship.fellowship;
        }
    }
    return std::nullopt;
}

std::optional<std::string> language_in_cell(std::string_view text) {
    const auto said = trimmed(text);
    if (is_language_tag(said)) {
        std::string tag = ascii_lower(said.substr(0, 2));
        if (said.size() == 5) tag += "-" + ascii_upper(said.substr(3));
        return tag;
    }
    const auto tag = found_in(kLanguages, fold(said));
    if (!tag) return std::nullopt;
    return std::string{*tag};
}

std::optional<double> degrees_in_cell(std::string_view text) {
    std::string said{trimmed(text)};
    if (said.find('.') == std::string::npos) std::ranges::replace(said, ',', '.');
    return parse_number<double>(said);
}

std::vector<std::string> parts_of_cell(std::string_view text, std::string_view separators) {
    std::vector<std::string> parts;
    while (true) {
        const auto end = text.find_first_of(separators);
        const auto part = trimmed(text.substr(0, end));
        if (!part.empty()) parts.emplace_back(part);
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

}  // namespace waymark::exchange
