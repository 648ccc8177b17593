// HOST:PORT as --listen takes it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/result.h"

namespace waymark::app {

struct ListenAddress {
    std::string host{};
    std::uint16_t port = 0;

    // Only this machine can reach it: localhost, 127.x.x.x, ::1.
    bool is_loopback() const;
    // "http://localhost:8080": what a person opens.
    std::string url(bool is_secure, std::uint16_t bound_port) const;
};

// "localhost:8080", "0.0.0.0:80", "[::]:8080". Fails with invalid_input
// (field "listen").
Result<ListenAddress> parse_listen_address(std::string_view text);

}  // namespace waymark::app
