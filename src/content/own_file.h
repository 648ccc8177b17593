// A JSON file of content/, as it was compiled in.
#pragma once

#include <string_view>

#include "json/value.h"

namespace waymark::content {

// Throws ContentError when it is no JSON.
json::Value own_file(std::string_view path);

}  // namespace waymark::content
