#include "api/meetings.h"

#include <utility>

#include "embedded/api.h"
#include "finder/answer_json.h"
#include "finder/request.h"
#include "finder/search.h"
#include "json/write.h"

namespace waymark::api {
namespace {

constexpr const char* kJson = "application/json; charset=utf-8";

http::Response json_response(int status, std::string body) {
    http::Response response;
    response.status = status;
    response.content_type = kJson;
    response.body = std::move(body);
    response.is_open_to_other_origins = true;
    return response;
}

http::Response problem(const Error& error) {
    std::string body;
    json::Writer json{body};
    json.begin_object().key("error").begin_object();
    json.key("field").string(error.field).key("message").string(error.message);
    json.end_object().end_object();
    return json_response(400, std::move(body));
}

http::Response find_meetings(const Directory& directory, const http::Request& request) {
    const auto asked = finder::parse_request(request.query);
    if (!asked) return problem(asked.error());
    const auto snapshot = directory.snapshot();
    const Instant now = asked->now.value_or(directory.clock.now());
    const auto answer = finder::search(*snapshot, asked->request, now);
    if (!answer) return problem(answer.error());
    return json_response(200, finder::answer_json(*snapshot, *asked, *answer, now));
}

http::Response describe() {
    auto response = json_response(200, std::string{embedded::api("openapi.json")});
    response.keep = http::Keep::revalidate;
    return response;
}

}  // namespace

std::vector<http::Route> routes(const Directory& directory) {
    using http::Request;
    return {
        {.method = http::Method::get,
         .pattern = "/api/v1/meetings",
         .action = [&directory](const Request& request,
                                const auto&) { return find_meetings(directory, request); },
         .cost = http::Cost::search},
        {.method = http::Method::get,
         .pattern = "/api/v1/openapi.json",
         .action = [](const Request&, const auto&) { return describe(); }},
    };
}

}  // namespace waymark::api
