// GET /api/v1/places: the search of /treatment as JSON.
#pragma once

#include "api/directory.h"
#include "http/message.h"

namespace waymark::api {

http::Response find_places(const Directory& directory, const http::Request& request);

}  // namespace waymark::api
