// The whole site in one table.
#pragma once

#include <string_view>
#include <vector>

#include "http/router.h"
#include "web/site.h"

namespace waymark::web {

// `site` must outlive the routes.
std::vector<http::Route> routes(const Site& site);

// Whether the table has a page at that address, for links to what another
// part of the site may or may not offer.
bool has_page(const Site& site, std::string_view address);

// The kind page for a request that no route took, or that failed: it never
// throws, and carries the crisis line whatever else is broken.
http::Response refusal(const Site& site, int status, const http::Request& request) noexcept;

}  // namespace waymark::web
