#include "importers/fetch/url.h"

#include <curl/curl.h>

#include <memory>

#include "core/number.h"
#include "core/text.h"

namespace waymark::importers {
namespace {

constexpr std::size_t kUrlBytesMax = 2048;

struct UrlCleanup {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, UrlCleanup>;

std::string part_of(const Url& url, CURLUPart part, unsigned flags = 0) {
    char* text = nullptr;
    if (curl_url_get(url.get(), part, &text, flags) != CURLUE_OK) return {};
    std::string out{text};
    curl_free(text);
    return out;
}

std::string without_brackets(std::string host) {
    if (host.starts_with('[') && host.ends_with(']')) return host.substr(1, host.size() - 2);
    return host;
}

}  // namespace

Result<FeedUrl> parse_feed_url(const std::string& text) {
    const auto not_an_address = [] {
        return invalid_input("url", "This is not a web address. It begins with https://.");
    };
    if (text.size() > kUrlBytesMax) return not_an_address();
    const Url url{curl_url()};
    if (curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK) {
        return not_an_address();
    }
    FeedUrl out{.scheme = ascii_lower(part_of(url, CURLUPART_SCHEME))};
    if (out.scheme != "https" && out.scheme != "http") return not_an_address();
    if (!part_of(url, CURLUPART_USER).empty() || !part_of(url, CURLUPART_PASSWORD).empty()) {
        return invalid_input("url", "Leave the user name and password out of the address.");
    }
    if (!part_of(url, CURLUPART_ZONEID).empty()) return not_an_address();
    const std::string host = ascii_lower(part_of(url, CURLUPART_HOST, CURLU_PUNYCODE));
    if (host.empty()) return not_an_address();
    curl_url_set(url.get(), CURLUPART_HOST, host.c_str(), 0);
    curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
    out.host = without_brackets(host);
    out.port = parse_number<int>(part_of(url, CURLUPART_PORT, CURLU_DEFAULT_PORT)).value_or(0);
    out.text = part_of(url, CURLUPART_URL);
    return out;
}

bool is_same_origin(const FeedUrl& a, const FeedUrl& b) {
    return a.scheme == b.scheme && a.host == b.host && a.port == b.port;
}

}  // namespace waymark::importers
