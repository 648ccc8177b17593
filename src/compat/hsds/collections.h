// The lists of /hsds and what each answers: all that fits, or one by its id.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "compat/hsds/page.h"
#include "compat/hsds/query.h"
#include "compat/hsds/view.h"

namespace waymark::compat::hsds {

struct Collection {
    std::string_view name{};  // "services": /hsds/services and /hsds/services/:id.
    Result<http::Response> (*list)(const View& view, const Query& query) = nullptr;
    // `id` in small letters. Fails with not_found.
    Result<std::string> (*one)(const View& view, const Query& query, std::string_view id) = nullptr;
};

std::span<const Collection> collections();

}  // namespace waymark::compat::hsds
