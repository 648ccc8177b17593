#include "web/page.h"

#include <utility>

#include "locale/language.h"
#include "web/assets.h"
#include "web/crisis.h"

namespace waymark::web {
namespace {

using html::Data;
using locale::Language;

Data tab(const Visit& visit, Tab tab, Tab current, std::string_view href, std::string_view icon,
         std::string label) {
    const std::string_view lang = locale::code_of(visit.speak.language());
    return Data::object({{"href", href},
                         {"label", std::move(label)},
                         {"icon", visit.site.views.render_part(icon, lang, Data{})},
                         {"is_help", tab == Tab::now},
                         {"is_current", tab == current}});
}

Data tabs(const Visit& visit, Tab current) {
    const auto& speak = visit.speak;
    return Data::List{tab(visit, Tab::now, current, "/now", "icons/help", speak.say("Help now")),
                      tab(visit, Tab::find, current, "/find", "icons/find", speak.say("Find")),
                      tab(visit, Tab::learn, current, "/learn", "icons/read", speak.say("Read")),
                      tab(visit, Tab::about, current, "/about", "icons/about", speak.say("About"))};
}

Data other_language(const Visit& visit) {
    const Language other =
        visit.speak.language() == Language::english ? Language::spanish : Language::english;
    const std::string code{locale::code_of(other)};
    return Data::object({{"code", code},
                         {"name", locale::name_of(other)},
                         {"href", "/language?to=" + code +
                                      "&back=" + http::url_encode(address_of(visit.request))}});
}

bool may_be_kept(const Visit& visit, const Page& page) {
    return page.offline != Offline::no && page.status == 200 && visit.request.query.empty() &&
           visit.request.method != http::Method::post;
}

Data offline_part(const Visit& visit, const Page& page) {
    if (!may_be_kept(visit, page) || page.offline == Offline::with_any) return false;
    return Data::object({{"script", asset_href("keep.js")}});
}

}  // namespace

std::string address_of(const http::Request& request) {
    if (request.method == http::Method::post) return request.path;
    std::string address = request.path;
    char separator = '?';
    for (const auto& [name, value] : request.query) {
        if (name == "language") continue;
        address += separator + http::url_encode(name) + '=' + http::url_encode(value);
        separator = '&';
    }
    return address;
}

http::Response render(const Visit& visit, const Page& page) {
    const std::string lang{locale::code_of(visit.speak.language())};
    const auto& views = visit.site.views;
    Data layout =
        Data::object({{"lang", lang},
                      {"title", page.title},
                      {"site_name", visit.site.settings.name},
                      {"css", asset_href("site.css")},
                      {"style", page.style.empty() ? std::string{} : asset_href(page.style)},
                      {"icon", asset_href("mark.svg")},
                      {"script", asset_href("site.js")},
                      {"other_language", other_language(visit)},
                      {"tabs", tabs(visit, page.tab)},
                      {"is_fictional", visit.directory->has_fictional()},
                      {"crisis", page.has_crisis_line ? crisis_line(visit) : Data{false}},
                      {"offline", offline_part(visit, page)},
                      {"body", views.render_part(page.view, lang, page.data)}});
    http::Response response{
        .status = page.status, .body = views.render("layout", lang, layout), .keep = page.keep};
    response.headers.emplace_back("Content-Language", lang);
    if (may_be_kept(visit, page)) response.headers.emplace_back("Waymark-Offline", "yes");
    return response;
}

}  // namespace waymark::web
