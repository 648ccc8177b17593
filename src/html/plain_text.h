// HTML that strangers wrote, as plain text.
#pragma once

#include <string>
#include <string_view>

namespace waymark::html {

// Tags gone (<br> and the end of a paragraph or list item become a line end;
// scripts and styles go with what they hold), entities decoded, no-break
// spaces made spaces, U+FFFD gone, trimmed. A lone '<' or '&' stays. Takes
// anything, never fails; `text` is UTF-8 and so is the answer.
std::string plain_text(std::string_view text);

}  // namespace waymark::html
