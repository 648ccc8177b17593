#include "html/plain_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "core/bytes.h"
#include "core/text.h"

namespace waymark::html {
namespace {

constexpr std::string_view kNoBreakSpace = "\xc2\xa0";
constexpr std::string_view kReplacement = "\xef\xbf\xbd";
constexpr std::size_t kEntityMax = 12;
constexpr std::size_t kTagMax = 4096;  // A '<' with no '>' so far on is no tag.

struct Named {
    std::string_view name;
    char32_t code;
};

// Sorted. The ones that editors and WordPress make, and Latin letters.
constexpr auto kNamed = std::to_array<Named>({
    {"AElig", 0xc6},   {"Aacute", 0xc1},   {"Acirc", 0xc2},   {"Agrave", 0xc0},  {"Aring", 0xc5},
    {"Atilde", 0xc3},  {"Auml", 0xc4},     {"Ccedil", 0xc7},  {"Eacute", 0xc9},  {"Ecirc", 0xca},
    {"Egrave", 0xc8},  {"Euml", 0xcb},     {"Iacute", 0xcd},  {"Ntilde", 0xd1},  {"Oacute", 0xd3},
    {"Ocirc", 0xd4},   {"Oslash", 0xd8},   {"Ouml", 0xd6},    {"Uacute", 0xda},  {"Uuml", 0xdc},
    {"aacute", 0xe1},  {"acirc", 0xe2},    {"aelig", 0xe6},   {"agrave", 0xe0},  {"amp", '&'},
    {"apos", '\''},    {"aring", 0xe5},    {"atilde", 0xe3},  {"auml", 0xe4},    {"bull", 0x2022},
    {"ccedil", 0xe7},  {"cent", 0xa2},     {"copy", 0xa9},    {"deg", 0xb0},     {"eacute", 0xe9},
    {"ecirc", 0xea},   {"egrave", 0xe8},   {"euml", 0xeb},    {"euro", 0x20ac},  {"frac12", 0xbd},
    {"gt", '>'},       {"hellip", 0x2026}, {"iacute", 0xed},  {"icirc", 0xee},   {"iexcl", 0xa1},
    {"igrave", 0xec},  {"iquest", 0xbf},   {"iuml", 0xef},    {"laquo", 0xab},   {"ldquo", 0x201c},
    {"lsquo", 0x2018}, {"lt", '<'},        {"mdash", 0x2014}, {"middot", 0xb7},  {"nbsp", ' '},
    {"ndash", 0x2013}, {"ntilde", 0xf1},   {"oacute", 0xf3},  {"ocirc", 0xf4},   {"ograve", 0xf2},
    {"ordf", 0xaa},    {"ordm", 0xba},     {"oslash", 0xf8},  {"otilde", 0xf5},  {"ouml", 0xf6},
    {"pound", 0xa3},   {"quot", '"'},      {"raquo", 0xbb},   {"rdquo", 0x201d}, {"reg", 0xae},
    {"rsquo", 0x2019}, {"szlig", 0xdf},    {"trade", 0x2122}, {"uacute", 0xfa},  {"ucirc", 0xfb},
    {"ugrave", 0xf9},  {"uuml", 0xfc},     {"yacute", 0xfd},
});
static_assert(std::ranges::is_sorted(kNamed, {}, &Named::name));

void append_utf8(std::string& out, char32_t code) {
    const auto byte = [&](std::uint32_t value) { out.push_back(static_cast<char>(value)); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xc0 | (code >> 6));
        byte(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        byte(0xe0 | (code >> 12));
        byte(0x80 | ((code >> 6) & 0x3f));
        byte(0x80 | (code & 0x3f));
    } else {
        byte(0xf0 | (code >> 18));
        byte(0x80 | ((code >> 12) & 0x3f));
        byte(0x80 | ((code >> 6) & 0x3f));
        byte(0x80 | (code & 0x3f));
    }
}

bool is_shown(char32_t code) {
    const bool is_surrogate = code >= 0xd800 && code <= 0xdfff;
    const bool is_control =
        (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7f && code <= 0x9f);
    return code <= 0x10ffff && !is_surrogate && !is_control && code != 0xfffd;
}

std::optional<char32_t> numeric(std::string_view digits) {
    int base = 10;
    if (!digits.empty() && (digits.front() == 'x' || digits.front() == 'X')) {
        digits.remove_prefix(1);
        base = 16;
    }
    std::uint32_t code = 0;
    const auto* last = digits.data() + digits.size();
    const auto [end, error] = std::from_chars(digits.data(), last, code, base);
    if (error != std::errc{} || end != last) return std::nullopt;
    return static_cast<char32_t>(code);
}

// Appends what the entity at the start of `rest` stands for; how long it was,
// or 0 when there is none.
std::size_t take_entity(std::string_view rest, std::string& out) {
    const auto end = rest.substr(0, kEntityMax).find(';');
    if (end == std::string_view::npos || end < 2) return 0;
    const auto body = rest.substr(1, end - 1);
    if (body.front() == '#') {
        const auto code = numeric(body.substr(1));
        if (!code) return 0;
        if (*code == 0xa0)
            out.push_back(' ');
        else if (is_shown(*code))
            append_utf8(out, *code);
        return end + 1;
    }
    const auto found = std::ranges::lower_bound(kNamed, body, {}, &Named::name);
    if (found == kNamed.end() || found->name != body) return 0;
    append_utf8(out, found->code);
    return end + 1;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// How long the tag or comment at the start of `rest` is; 0 when there is none.
std::size_t tag_length(std::string_view rest) {
    if (rest.starts_with("<!--")) {
        const auto end = rest.find("-->");
        return end == std::string_view::npos ? rest.size() : end + 3;
    }
    if (rest.size() < 3 || !(is_letter(rest[1]) || rest[1] == '/' || rest[1] == '!')) return 0;
    const auto end = rest.substr(0, kTagMax).find('>');
    return end == std::string_view::npos ? 0 : end + 1;
}

std::string tag_name(std::string_view tag) {
    std::size_t at = 1;
    while (at < tag.size() &&
           (is_letter(tag[at]) || tag[at] == '/' || (tag[at] >= '0' && tag[at] <= '9'))) {
        ++at;
        if (tag[at - 1] == '/' && at > 2) return ascii_lower(tag.substr(1, at - 2));
    }
    return ascii_lower(tag.substr(1, at - 1));
}

bool ends_a_line(std::string_view name) {
    return name == "br" || name == "/p" || name == "/div" || name == "/li" || name == "/tr" ||
           name == "/h1" || name == "/h2" || name == "/h3" || name == "/h4";
}

// Where what stands after the element that opens at `begin` starts.
std::size_t after_element(std::string_view text, std::size_t begin, const std::string& name) {
    for (auto at = text.find("</", begin); at != std::string_view::npos;
         at = text.find("</", at + 2)) {
        if (ascii_lower(text.substr(at + 2, name.size())) == name) {
            const auto end = text.find('>', at);
            return end == std::string_view::npos ? text.size() : end + 1;
        }
    }
    return text.size();
}

std::size_t after_tag(std::string_view text, std::size_t begin, std::size_t length,
                      std::string& out) {
    const auto name = tag_name(text.substr(begin, length));
    if (name == "script" || name == "style") return after_element(text, begin, name);
    if (ends_a_line(name)) {
        out.push_back('\n');
        // Editors write a line end after the tag too: one is meant.
        if (begin + length < text.size() && text[begin + length] == '\n') return begin + length + 1;
    }
    return begin + length;
}

bool is_plain(std::string_view text) {
    return !any_byte(text, [](std::uint8_t byte) {
        return (byte == '<') | (byte == '&') | (byte == '\r') | (byte == 0xef) | (byte == 0xc2);
    });
}

}  // namespace

std::string plain_text(std::string_view text) {
    if (is_plain(text)) return std::string{trimmed(text)};
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto rest = text.substr(at);
        const char c = rest.front();
        if (const auto length = c == '<' ? tag_length(rest) : 0; length != 0) {
            at = after_tag(text, at, length, out);
        } else if (const auto entity = c == '&' ? take_entity(rest, out) : 0; entity != 0) {
            at += entity;
        } else if (rest.starts_with(kNoBreakSpace)) {
            out.push_back(' ');
            at += kNoBreakSpace.size();
        } else if (rest.starts_with(kReplacement)) {
            at += kReplacement.size();
        } else if (c == '\r') {
            if (!rest.starts_with("\r\n")) out.push_back('\n');
            ++at;
        } else {
            out.push_back(c);
            ++at;
        }
    }
    return std::string{trimmed(out)};
}

}  // namespace waymark::html
