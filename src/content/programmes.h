// The programme cards of content/programmes.
#pragma once

#include <span>

#include "directory/programme.h"

namespace waymark::content {

// Ordered as the fellowships are. Throws ContentError when our own data is wrong.
std::span<const directory::Programme> programmes();
// Null for a fellowship without a card.
const directory::Programme* programme(directory::Fellowship fellowship);

}  // namespace waymark::content
