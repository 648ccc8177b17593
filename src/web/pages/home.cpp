#include "web/family.h"
#include "web/pages/pages.h"

namespace waymark::web {

using html::Data;

Page home(const Visit& visit, const http::PathParams&) {
    return {.view = "home",
            .title = visit.site.settings.name,
            .data = Data::object({{"family_fellowships", family_fellowships()}}),
            .keep = http::Keep::revalidate};
}

}  // namespace waymark::web
