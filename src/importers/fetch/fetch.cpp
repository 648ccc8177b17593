#include "importers/fetch/fetch.h"

#include <algorithm>
#include <chrono>
#include <string_view>
#include <utility>

#include "importers/fetch/resolve.h"
#include "importers/fetch/transfer.h"
#include "importers/fetch/url.h"

namespace waymark::importers {
namespace {

tl::unexpected<Error> refused_status(int status) {
    switch (status) {
        case 401:
        case 403:
            return fail(ErrorKind::unavailable,
                        "The server wants a key or a password for this feed.");
        case 404:
        case 410:
            return fail(ErrorKind::unavailable, "The server has nothing at this address.");
        case 429:
        case 503:
            return fail(ErrorKind::unavailable, "The server is too busy. Try again later.");
        default:
            return status >= 500
                       ? fail(ErrorKind::unavailable, "The server has a fault. Try again later.")
                       : fail(ErrorKind::unavailable, "The server did not answer with a feed.");
    }
}

bool is_web_page(std::string_view body) {
    if (body.starts_with("\xef\xbb\xbf")) body.remove_prefix(3);
    const auto first = body.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && body[first] == '<';
}

Result<FeedUrl> redirected(const FeedUrl& from, const std::string& location) {
    const auto to = parse_feed_url(location);
    if (!to || !is_same_origin(from, *to)) {
        return fail(
            ErrorKind::unavailable,
            "The server sends us on to another address. If you trust it, use that address.");
    }
    return *to;
}

// The same rules, with the time that all requests together have left; at least
// a moment of it, since libcurl takes none for no limit.
FetchRules until(std::chrono::steady_clock::time_point deadline, FetchRules rules) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    rules.total_time = std::max(left, std::chrono::milliseconds{1});
    return rules;
}

Result<Fetched> fetched_from(Answer answer, const Validators& held) {
    const bool has_copy = !held.etag.empty() || !held.last_modified.empty();
    if (answer.status == 304 && has_copy) {
        return Fetched{.not_modified = true,
                       .etag = answer.etag.empty() ? held.etag : std::move(answer.etag),
                       .last_modified = answer.last_modified.empty()
                                            ? held.last_modified
                                            : std::move(answer.last_modified),
                       .status = answer.status};
    }
    if (answer.status != 200) return refused_status(answer.status);
    if (is_web_page(answer.body)) {
        return fail(ErrorKind::unreadable, "The server answered with a web page, not a feed.");
    }
    return Fetched{.body = std::move(answer.body),
                   .etag = std::move(answer.etag),
                   .last_modified = std::move(answer.last_modified),
                   .status = answer.status};
}

}  // namespace

Result<Fetched> fetch(const std::string& text, const FetchRules& rules, const Validators& held,
                      std::chrono::seconds* retry_after) {
    FeedUrl url = TRY(parse_feed_url(text));
    const auto addresses = TRY(addresses_of(url, rules));
    const auto deadline = std::chrono::steady_clock::now() + rules.total_time;
    for (int redirects = 0; redirects <= rules.redirects_max; ++redirects) {
        Answer answer = TRY(transfer(url, addresses, until(deadline, rules), held));
        if (retry_after != nullptr && (answer.status == 429 || answer.status == 503)) {
            *retry_after = answer.retry_after;
        }
        if (answer.redirect.empty()) return fetched_from(std::move(answer), held);
        url = TRY(redirected(url, answer.redirect));
    }
    return fail(ErrorKind::unavailable,
                "The server sends us from one address to the next without end.");
}

}  // namespace waymark::importers
