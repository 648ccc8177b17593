// GET /api/v1: the searches of the pages as JSON, described in openapi.json.
#pragma once

#include <vector>

#include "api/directory.h"
#include "http/router.h"

namespace waymark::api {

// `directory` must outlive the routes.
std::vector<http::Route> routes(const Directory& directory);

}  // namespace waymark::api
