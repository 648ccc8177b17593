// The key under which the tables hold a name; scripts/places/key.mjs makes the same.
#pragma once

#include <string>
#include <string_view>

namespace waymark::places {

// The folded name with "saint", "sainte", "mount" and "fort" in their short
// forms, so that "Saint Louis" and "St. Louis" are one.
std::string key_of(std::string_view name);

}  // namespace waymark::places
