#include "web/pages/pages.h"

namespace waymark::web {
namespace {

// A path of this site and nothing else: "//host" and "/\host" lead elsewhere.
bool is_ours(std::string_view address) {
    const bool is_plain =
        address.find_first_of("\\\r\n\t") == address.npos && address.find("//") != 0;
    return address.starts_with('/') && is_plain;
}

}  // namespace

http::Response choose_language(const Visit& visit) {
    const std::string_view back = visit.param("back");
    http::Response response = http::redirect(is_ours(back) ? std::string{back} : "/");
    const auto language = locale::language_of_code(visit.param("to"));
    if (!language) return response;
    std::string cookie = "lang=" + std::string{locale::code_of(*language)} +
                         "; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly";
    if (visit.request.is_secure) cookie += "; Secure";
    response.headers.emplace_back("Set-Cookie", std::move(cookie));
    return response;
}

}  // namespace waymark::web
