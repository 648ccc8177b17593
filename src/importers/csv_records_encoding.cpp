#include "importers/csv_records_encoding.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace waymark::importers {
namespace {

// Code points of the bytes 0x80 … 0x9f.
constexpr std::array<char32_t, 32> kWindowsBytes{
    0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8d,   0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};

// All of them are below U+3000: at most three bytes.
void append_utf8(std::string& out, char32_t c) {
    if (c < 0x80) {
        out.push_back(static_cast<char>(c));
        return;
    }
    if (c < 0x800) {
        out.push_back(static_cast<char>(0xc0 | (c >> 6)));
    } else {
        out.push_back(static_cast<char>(0xe0 | (c >> 12)));
        out.push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3f)));
    }
    out.push_back(static_cast<char>(0x80 | (c & 0x3f)));
}

}  // namespace

bool is_ascii(std::string_view bytes) {
    return std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string from_windows_1252(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char byte : bytes) {
        const char32_t c = static_cast<unsigned char>(byte);
        append_utf8(out, c >= 0x80 && c < 0xa0 ? kWindowsBytes[c - 0x80] : c);
    }
    return out;
}

char separator_of(std::string_view header_line) {
    constexpr std::string_view kSeparators = ",;\t";
    std::array<std::size_t, kSeparators.size()> counts{};
    bool is_quoted = false;
    for (const char byte : header_line) {
        if (byte == '"') is_quoted = !is_quoted;
        if (is_quoted) continue;
        if (byte == '\n' || byte == '\r') break;
        const auto which = kSeparators.find(byte);
        if (which != std::string_view::npos) ++counts[which];
    }
    const auto most = std::ranges::max_element(counts);
    return kSeparators[static_cast<std::size_t>(most - counts.begin())];
}

}  // namespace waymark::importers
