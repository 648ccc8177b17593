// What a request is to the rest of the program, and what it gives back.
#pragma once

#include <memory>
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
// The other way round; the order stays.
std::string write_form(const Fields& fields);
// For one value in a query or a segment of a path: RFC 3986 unreserved
// characters stay.
std::string url_encode(std::string_view text);
// "%41" to "A"; '+' stays. A broken escape is kept as it stands.
std::string url_decode(std::string_view text);

// All text in it is UTF-8 without NUL: what is not was refused before.
struct Request {
    Method method = Method::get;
    std::string path{};  // Decoded, without the query; starts with '/'.
    Fields query{};      // Decoded, in order.
    Fields form{};       // Of an application/x-www-form-urlencoded body.
    Fields headers{};    // Names in lower case.
    std::string body{};  // At most kBodyBytesMax.
    bool from_loopback = false;
    bool is_secure = false;  // Came over TLS.

    // All of these are "" or nothing when there is none.
    std::string_view header(std::string_view lower_case_name) const;
    std::optional<std::string_view> param(std::string_view name) const;  // First in the query.
    std::vector<std::string_view> params(std::string_view name) const;   // All in the query.
    std::optional<std::string_view> field(std::string_view name) const;  // First in the form.
    std::vector<std::string_view> fields(std::string_view name) const;   // All in the form.
    std::string cookie(std::string_view name) const;
};

// How long and by whom an answer may be kept.
enum class Keep {
    never,       // no-store: whatever answers a search or a person.
    revalidate,  // Public, with an ETag.
    forever,     // A static file whose name holds its hash.
};

class MadeBody;

struct Response {
    int status = 200;
    std::string content_type = "text/html; charset=utf-8";
    std::string body{};
    std::shared_ptr<const MadeBody> made{};  // In place of `body`: one that many answers share.
    Fields headers{};  // Beside the ones every response gets (http/headers.h), or in their place.
    Keep keep = Keep::never;
    bool is_open_to_other_origins = false;  // Public machine paths: CORS *, cross-origin resource.
    std::string route_label{};  // For logs and metrics; the router fills in the pattern.
};

Response redirect(std::string location, int status = 303);

// "Not Found"; "" for a status this server does not send.
std::string_view reason_of(int status);

}  // namespace waymark::http
