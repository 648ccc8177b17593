#include "app/listen_address.h"

#include <fmt/format.h>

#include "core/number.h"

namespace waymark::app {

bool ListenAddress::is_loopback() const {
    return host == "localhost" || host == "::1" || host.starts_with("127.");
}

std::string ListenAddress::url(bool is_secure, std::uint16_t bound_port) const {
    const bool is_v6 = host.find(':') != std::string::npos;
    const bool is_everything = host == "0.0.0.0" || host == "::";
    const auto name = is_everything || is_loopback() ? std::string{"localhost"}
                      : is_v6                        ? fmt::format("[{}]", host)
                                                     : host;
    return fmt::format("{}://{}:{}", is_secure ? "https" : "http", name, bound_port);
}

Result<ListenAddress> parse_listen_address(std::string_view text) {
    const auto colon = text.rfind(':');
    const auto wrong = [] {
        return invalid_input("listen", "Write HOST:PORT, such as localhost:8080.");
    };
    if (colon == std::string_view::npos || colon == 0) return wrong();
    auto host = text.substr(0, colon);
    const auto port = parse_number<std::uint16_t>(text.substr(colon + 1));
    if (!port) return wrong();
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    else if (host.find(':') != std::string_view::npos)
        return wrong();
    return ListenAddress{std::string{host}, *port};
}

}  // namespace waymark::app
