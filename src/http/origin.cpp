#include "http/origin.h"

#include "core/text.h"

namespace waymark::http {

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

}  // namespace waymark::http
