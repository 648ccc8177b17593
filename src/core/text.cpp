#include "core/text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <stdexcept>

namespace waymark {
namespace {

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_word_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

void add_space(std::string& out) {
    if (!out.empty() && out.back() != ' ') out.push_back(' ');
}

std::string without_last_space(std::string text) {
    if (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

std::string fold_ascii(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        const char folded = lower(c);
        if (is_word_char(folded)) {
            out.push_back(folded);
        } else if (c != '\'') {
            add_space(out);
        }
    }
    return without_last_space(std::move(out));
}

const icu::Normalizer2& folding_normalizer() {
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFKD data");
    return *normalizer;
}

// Past the eights of ASCII bytes that begin at `at`: most text is nothing else.
std::int32_t ascii_words(std::string_view text, std::int32_t at) {
    constexpr std::uint64_t kHighBits = 0x8080808080808080;
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::uint64_t word = 0; size - at >= 8; at += 8) {
        std::memcpy(&word, text.data() + at, sizeof word);
        if ((word & kHighBits) != 0) break;
    }
    return at;
}

// The code point at `at`, which moves past it; negative where the bytes are not UTF-8.
UChar32 next_code_point(std::string_view text, std::int32_t& at) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    UChar32 c = 0;
    U8_NEXT(bytes, at, static_cast<std::int32_t>(text.size()), c);
    return c;
}

bool is_hidden(UChar32 c) {
    if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
    return (c >= 0x7f && c <= 0x9f) || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2064) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xfeff || c == 0xad;
}

}  // namespace

std::string fold(std::string_view text) {
    if (is_ascii(text)) return fold_ascii(text);
    UErrorCode status = U_ZERO_ERROR;
    const auto source = icu::UnicodeString::fromUTF8(
        icu::StringPiece{text.data(), static_cast<std::int32_t>(text.size())});
    icu::UnicodeString decomposed = folding_normalizer().normalize(source, status);
    decomposed.foldCase();
    std::string out;
    icu::UnicodeString kept;
    for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        const UChar32 c = decomposed.char32At(i);
        const auto type = u_charType(c);
        if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK) continue;
        if (u_isalnum(c) || type == U_COMBINING_SPACING_MARK) {
            kept.append(c);
        } else if (c != '\'' && c != 0x2019 && !kept.isEmpty() &&
                   kept.charAt(kept.length() - 1) != u' ') {
            kept.append(u' ');
        }
    }
    kept.toUTF8String(out);
    return without_last_space(std::move(out));
}

std::vector<std::string_view> words_of(std::string_view folded) {
    auto words = split(folded, ' ');
    std::erase_if(words, [](std::string_view word) { return word.empty(); });
    return words;
}

bool is_utf8(std::string_view text) {
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t i = ascii_words(text, 0); i < size; i = ascii_words(text, i)) {
        if (next_code_point(text, i) < 0) return false;
    }
    return true;
}

std::string without_hidden(std::string_view text, std::size_t* removed) {
    std::string out;
    out.reserve(text.size());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t i = 0; i < size;) {
        const auto start = i;
        const UChar32 c = next_code_point(text, i);
        if (c >= 0 && !is_hidden(c)) {
            out.append(
                text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(i - start)));
        } else if (removed != nullptr) {
            ++*removed;
        }
    }
    return out;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kNbsp = "\xc2\xa0";
    const auto is_space = [](char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
    };
    while (!text.empty()) {
        if (is_space(text.front()))
            text.remove_prefix(1);
        else if (text.starts_with(kNbsp))
            text.remove_prefix(2);
        else
            break;
    }
    while (!text.empty()) {
        if (is_space(text.back()))
            text.remove_suffix(1);
        else if (text.ends_with(kNbsp))
            text.remove_suffix(2);
        else
            break;
    }
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    while (true) {
        const auto end = text.find(separator, begin);
        parts.push_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
        if (end == std::string_view::npos) return parts;
        begin = end + 1;
    }
}

std::string ascii_lower(std::string_view text) {
    std::string out{text};
    std::ranges::transform(out, out.begin(), lower);
    return out;
}

std::string ascii_upper(std::string_view text) {
    std::string out{text};
    std::ranges::transform(out, out.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return out;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const auto& part : parts) {
        if (!out.empty()) out.append(separator);
        out.append(part);
    }
    return out;
}

bool within_one_typo(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    std::size_t same = 0;
    while (same < a.size() && a[same] == b[same])
        ++same;
    if (same == a.size()) return true;
    const auto rest_a = a.substr(same);
    const auto rest_b = b.substr(same);
    if (a.size() != b.size()) return rest_a == rest_b.substr(1);
    if (rest_a.substr(1) == rest_b.substr(1)) return true;
    return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
           rest_a.substr(2) == rest_b.substr(2);
}

}  // namespace waymark
