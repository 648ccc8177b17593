// The address of a feed, taken apart and found fit to be asked.
#pragma once

#include <string>

#include "core/result.h"

namespace waymark::importers {

struct FeedUrl {
    std::string text{};  // Normal form, without fragment, its host in ASCII.
    std::string scheme{};
    std::string host{};  // IPv6 without brackets.
    int port = 0;
};

// Fails with invalid_input (field "url") on anything but http and https, and on
// user names: a password in an address ends up in logs and shell histories.
Result<FeedUrl> parse_feed_url(const std::string& text);

// Same scheme, host and port.
bool is_same_origin(const FeedUrl& a, const FeedUrl& b);

}  // namespace waymark::importers
