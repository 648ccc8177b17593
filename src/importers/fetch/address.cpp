#include "importers/fetch/address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>

namespace waymark::importers {
namespace {

using Bytes = std::array<std::uint8_t, 16>;

struct Block {
    Bytes network{};
    unsigned bits = 0;
};

bool is_within(const Bytes& address, const Block& block) {
    const std::size_t whole = block.bits / 8;
    if (!std::equal(address.begin(), address.begin() + whole, block.network.begin())) return false;
    const unsigned rest = block.bits % 8;
    if (rest == 0) return true;
    const auto mask = static_cast<std::uint8_t>(0xff << (8 - rest));
    return (address[whole] & mask) == (block.network[whole] & mask);
}

bool is_within_any(const Bytes& address, std::span<const Block> blocks) {
    return std::ranges::any_of(blocks,
                               [&](const Block& block) { return is_within(address, block); });
}

// The IANA special-purpose registry (RFC 6890 and later), multicast and class E.
constexpr std::array<Block, 17> kNotPublicV4{{
    {{0}, 8},              // this network
    {{10}, 8},             // private
    {{100, 64}, 10},       // shared by a carrier's customers
    {{127}, 8},            // loopback
    {{169, 254}, 16},      // link-local: cloud metadata lives here
    {{172, 16}, 12},       // private
    {{192, 0, 0}, 24},     // protocol assignments
    {{192, 0, 2}, 24},     // documentation
    {{192, 31, 196}, 24},  // AS112
    {{192, 52, 193}, 24},  // multicast tunnels
    {{192, 88, 99}, 24},   // 6to4 relays
    {{192, 168}, 16},      // private
    {{192, 175, 48}, 24},  // AS112
    {{198, 18}, 15},       // benchmarks
    {{198, 51, 100}, 24},  // documentation
    {{203, 0, 113}, 24},   // documentation
    {{224}, 3},            // multicast, reserved, broadcast
}};

// Everything assigned to the global internet is in here …
constexpr Block kUnicastV6{{0x20}, 3};

// … but for these parts of it.
constexpr std::array<Block, 5> kNotPublicV6{{
    {{0x20, 0x01, 0x00}, 23},                    // protocol assignments, Teredo, benchmarks
    {{0x20, 0x01, 0x0d, 0xb8}, 32},              // documentation
    {{0x20, 0x02}, 16},                          // 6to4: an IPv4 address inside
    {{0x26, 0x20, 0x00, 0x4f, 0x80, 0x00}, 48},  // AS112
    {{0x3f, 0xff, 0x00}, 20},                    // documentation
}};

constexpr Block kLoopbackV4{{127}, 8};
constexpr Block kLoopbackV6{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 128};
constexpr Block kMappedLoopback{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 127}, 104};

}  // namespace

std::optional<IpAddress> parse_address(std::string_view text) {
    const std::string written{text};
    IpAddress address{IpAddress::Version::v4};
    if (inet_pton(AF_INET, written.c_str(), address.bytes.data()) == 1) return address;
    address.version = IpAddress::Version::v6;
    if (inet_pton(AF_INET6, written.c_str(), address.bytes.data()) == 1) return address;
    return std::nullopt;
}

bool is_public_address(const IpAddress& address) {
    if (address.version == IpAddress::Version::v4) {
        return !is_within_any(address.bytes, kNotPublicV4);
    }
    return is_within(address.bytes, kUnicastV6) && !is_within_any(address.bytes, kNotPublicV6);
}

bool is_loopback_address(const IpAddress& address) {
    if (address.version == IpAddress::Version::v4) return is_within(address.bytes, kLoopbackV4);
    return is_within(address.bytes, kLoopbackV6) || is_within(address.bytes, kMappedLoopback);
}

}  // namespace waymark::importers
