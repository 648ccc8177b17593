// What a request is to the rest of the program, and what it gives back.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waymark::http {

enum class Method { get, head, post, other };

using Fields = std::vector<std::pair<std::string, std::string>>;

// "a=1&b=x%20y+z" decoded, in order; a broken escape is kept as it stands.
Fields parse_form(std::string_view encoded);
// For one value in a query: RFC 3986 unreserved characters stay.
std::string url_encode(std::string_view text);

struct Request {
    Method method = Method::get;
    std::string path{};           // Decoded, without the query; starts with '/'.
    Fields query{};               // Decoded, in order.
    Fields form{};                // Of an application/x-www-form-urlencoded body.
    Fields headers{};             // Names in lower case.
    std::string body{};
    bool from_loopback = false;
    bool is_secure = false;       // Came over TLS.

    std::string_view header(std::string_view lower_case_name) const;
    std::optional<std::string_view> param(std::string_view name) const;  // The first of that name in the query.
    std::string cookie(std::string_view name) const;                     // "" when there is none.
};

// How long and by whom an answer may be kept.
enum class Keep {
    never,    // no-store: whatever answers a search or a person.
    revalidate,  // Public, with an ETag.
    forever,  // A static file whose name holds its hash.
};

struct Response {
    int status = 200;
    std::string content_type = "text/html; charset=utf-8";
    std::string body{};
    Fields headers{};  // Beside the ones every response gets (http/headers.h).
    Keep keep = Keep::never;
    bool is_open_to_other_origins = false;  // Public machine paths: CORS *, cross-origin resource policy.
};

Response redirect(std::string location, int status = 303);

}  // namespace waymark::http
