// GET /api/v1: the find page's search as JSON, described in openapi.json.
#pragma once

#include <functional>
#include <vector>

#include "core/clock.h"
#include "finder/snapshot.h"
#include "http/router.h"

namespace waymark::api {

struct Directory {
    std::function<finder::SnapshotPtr()> snapshot{};
    const Clock& clock;
};

// `directory` must outlive the routes.
std::vector<http::Route> routes(const Directory& directory);

}  // namespace waymark::api
