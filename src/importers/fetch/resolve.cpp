#include "importers/fetch/resolve.h"

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace waymark::importers {
namespace {

struct InfoCleanup {
    void operator()(addrinfo* info) const { freeaddrinfo(info); }
};

IpAddress address_in(const addrinfo& info) {
    IpAddress address{};
    if (info.ai_family == AF_INET6) {
        address.version = IpAddress::Version::v6;
        sockaddr_in6 from{};
        std::memcpy(&from, info.ai_addr, sizeof from);
        std::memcpy(address.bytes.data(), &from.sin6_addr, 16);
    } else {
        sockaddr_in from{};
        std::memcpy(&from, info.ai_addr, sizeof from);
        std::memcpy(address.bytes.data(), &from.sin_addr, 4);
    }
    return address;
}

Result<std::vector<IpAddress>> look_up(const std::string& host) {
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (getaddrinfo(host.c_str(), nullptr, &wanted, &found) != 0) {
        return fail(ErrorKind::unavailable,
                    "The name in this address is not known. Check it for a typing mistake.");
    }
    const std::unique_ptr<addrinfo, InfoCleanup> list{found};
    std::vector<IpAddress> addresses;
    for (const addrinfo* info = list.get(); info != nullptr; info = info->ai_next) {
        if (info->ai_family == AF_INET || info->ai_family == AF_INET6) {
            addresses.push_back(address_in(*info));
        }
    }
    return addresses;
}

}  // namespace

Result<std::vector<IpAddress>> addresses_of(const FeedUrl& url, const FetchRules& rules) {
    const auto check_scheme_and_port = [&]() -> Result<> {
        if (url.scheme != "https") return invalid_input("url", "Use an address with https://.");
        if (url.port != 443) return invalid_input("url", "Use an address without a port number.");
        return {};
    };
    if (!rules.allow_loopback) TRY(check_scheme_and_port());

    auto addresses = TRY(look_up(url.host));
    const bool is_here = rules.allow_loopback && !addresses.empty() &&
                         std::ranges::all_of(addresses, is_loopback_address);
    if (is_here) return addresses;
    TRY(check_scheme_and_port());
    if (addresses.empty() || !std::ranges::all_of(addresses, is_public_address)) {
        return invalid_input("url", "This address leads into a private network, not to a feed.");
    }
    return addresses;
}

}  // namespace waymark::importers
