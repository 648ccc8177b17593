// The programmes for people whom somebody else's use worries.
#pragma once

#include <string>

namespace waymark::web {

// Their codes as the option "fellowship" takes them: "al-anon,nar-anon,…".
const std::string& family_fellowships();

}  // namespace waymark::web
