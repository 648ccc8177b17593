// Which addresses of the internet a feed may be fetched from: those that belong
// to somebody out there, never one that leads back into our own network.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace waymark::importers {

// IPv4 in the first four bytes, network order.
struct IpAddress {
    enum class Version : std::uint8_t { v4, v6 };
    Version version{};
    std::array<std::uint8_t, 16> bytes{};
    friend bool operator==(const IpAddress&, const IpAddress&) = default;
};

// "192.0.2.1", "2001:db8::1"; no brackets, no zone ("%eth0"), no short forms.
std::optional<IpAddress> parse_address(std::string_view text);

// Public: unicast, assigned to the global internet, and saying itself where it
// leads. So not loopback, private, shared (100.64/10), link-local, multicast,
// documentation, benchmark or reserved ones, and none of the IPv6 forms that
// hide an IPv4 address (mapped, compatible, NAT64, 6to4, Teredo).
bool is_public_address(const IpAddress& address);

// 127/8 and ::1, by themselves or mapped.
bool is_loopback_address(const IpAddress& address);

}  // namespace waymark::importers
