#include "web/site.h"

#include <vector>

#include "embedded/learn.h"
#include "embedded/web.h"
#include "locale/catalogue.h"
#include "web/choice.h"

namespace waymark::web {

using locale::Language;

html::Views site_views() {
    std::vector<html::View> views;
    for (const auto& file : embedded::web_files()) {
        if (!file.path.starts_with("views/")) continue;
        views.push_back(html::view_of_file(file.path, file.bytes));
    }
    for (const auto& file : embedded::learn_files()) {
        constexpr std::string_view kFolder = "learn/";
        if (!file.path.ends_with(".svg")) continue;
        const auto path = file.path.substr(kFolder.size());
        views.push_back({.name = std::string{path.substr(0, path.rfind('.'))},
                         .text = std::string{file.bytes}});
    }
    std::vector<html::Language> languages;
    for (const Language language : locale::kLanguages) {
        const locale::Catalogue& catalogue = locale::catalogue(language);
        languages.push_back({std::string{locale::code_of(language)}, [&](std::string_view english) {
                                 return std::string{catalogue.translate(english)};
                             }});
    }
    return html::Views{views, languages};
}

std::string_view Visit::param(std::string_view name) const {
    for (const auto* fields : {&request.query, &request.form}) {
        for (const auto& [key, value] : *fields) {
            if (key == name) return value;
        }
    }
    return {};
}

Visit visit(const Site& site, const http::Request& request) {
    const Language language =
        locale::choose(request.param("language").value_or(""), request.cookie(kLanguageCookie),
                       request.header("accept-language"));
    return {.site = site,
            .request = request,
            .speak = locale::Speaker{language, locale::manners_of(site.settings.country)},
            .directory = site.snapshot(),
            .now = site.clock->now()};
}

}  // namespace waymark::web
