// One feed from the internet, by rules that treat its address and its server as
// hostile: https on port 443 only, its name resolved once and held to public
// addresses, no way from there to anywhere else, and a limit on everything.
//
// Nothing of who asks is sent: no cookie, no login, no id of this server.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "core/result.h"

namespace waymark::importers {

struct FetchRules {
    // Also http and https to this very machine, on any port. Only the command
    // line may say so: whoever types there could read those ports anyway.
    bool allow_loopback = false;
    std::size_t raw_bytes_max = std::size_t{50} << 20;
    std::size_t inflated_bytes_max = std::size_t{200} << 20;
    std::size_t inflation_max = 100;  // Times as many bytes as came over the wire.
    std::chrono::milliseconds connect_time{10'000};
    std::chrono::milliseconds total_time{120'000};
    int redirects_max = 3;  // Of the same scheme, host and port only.
};

// What we kept of the copy we have; both empty when we have none.
struct Validators {
    std::string etag{};
    std::string last_modified{};
};

struct Fetched {
    bool not_modified = false;  // The copy that the validators belong to still holds.
    std::string body{};
    std::string etag{};  // As the server sent them; empty when it did not.
    std::string last_modified{};
    int status = 0;
};

// Fails with invalid_input (field "url") on an address that the rules do not
// allow, limit_reached on too much, unreadable on a web page, unavailable on
// everything else that kept the feed from us: one sentence to act on.
// Blocks for at most total_time and the resolver's own patience. A server that
// is too busy (429, 503) may say for how long: then that stands in `*retry_after`.
Result<Fetched> fetch(const std::string& url, const FetchRules& rules = {},
                      const Validators& held = {}, std::chrono::seconds* retry_after = nullptr);

}  // namespace waymark::importers
