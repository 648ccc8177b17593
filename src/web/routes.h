// The whole site in one table.
#pragma once

#include <vector>

#include "http/router.h"
#include "web/site.h"

namespace waymark::web {

// `site` must outlive the routes.
std::vector<http::Route> routes(const Site& site);

// The kind page for a request that no route took, or that failed: it never
// throws, and carries the crisis line whatever else is broken.
http::Response refusal(const Site& site, int status, const http::Request& request) noexcept;

}  // namespace waymark::web
