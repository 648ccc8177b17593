// Text that is made to look like other text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace waymark {

// Whether one word of it is written in letters of two scripts that share their
// shapes (Latin, Greek, Cyrillic, Armenian, Cherokee): "Grасe" with Cyrillic
// "а" and "с". Words of different scripts side by side are no such thing.
bool mixes_scripts(std::string_view text);

// A host's name in the letters that are sent over the network: "bücher.example"
// is "xn--bcher-kva.example" (UTS #46). Lower case. Nothing for what cannot be
// the name of a host.
std::optional<std::string> ascii_host(std::string_view host);

}  // namespace waymark
