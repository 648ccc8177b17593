#include "http/origin.h"

#include <algorithm>

#include "core/text.h"

namespace waymark::http {
namespace {

bool is_host_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == ':' || c == '[' || c == ']';
}

}  // namespace

bool is_sent_by_us(const Request& request) {
    if (request.method != Method::post) return true;

    const std::string_view site = request.header("sec-fetch-site");
    if (!site.empty() && site != "same-origin" && site != "none") return false;

    const std::string_view origin = request.header("origin");
    if (origin.empty()) return true;
    if (origin == "null") return !site.empty();
    // The scheme may differ from ours behind a proxy that speaks TLS for us.
    const std::size_t scheme = origin.find("://");
    if (scheme == origin.npos) return false;
    return ascii_lower(origin.substr(scheme + 3)) == ascii_lower(request.header("host"));
}

std::string own_origin(const Request& request) {
    const auto host = request.header("host");
    const bool is_host = !host.empty() && std::ranges::all_of(host, is_host_character);
    return std::string{request.is_secure ? "https://" : "http://"}.append(is_host ? host
                                                                                  : "localhost");
}

}  // namespace waymark::http
