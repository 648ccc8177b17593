#include "paper/ansi.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace waymark::paper {
namespace {

// 0x80 to 0x9f; 0 where the code page has nothing.
constexpr std::array<char32_t, 32> kUpper{
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

constexpr char32_t kBroken = 0xfffd;

// Takes one character off the front; kBroken and one byte where it is no UTF-8.
char32_t take(std::string_view& text) {
    const auto lead = static_cast<unsigned char>(text.front());
    text.remove_prefix(1);
    if (lead < 0x80) return lead;
    const std::size_t more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    if (lead < 0xc2 || lead > 0xf4 || text.size() < more) return kBroken;
    char32_t code = lead & (0x3fU >> more);
    for (std::size_t i = 0; i < more; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xc0U) != 0x80U) return kBroken;
        code = (code << 6U) | (next & 0x3fU);
    }
    text.remove_prefix(more);
    return code;
}

bool is_unseen(char32_t code) {
    return (code < 0x20 && code != '\n') || code == 0x7f || code == 0xad ||
           (code >= 0x200b && code <= 0x200f) || code == 0x2060 || code == 0xfeff ||
           (code >= 0xfe00 && code <= 0xfe0f);
}

char ansi_of(char32_t code) {
    if (code == '\n' || (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff))
        return static_cast<char>(code);
    if (code == 0x202f || code == 0x2007) return static_cast<char>(0xa0);
    if (code >= 0x2000 && code <= 0x200a) return ' ';
    if (code == 0x2010 || code == 0x2011 || code == 0x2212) return '-';
    const auto* found = std::ranges::find(kUpper, code);
    return found == kUpper.end() ? '?' : static_cast<char>(0x80 + (found - kUpper.begin()));
}

}  // namespace

std::string to_ansi(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    while (!utf8.empty()) {
        const char32_t code = take(utf8);
        if (code == '\t') {
            out += ' ';
        } else if (!is_unseen(code)) {
            out += ansi_of(code);
        }
    }
    return out;
}

}  // namespace waymark::paper
