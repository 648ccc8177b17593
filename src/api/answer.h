// What every answer of the API is made of.
#pragma once

#include <string>

#include "core/result.h"
#include "http/message.h"

namespace waymark::api {

http::Response json_answer(int status, std::string body);

// {"error":{"field":…,"message":…}}, 400.
http::Response problem(const Error& error);

}  // namespace waymark::api
