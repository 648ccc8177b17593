#include "web/pages/pages.h"

namespace waymark::web {

http::Response leave(const Visit& visit) {
    http::Response response = http::redirect(visit.site.settings.exit_url);
    response.headers.emplace_back("Clear-Site-Data", R"("cache", "cookies", "storage")");
    response.headers.emplace_back("Set-Cookie", "lang=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly");
    return response;
}

}  // namespace waymark::web
