// Text to HTML text: what a person typed or a feed sent shows as it was
// written, in an element or in a quoted attribute, and can never be markup.
#pragma once

#include <string>
#include <string_view>

namespace waymark::html {

// & < > " ' become entities; every other byte stays.
std::string escape(std::string_view text);
void append_escaped(std::string& out, std::string_view text);

}  // namespace waymark::html
