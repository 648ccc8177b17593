// Ids made of names (RFC 4122 §4.3, version 5): the same name in the same
// namespace gives the same UUID on every machine, so that a list without ids of
// its own still gives each of its places one that lasts.
//
// Not a secret and no proof of anything: whoever knows the name knows its UUID.
#pragma once

#include <string>
#include <string_view>

namespace waymark::crypto {

// The namespaces of RFC 4122, appendix C.
inline constexpr std::string_view kUuidOfDns = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
inline constexpr std::string_view kUuidOfUrl = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";

// Whether it is a UUID as it is written, in small letters or capitals.
bool is_uuid(std::string_view text);

// Lower case. `name_space` must be a UUID: our own, known when we compile.
std::string uuid_of_name(std::string_view name_space, std::string_view name);

}  // namespace waymark::crypto
