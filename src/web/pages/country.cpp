#include <string>

#include "core/text.h"
#include "web/choice.h"
#include "web/helplines.h"
#include "web/pages/pages.h"

namespace waymark::web {

http::Response choose_country(const Visit& visit) {
    http::Response response = back_from_choice(visit);
    const std::string country = ascii_upper(visit.param("to"));
    if (country == visit.site.settings.country) {
        forget(response, kCountryCookie);  // The host's is what everybody has who chose nothing.
    } else if (is_known_country(visit, country)) {
        remember(response, visit, kCountryCookie, country);
    }
    return response;
}

}  // namespace waymark::web
