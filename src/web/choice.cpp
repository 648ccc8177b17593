#include "web/choice.h"

#include <string>
#include <utility>

namespace waymark::web {
namespace {

constexpr std::string_view kFlags = "; Path=/; SameSite=Lax; HttpOnly";

// A path of this site: "//host" and "/\host" lead elsewhere.
bool is_ours(std::string_view address) {
    const bool is_plain =
        address.find_first_of("\\\r\n\t") == address.npos && address.find("//") != 0;
    return address.starts_with('/') && is_plain;
}

}  // namespace

http::Response back_from_choice(const Visit& visit) {
    const std::string_view back = visit.param("back");
    return http::redirect(is_ours(back) ? std::string{back} : "/");
}

void remember(http::Response& response, const Visit& visit, std::string_view cookie,
              std::string_view value, std::chrono::days kept) {
    const auto seconds = std::chrono::seconds{kept}.count();
    std::string line{cookie};
    line.append("=").append(value).append("; Max-Age=").append(std::to_string(seconds));
    line.append(kFlags);
    if (visit.request.is_secure) line += "; Secure";
    response.headers.emplace_back("Set-Cookie", std::move(line));
}

void forget(http::Response& response, std::string_view cookie) {
    std::string line{cookie};
    line.append("=; Max-Age=0").append(kFlags);
    response.headers.emplace_back("Set-Cookie", std::move(line));
}

}  // namespace waymark::web
