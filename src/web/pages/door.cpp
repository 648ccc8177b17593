// "Not sure?": three questions of the first page, and the page they lead to.
#include "web/pages/pages.h"

namespace waymark::web {
namespace {

std::string door_of(std::string_view danger, std::string_view who, std::string_view wish) {
    if (danger == "yes") return "/now";
    if (who == "other") return "/family";
    if (wish == "people") return "/find";
    if (wish == "medication") return "/start-today";
    return "/setting";
}

}  // namespace

http::Response door(const Visit& visit) {
    return http::redirect(door_of(visit.param("danger"), visit.param("who"), visit.param("wish")));
}

}  // namespace waymark::web
