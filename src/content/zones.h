// The clocks of a country, for a reader to choose from; nobody's is guessed.
#pragma once

#include <vector>

#include "core/zone.h"

namespace waymark::content {

// The first is where most of its people live. Empty for a country we have no
// zones for. Throws ContentError when our own data is wrong.
const std::vector<Zone>& zones_of(std::string_view country);

}  // namespace waymark::content
