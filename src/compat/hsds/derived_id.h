// Ids for what has none of its own in our directory (a phone, a span of hours,
// a term): UUIDs of the free form (RFC 9562, version 8). Their bits are a hash
// of what the thing belongs to, so they stay the same as long as that does.
//
// No proof of anything, and no secret: not for what somebody might want to forge.
#pragma once

#include <string>
#include <string_view>

namespace waymark::compat::hsds {

// derived_id("phone", id_of_service, "0"). Different arguments, different ids.
std::string derived_id(std::string_view what, std::string_view owner, std::string_view which = {});

// Eight, four, four, four and twelve hexadecimal digits, in either case.
bool is_uuid(std::string_view text);

}  // namespace waymark::compat::hsds
