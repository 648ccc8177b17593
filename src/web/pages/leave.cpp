#include "web/choice.h"
#include "web/pages/pages.h"

namespace waymark::web {

http::Response leave(const Visit& visit) {
    http::Response response = http::redirect(visit.site.settings.exit_url);
    response.headers.emplace_back("Clear-Site-Data", R"("cache", "cookies", "storage")");
    for (const auto cookie : {kLanguageCookie, kCountryCookie})
        forget(response, cookie);
    return response;
}

}  // namespace waymark::web
