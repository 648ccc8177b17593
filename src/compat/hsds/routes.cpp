#include "compat/hsds/routes.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

#include "compat/hsds/collections.h"
#include "core/text.h"
#include "embedded/compat.h"
#include "finder/made_once.h"
#include "http/origin.h"

namespace waymark::compat::hsds {
namespace {

using http::PathParams;
using http::Request;
using http::Response;

constexpr std::string_view kRoot = "/hsds";

struct Api {
    std::function<finder::SnapshotPtr()> snapshot{};
    const Clock& clock;
    finder::MadeOnce<const Catalogue> catalogue{};  // Of the latest snapshot, as of today.
};

std::shared_ptr<const Catalogue> catalogue_of(Api& api, const finder::SnapshotPtr& snapshot) {
    const Instant now = api.clock.now();
    return api.catalogue.of_day(snapshot, now, [now](const auto& of) {
        return std::make_shared<const Catalogue>(of.facilities(), now);
    });
}

// Those of the address and of a form: a search that is posted stays out of the
// logs of whatever stands between.
http::Fields parameters_of(const Request& request) {
    auto parameters = request.query;
    std::ranges::copy(request.form, std::back_inserter(parameters));
    return parameters;
}

Response list(Api& api, const Collection& collection, const Request& request) {
    const auto query = read_query(parameters_of(request));
    if (!query) return problem_answer(query.error());
    const auto snapshot = api.snapshot();
    const auto catalogue = catalogue_of(api, snapshot);
    auto answer = collection.list(View{*snapshot, *catalogue}, *query);
    if (!answer) return problem_answer(answer.error());
    if (request.method == http::Method::post) answer->keep = http::Keep::never;
    return *std::move(answer);
}

Response one(Api& api, const Collection& collection, const Request& request,
             const PathParams& path) {
    const auto query = read_query(request.query);
    if (!query) return problem_answer(query.error());
    const auto snapshot = api.snapshot();
    const auto catalogue = catalogue_of(api, snapshot);
    auto body = collection.one(View{*snapshot, *catalogue}, *query, ascii_lower(path["id"]));
    return body ? object_answer(*std::move(body)) : problem_answer(body.error());
}

Response about(const Request& request) {
    const auto root = http::own_origin(request).append(kRoot);
    std::string body;
    json::Writer out{body};
    out.begin_object().key("version").string("3.1");
    out.key("profile").string("https://docs.openreferral.org/");
    out.key("openapi_url").string(root + "/openapi.json");
    out.key("description")
        .string(
            "Treatment, recovery housing, harm reduction and peer support, as HSDS 3.1 with the "
            "extensions that the OpenAPI document describes.");
    out.end_object();
    return object_answer(std::move(body));
}

Response describe() {
    return object_answer(std::string{embedded::compat("hsds/openapi.json")});
}

void add_collection(std::vector<http::Route>& routes, const std::shared_ptr<Api>& api,
                    const Collection& collection) {
    const auto path = std::string{kRoot}.append("/").append(collection.name);
    const auto answer = [api, &collection](const Request& request, const PathParams&) {
        return list(*api, collection, request);
    };
    for (const auto method : {http::Method::get, http::Method::post}) {
        routes.push_back(
            {.method = method, .pattern = path, .action = answer, .cost = http::Cost::search});
    }
    routes.push_back(
        {.method = http::Method::get,
         .pattern = path + "/:id",
         .action = [api, &collection](const Request& request, const PathParams& params) {
             return one(*api, collection, request, params);
         }});
}

}  // namespace

std::vector<http::Route> routes(std::function<finder::SnapshotPtr()> snapshot, const Clock& clock) {
    const auto api = std::make_shared<Api>(finder::for_others(std::move(snapshot)), clock);
    std::vector<http::Route> routes;
    for (const auto* pattern : {"/hsds", "/hsds/"}) {
        routes.push_back(
            {.method = http::Method::get,
             .pattern = pattern,
             .action = [](const Request& request, const PathParams&) { return about(request); }});
    }
    routes.push_back({.method = http::Method::get,
                      .pattern = "/hsds/openapi.json",
                      .action = [](const Request&, const PathParams&) { return describe(); }});
    for (const auto& collection : collections())
        add_collection(routes, api, collection);
    return routes;
}

}  // namespace waymark::compat::hsds
