#include "api/routes.h"

#include <utility>

#include "api/answer.h"
#include "api/changes.h"
#include "api/places.h"
#include "embedded/api.h"
#include "finder/answer_json.h"
#include "finder/request.h"
#include "finder/search.h"

namespace waymark::api {
namespace {

http::Response find_meetings(const Directory& directory, const http::Request& request) {
    const auto asked = finder::parse_request(request.query);
    if (!asked) return problem(asked.error());
    const auto snapshot = finder::for_others(directory.snapshot());
    const Instant now = asked->now.value_or(directory.clock.now());
    const auto answer = finder::search(*snapshot, asked->request, now);
    if (!answer) return problem(answer.error());
    return json_answer(200, finder::answer_json(*snapshot, *asked, *answer, now));
}

http::Response describe() {
    auto response = json_answer(200, std::string{embedded::api("openapi.json")});
    response.keep = http::Keep::revalidate;
    return response;
}

}  // namespace

std::vector<http::Route> routes(const Directory& directory) {
    using http::Request;
    std::vector<http::Route> routes{
        {.method = http::Method::get,
         .pattern = "/api/v1/meetings",
         .action = [&directory](const Request& request,
                                const auto&) { return find_meetings(directory, request); },
         .cost = http::Cost::search},
        {.method = http::Method::get,
         .pattern = "/api/v1/places",
         .action = [&directory](const Request& request,
                                const auto&) { return find_places(directory, request); },
         .cost = http::Cost::search},
        {.method = http::Method::get,
         .pattern = "/api/v1/openapi.json",
         .action = [](const Request&, const auto&) { return describe(); }},
    };
    for (auto& route : change_routes(directory.snapshot))
        routes.push_back(std::move(route));
    return routes;
}

}  // namespace waymark::api
