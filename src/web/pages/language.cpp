#include "web/choice.h"
#include "web/pages/pages.h"

namespace waymark::web {

http::Response choose_language(const Visit& visit) {
    http::Response response = back_from_choice(visit);
    if (const auto language = locale::language_of_code(visit.param("to"))) {
        remember(response, visit, kLanguageCookie, locale::code_of(*language));
    }
    return response;
}

}  // namespace waymark::web
