// What a phone needs to keep pages and to show this site among its apps.
#include <string>

#include "json/write.h"
#include "web/assets.h"
#include "web/helplines.h"
#include "web/pages/pages.h"

namespace waymark::web {

using html::Data;

namespace {

// The paper and the teal of assets/site.css.
constexpr std::string_view kPaper = "#fbf8f2";

json::Value icon(std::string_view file, std::string_view sizes, std::string_view type,
                 std::string_view purpose) {
    return json::Value::Object{
        {"src", asset_href(file)}, {"sizes", sizes}, {"type", type}, {"purpose", purpose}};
}

}  // namespace

Page offline(const Visit& visit, const http::PathParams&) {
    return {.view = "offline",
            .title = visit.speak.say("Details"),
            .tab = Tab::now,
            .data = Data::object(
                {{"script", asset_href("keep.js")},
                 {"number", emergency_of(visit, usual_country(visit)).for_overdose()}}),
            .keep = http::Keep::revalidate};
}

http::Response offline_worker(const Visit& visit) {
    // The print of all assets is in it, so that a browser sees a new worker when they change.
    const json::Value site =
        json::Value::Object{{"exit", visit.site.settings.exit_url}, {"print", assets_print()}};
    return {.content_type = "text/javascript; charset=utf-8",
            .body = "const site = " + json::write(site) + ";\n" +
                    std::string{asset_bytes("offline.js")},
            .keep = http::Keep::revalidate};
}

http::Response web_manifest(const Visit& visit) {
    const std::string& name = visit.site.settings.name;
    const json::Value manifest = json::Value::Object{
        {"id", "/"},
        {"name", name},
        {"short_name", name},
        {"lang", locale::code_of(visit.speak.language())},
        {"dir", "ltr"},
        {"start_url", "/"},
        {"scope", "/"},
        {"display", "standalone"},
        {"theme_color", kPaper},
        {"background_color", kPaper},
        {"icons", json::Value::Array{icon("icon-192.png", "192x192", "image/png", "any"),
                                     icon("icon-512.png", "512x512", "image/png", "any"),
                                     icon("icon-512.png", "512x512", "image/png", "maskable"),
                                     icon("mark.svg", "any", "image/svg+xml", "any")}}};
    return {.content_type = "application/manifest+json; charset=utf-8",
            .body = json::write(manifest),
            .keep = http::Keep::revalidate};
}

}  // namespace waymark::web
