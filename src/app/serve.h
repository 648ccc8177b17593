// The running server: data, live snapshot, pages, API and HTTP put together.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/data.h"
#include "app/log.h"
#include "core/result.h"

namespace waymark::app {

struct ServeOptions {
    DataOptions data{};
    std::string listen = "localhost:8080";  // HOST:PORT; port 0 is any free one.
    bool demo = false;                      // Fictional listings may be shown to the world.
    std::string certificate_pem{};
    std::string key_pem{};
    std::vector<std::string> hosts{};  // Names of this site, beside localhost and `listen`'s.
    bool limits_for_loopback = false;
    std::string country = "US";  // The host's: its helplines come first.
    std::string exit_url{};      // Where "Leave" goes; empty: the pages' own choice.
    std::string tiles{};         // A folder of map tiles of the host's own; empty: no street map.
    std::string tiles_attribution{};  // Whose map it is.
    bool polls = true;                // Lists are read by themselves when their time has come.
    bool polls_this_machine = false;  // Also those at addresses of this very machine.
    LogFormat log = LogFormat::text;
    unsigned threads = 0;  // 0: one a core, eight at most.
};

// Serves until SIGINT or SIGTERM, then finishes the answers under way. Calls
// `listening` with the address once requests are taken.
//
// Fails with not_allowed when fictional listings would be shown beyond this
// machine without `demo`, and as storage and http do.
Result<> serve(const ServeOptions& options,
               const std::function<void(const std::string& url)>& listening);

}  // namespace waymark::app
