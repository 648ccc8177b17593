#include "core/lookalike.h"

#include <unicode/idna.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <memory>
#include <stdexcept>

namespace waymark {
namespace {

icu::UnicodeString utf16(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece{text.data(), static_cast<std::int32_t>(text.size())});
}

// 0 for a script whose letters nobody takes for those of another.
unsigned mark_of(UScriptCode script) {
    switch (script) {
        case USCRIPT_LATIN:
            return 1;
        case USCRIPT_GREEK:
            return 2;
        case USCRIPT_CYRILLIC:
            return 4;
        case USCRIPT_ARMENIAN:
            return 8;
        case USCRIPT_CHEROKEE:
            return 16;
        default:
            return 0;
    }
}

const icu::IDNA& idna() {
    static const std::unique_ptr<const icu::IDNA> kIdna = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<const icu::IDNA> made{icu::IDNA::createUTS46Instance(
            UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ, status)};
        if (U_FAILURE(status)) throw std::runtime_error("ICU has no IDNA data");
        return made;
    }();
    return *kIdna;
}

}  // namespace

bool mixes_scripts(std::string_view text) {
    const auto letters = utf16(text);
    unsigned in_word = 0;
    for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
        const UChar32 c = letters.char32At(i);
        if (!u_isalpha(c)) {
            in_word = 0;
            continue;
        }
        UErrorCode status = U_ZERO_ERROR;
        in_word |= mark_of(uscript_getScript(c, &status));
        if ((in_word & (in_word - 1)) != 0) return true;
    }
    return false;
}

std::optional<std::string> ascii_host(std::string_view host) {
    icu::UnicodeString ascii;
    icu::IDNAInfo info;
    UErrorCode status = U_ZERO_ERROR;
    idna().nameToASCII(utf16(host), ascii, info, status);
    if (U_FAILURE(status) || info.hasErrors()) return std::nullopt;
    std::string out;
    ascii.toUTF8String(out);
    return out;
}

}  // namespace waymark
