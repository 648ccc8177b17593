#include "exchange/links.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/lookalike.h"
#include "core/text.h"

namespace waymark::exchange {
namespace {

constexpr auto kConferences = std::to_array<std::string_view>({
    "zoom.us",
    "zoomgov.com",
    "meet.google.com",
    "teams.microsoft.com",
    "teams.live.com",
    "webex.com",
    "goto.com",
    "gotomeeting.com",
    "gotomeet.me",
    "bluejeans.com",
    "discord.gg",
    "discord.com",
    "freeconference.com",
    "freeconferencecall.com",
    "meet.jit.si",
    "meetings.dialpad.com",
    "signal.group",
    "skype.com",
    "zoho.com",
    "horizon.meta.com",
    "maps.secondlife.com",
    "slurl.com",
    "vrchat.com",
});

constexpr auto kHostile = std::to_array<std::string_view>({"javascript:", "data:", "vbscript:"});

// "mailto:x", but not "example.org:8080" nor "example.org/a:b".
bool has_other_scheme(std::string_view text) {
    const auto end = text.find_first_of(":/?#.");
    return end != std::string_view::npos && end > 0 && text[end] == ':';
}

bool could_be_host(std::string_view host) {
    const auto dot = host.find('.');
    return dot != std::string_view::npos && dot > 0 && dot + 1 < host.size() &&
           host.find_first_of("@\\\"<>'%") == std::string_view::npos;
}

std::string_view host_part(std::string_view link) {
    const auto scheme = link.find("://");
    if (scheme == std::string_view::npos) return {};
    const auto rest = link.substr(scheme + 3);
    return rest.substr(0, rest.find_first_of("/?#"));
}

// Letters of other alphabets that look like ours are shown for what they are:
// "zооm.us" in Cyrillic is "xn--zm-fmca.us".
std::optional<std::string> with_plain_host(std::string link) {
    const auto written = host_part(link);
    const bool is_plain =
        std::ranges::all_of(written, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (is_plain) return link;
    const auto host = written.substr(0, written.find(':'));
    const auto ascii = ascii_host(host);
    if (!ascii || !could_be_host(*ascii)) return std::nullopt;
    link.replace(static_cast<std::size_t>(host.data() - link.data()), host.size(), *ascii);
    return link;
}

// Slips of copying: what stands before "http", spaces inside such an address.
std::string without_slips(std::string_view text) {
    auto written = trimmed(text);
    const auto scheme = ascii_lower(written.substr(0, 16)).find("http");
    if (scheme == std::string::npos) return std::string{written};
    const auto before = written.substr(0, scheme);
    const auto is_letter_or_digit = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    if (std::ranges::none_of(before, is_letter_or_digit)) written.remove_prefix(scheme);
    std::string link{written};
    if (link.find("://", 4) <= 5) std::erase(link, ' ');
    return link;
}

}  // namespace

std::optional<std::string> link_of(std::string_view text) {
    const auto written = without_slips(text);
    if (written.empty() || written.find_first_of(" \t\n\r\"<>") != std::string_view::npos) {
        return std::nullopt;
    }
    const auto start = ascii_lower(written.substr(0, 8));
    const bool has_web_scheme = start.starts_with("http://") || start.starts_with("https://");
    if (!has_web_scheme && has_other_scheme(written)) return std::nullopt;
    auto link = has_web_scheme ? written : "https://" + written;
    if (!could_be_host(host_part(link))) return std::nullopt;
    return with_plain_host(std::move(link));
}

std::string host_of(std::string_view link) {
    const auto host = host_part(link);
    return ascii_lower(host.substr(0, host.find(':')));
}

bool is_conference(std::string_view link) {
    const auto host = host_of(link);
    return std::ranges::any_of(kConferences, [&](std::string_view known) {
        if (!host.ends_with(known)) return false;
        return host.size() == known.size() || host[host.size() - known.size() - 1] == '.';
    });
}

bool is_hostile(std::string_view text) {
    const auto start = ascii_lower(trimmed(text).substr(0, 16));
    return std::ranges::any_of(kHostile,
                               [&](std::string_view scheme) { return start.starts_with(scheme); });
}

}  // namespace waymark::exchange
