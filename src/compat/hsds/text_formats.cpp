#include "compat/hsds/text_formats.h"

#include <algorithm>
#include <string>

#include "core/text.h"

namespace waymark::compat::hsds {
namespace {

constexpr std::size_t kLabelLettersMax = 63;

bool is_alnum(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_among(char c, std::string_view marks) {
    return marks.find(c) != marks.npos;
}

// Letters, digits and `marks`; a percent sign only before two digits.
bool is_written_in(std::string_view text, std::string_view marks) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            if (!is_alnum(text[at]) && !is_among(text[at], marks)) return false;
        } else if (at + 2 >= text.size() || !is_hex(text[at + 1]) || !is_hex(text[at + 2])) {
            return false;
        }
    }
    return true;
}

bool is_host(std::string_view host) {
    const auto labels = split(host, '.');
    return std::ranges::all_of(labels, [](std::string_view label) {
        return !label.empty() && label.size() <= kLabelLettersMax && is_alnum(label.front()) &&
               is_alnum(label.back()) &&
               std::ranges::all_of(label, [](char c) { return is_alnum(c) || c == '-'; });
    });
}

bool is_port(std::string_view port) {
    return port.size() <= 5 &&
           std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool is_link(std::string_view text) {
    const auto scheme = ascii_lower(text.substr(0, 8));
    if (scheme == "https://")
        text.remove_prefix(8);
    else if (scheme.starts_with("http://"))
        text.remove_prefix(7);
    else
        return false;
    const auto end = text.find_first_of("/?#");
    const auto authority = text.substr(0, end);
    const auto colon = authority.find(':');
    if (!is_host(authority.substr(0, colon))) return false;
    if (colon != authority.npos && !is_port(authority.substr(colon + 1))) return false;
    const auto rest = end == text.npos ? std::string_view{} : text.substr(end);
    const auto hash = rest.find('#');
    constexpr std::string_view kMarks = "-._~!$&'()*+,;=:@/?";
    return is_written_in(rest.substr(0, hash), kMarks) &&
           (hash == rest.npos || is_written_in(rest.substr(hash + 1), kMarks));
}

bool is_email(std::string_view text) {
    const auto at = text.find('@');
    if (at == text.npos) return false;
    const auto parts = split(text.substr(0, at), '.');
    const bool is_name = std::ranges::all_of(parts, [](std::string_view part) {
        return !part.empty() && std::ranges::all_of(part, [](char c) {
            return is_alnum(c) || is_among(c, "!#$%&'*+/=?^_`{|}~-");
        });
    });
    const auto host = text.substr(at + 1);
    return is_name && host.find('.') != host.npos && is_host(host);
}

}  // namespace waymark::compat::hsds
