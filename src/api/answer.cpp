#include "api/answer.h"

#include <utility>

#include "json/write.h"

namespace waymark::api {

http::Response json_answer(int status, std::string body) {
    http::Response response;
    response.status = status;
    response.content_type = "application/json; charset=utf-8";
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
    return json_answer(400, std::move(body));
}

}  // namespace waymark::api
