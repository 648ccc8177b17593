#include "web/choice.h"
#include "web/pages/pages.h"
#include "web/shortlist.h"

namespace waymark::web {

http::Response leave(const Visit& visit) {
    http::Response response = http::redirect(visit.site.settings.exit_url);
    response.headers.emplace_back("Clear-Site-Data", R"("cache", "cookies", "storage")");
    for (const auto cookie : {kLanguageCookie, kCountryCookie, kShortlistCookie})
        forget(response, cookie);
    return response;
}

}  // namespace waymark::web
