#include "web/pages/pages.h"

namespace waymark::web {

Page home(const Visit& visit, const http::PathParams&) {
    return {.view = "home", .title = visit.site.settings.name, .keep = http::Keep::revalidate};
}

}  // namespace waymark::web
