// Where a feed's address leads, asked once and judged before anybody connects.
#pragma once

#include <vector>

#include "core/result.h"
#include "importers/fetch/address.h"
#include "importers/fetch/fetch.h"
#include "importers/fetch/url.h"

namespace waymark::importers {

// The addresses that may be connected to. One that may not spoils them all: a
// name that leads both out and in is somebody's trick. Fails with invalid_input
// (field "url") when the rules do not allow the address, and with unavailable
// when its name is not known.
Result<std::vector<IpAddress>> addresses_of(const FeedUrl& url, const FetchRules& rules);

}  // namespace waymark::importers
