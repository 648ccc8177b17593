#include "http/headers.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "core/text.h"

namespace waymark::http {
namespace {

struct Line {
    std::string_view name;
    std::string_view value;
};

constexpr std::array kAlways{
    Line{"Content-Security-Policy",
         "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
         "font-src 'self'; connect-src 'self'; media-src 'self' blob:; worker-src 'self'; "
         "manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; "
         "frame-ancestors 'none'"},
    Line{"Referrer-Policy", "no-referrer"},
    Line{"X-Content-Type-Options", "nosniff"},
    Line{"X-Frame-Options", "DENY"},
    Line{"Cross-Origin-Opener-Policy", "same-origin"},
    Line{"X-DNS-Prefetch-Control", "off"},
    Line{"Permissions-Policy",
         "geolocation=(self), camera=(self), microphone=(self), browsing-topics=(), "
         "interest-cohort=(), payment=(), usb=()"},
};
constexpr Line kOverTls{"Strict-Transport-Security", "max-age=31536000; includeSubDomains"};
constexpr Line kOurs{"Cross-Origin-Resource-Policy", "same-origin"};
constexpr Line kAnybodys{"Cross-Origin-Resource-Policy", "cross-origin"};
constexpr Line kReadableByAll{"Access-Control-Allow-Origin", "*"};

std::string_view cache_control(Keep keep) {
    switch (keep) {
        case Keep::revalidate:
            return "no-cache";
        case Keep::forever:
            return "public, max-age=31536000, immutable";
        case Keep::never:
            break;
    }
    return "no-store";
}

// What a kept answer depends on, so that no cache gives it to the wrong reader.
std::string_view vary(Keep keep) {
    return keep == Keep::revalidate ? "Accept-Encoding, Accept-Language, Cookie"
                                    : "Accept-Encoding";
}

bool names(const Fields& fields, std::string_view name) {
    return std::ranges::any_of(fields, [&](const auto& field) {
        return field.first.size() == name.size() && ascii_lower(field.first) == ascii_lower(name);
    });
}

void append(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append("\r\n");
}

void check(const Fields::value_type& field) {
    const auto breaks_out = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
    const bool is_name_broken = field.first.empty() || field.first.find(':') != field.first.npos ||
                                std::ranges::any_of(field.first, breaks_out);
    if (is_name_broken || std::ranges::any_of(field.second, breaks_out)) {
        throw std::logic_error("a header that would break out of its line");
    }
}

}  // namespace

void append_headers(std::string& out, const Response& response, Transport transport) {
    const auto standing = [&](const Line& line) {
        if (!names(response.headers, line.name)) append(out, line.name, line.value);
    };
    if (!response.content_type.empty()) standing({"Content-Type", response.content_type});
    for (const Line& line : kAlways)
        standing(line);
    if (transport == Transport::tls) standing(kOverTls);
    standing(response.is_open_to_other_origins ? kAnybodys : kOurs);
    if (response.is_open_to_other_origins) standing(kReadableByAll);
    standing({"Cache-Control", cache_control(response.keep)});
    standing({"Vary", vary(response.keep)});
    for (const auto& field : response.headers) {
        check(field);
        append(out, field.first, field.second);
    }
}

}  // namespace waymark::http
