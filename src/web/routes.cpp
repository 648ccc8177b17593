#include "web/routes.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

#include "web/assets.h"
#include "web/pages/pages.h"
#include "web/printed_book.h"

namespace waymark::web {
namespace {

using http::Cost;
using http::Method;
using http::PathParams;
using http::Request;
using http::Response;
using http::Route;

using PageOf = Page (*)(const Visit&, const PathParams&);
using FileOf = Response (*)(const Visit&, const PathParams&);
using AnswerOf = Response (*)(const Visit&);

Route page(const Site& site, Method method, std::string pattern, PageOf make,
           Cost cost = Cost::plain) {
    return {.method = method,
            .pattern = std::move(pattern),
            .action =
                [&site, make](const Request& request, const PathParams& path) {
                    const Visit here = visit(site, request);
                    return render(here, make(here, path));
                },
            .cost = cost};
}

// A page that a reader may keep on their phone: the same patterns as in assets/offline.js.
Route offline_page(const Site& site, std::string pattern, PageOf make, Cost cost = Cost::plain,
                   Offline offline = Offline::if_asked) {
    return {.pattern = std::move(pattern),
            .action =
                [&site, make, offline](const Request& request, const PathParams& path) {
                    const Visit here = visit(site, request);
                    Page page = make(here, path);
                    page.offline = offline;
                    return render(here, page);
                },
            .cost = cost};
}

Route answer(const Site& site, Method method, std::string pattern, AnswerOf make,
             Cost cost = Cost::crisis) {
    return {.method = method,
            .pattern = std::move(pattern),
            .action = [&site, make](const Request& request,
                                    const PathParams&) { return make(visit(site, request)); },
            .cost = cost};
}

Route file(const Site& site, std::string pattern, FileOf make) {
    return {.pattern = std::move(pattern),
            .action = [&site, make](
                          const Request& request,
                          const PathParams& path) { return make(visit(site, request), path); },
            .cost = Cost::search};
}

Route handbook_route(const Site& site) {
    return {
        .pattern = "/handbook.pdf",
        .action = [&site, books = std::make_shared<PrintedBooks>()](
                      const Request& request,
                      const PathParams&) { return handbook_file(visit(site, request), *books); },
        .cost = Cost::search};
}

// Not there for anybody but the machine that the server runs on.
Route for_host(Route route) {
    route.audience = http::Audience::loopback;
    return route;
}

// The same for meetings and places.
std::vector<Route> report_routes(const Site& site, const std::string& listing) {
    const std::string pattern = listing + "/report";
    return {page(site, Method::get, pattern, report),
            page(site, Method::get, pattern + "/sent", report_sent),
            {.method = Method::post,
             .pattern = pattern,
             .action =
                 [&site](const Request& request, const PathParams& path) {
                     return send_report(visit(site, request), path);
                 },
             .cost = Cost::report}};
}

Response robots(const Visit&) {
    return {.content_type = "text/plain; charset=utf-8",
            .body =
                "User-agent: *\nDisallow: /find?\nDisallow: /find/\nDisallow: /treatment?\n"
                "Disallow: /shortlist\nDisallow: /handout\nDisallow: /feeds/\nDisallow: /exit\n"
                "Disallow: /language\nDisallow: /country\nDisallow: /*/report\n"
                "Disallow: /host/\n",
            .keep = http::Keep::revalidate};
}

Response plain_mark(const Visit&) {
    Response response = http::redirect(asset_href("mark.svg"), 302);
    return response;
}

// What is said when even the layout fails: both languages, no template.
constexpr std::string_view kLastResort =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Waymark</title>"
    "<h1>Something went wrong on our side</h1>"
    "<p>In danger, or someone not waking up? Call your emergency number now: 911 in the United "
    "States and Canada, 112 in Europe, 999 in the United Kingdom, 000 in Australia.</p>"
    "<p lang=\"es\">¿Estás en peligro o alguien no despierta? Llama ya al número de emergencia: "
    "911 en Estados Unidos y México, 112 en España.</p>"
    "<p><a href=\"/\">Waymark</a></p>";

// Choices, files and what browsers ask for by themselves.
std::vector<Route> beside_the_pages(const Site& site) {
    return {
        answer(site, Method::get, "/exit", leave),
        answer(site, Method::get, "/language", choose_language),
        answer(site, Method::get, "/country", choose_country),
        offline_page(site, "/offline", offline, Cost::crisis, Offline::with_any),
        answer(site, Method::get, "/sw.js", offline_worker),
        answer(site, Method::get, "/app.webmanifest", web_manifest),
        answer(site, Method::get, "/robots.txt", robots),
        answer(site, Method::get, "/favicon.ico", plain_mark),
        {.pattern = "/tiles/:z/:x/:y",
         .action =
             [&site](const Request&, const PathParams& at) {
                 return site.tiles.tile(at["z"], at["x"], at["y"]);
             }},
        {.pattern = "/assets/:name",
         .action = [](const Request&, const PathParams& path) { return asset(path["name"]); },
         .cost = Cost::crisis},
    };
}

}  // namespace

std::vector<Route> routes(const Site& site) {
    std::vector<Route> all{
        page(site, Method::get, "/", home),
        page(site, Method::get, "/find", find, Cost::search),
        page(site, Method::post, "/find", find, Cost::search),
        page(site, Method::get, "/find/list", find_list, Cost::search),
        file(site, "/find/pocket.pdf", pocket_list),
        offline_page(site, "/meetings/:id", meeting),
        file(site, "/meetings/:id.ics", meeting_calendar),
        file(site, "/feeds/meetings.ics", search_calendar),
        page(site, Method::get, "/programmes", programmes),
        page(site, Method::get, "/programmes/:id", programme),
        offline_page(site, "/now", now, Cost::crisis),
        offline_page(site, "/helplines", helplines, Cost::crisis),
        page(site, Method::get, "/number", number),
        page(site, Method::post, "/number", number, Cost::search),
        offline_page(site, "/now/card", overdose_card_page),
        answer(site, Method::get, "/now/card.svg", overdose_card_file),
        page(site, Method::get, "/treatment", treatment, Cost::search),
        page(site, Method::post, "/treatment", treatment, Cost::search),
        page(site, Method::get, "/treatment/compare", compare),
        page(site, Method::get, "/treatment/first-call", first_call),
        offline_page(site, "/places/:id", place),
        page(site, Method::get, "/shortlist", shortlist),
        answer(site, Method::post, "/shortlist", change_shortlist),
        page(site, Method::get, "/start-today", start_today, Cost::search),
        page(site, Method::get, "/start-today/sheet", emergency_sheet),
        offline_page(site, "/naloxone", naloxone, Cost::search),
        page(site, Method::get, "/setting", setting),
        page(site, Method::post, "/setting", setting),
        page(site, Method::get, "/match", match),
        page(site, Method::post, "/match", match, Cost::search),
        page(site, Method::get, "/match/three", match_three),
        page(site, Method::post, "/match/three", match_three, Cost::search),
        page(site, Method::get, "/match/how", match_how),
        answer(site, Method::post, "/door", door),
        page(site, Method::get, "/learn", learn),
        offline_page(site, "/learn/:slug", article),
        offline_page(site, "/medication", medication),
        offline_page(site, "/family", family),
        page(site, Method::get, "/handbook", handbook),
        handbook_route(site),
        answer(site, Method::get, "/handout", handout, Cost::search),
        page(site, Method::get, "/handout/sheet", handout_sheet),
        page(site, Method::get, "/handbook/first-week", first_week),
        page(site, Method::get, "/cards", cards),
        answer(site, Method::get, "/cards.pdf", cards_file, Cost::search),
        page(site, Method::get, "/about", about),
        page(site, Method::get, "/about/sources", sources),
    };
    all.push_back(for_host(page(site, Method::get, "/host/start", host_start, Cost::search)));
    for (auto more : {beside_the_pages(site), report_routes(site, "/meetings/:id"),
                      report_routes(site, "/places/:id")}) {
        std::ranges::move(more, std::back_inserter(all));
    }
    return all;
}

Response refusal(const Site& site, int status, const Request& request) noexcept {
    try {
        const Visit here = visit(site, request);
        const bool is_report = request.method == Method::post && request.path.ends_with("/report");
        const bool is_often = is_report && status == 429;
        return render(here, is_often ? too_many_reports(here) : error_page(here, status));
    } catch (...) {
        return {.status = status, .body = std::string{kLastResort}};
    }
}

}  // namespace waymark::web
