#include <algorithm>

#include "web/pages/pages.h"

namespace waymark::web {
namespace {

bool has_real_listing(const finder::Snapshot& directory) {
    const auto is_real = [&](const auto& listing) {
        const auto* source = directory.source(listing.source);
        return source == nullptr || !source->is_fictional;
    };
    return std::ranges::any_of(directory.meetings(), is_real) ||
           std::ranges::any_of(directory.facilities().list(), is_real);
}

}  // namespace

Page home(const Visit& visit, const http::PathParams&) {
    const bool is_hosts = visit.request.from_loopback && !has_real_listing(*visit.directory);
    return {.view = "home",
            .title = visit.site.settings.name,
            .data = html::Data::object({{"is_hosts", is_hosts}}),
            .keep = is_hosts ? http::Keep::never : http::Keep::revalidate};
}

}  // namespace waymark::web
