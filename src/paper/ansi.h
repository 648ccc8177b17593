// The letters that a PDF's own fonts have: Windows code page 1252, enough for
// English and Spanish (and most of Western Europe).
//
// Every font a reader's program brings along speaks it, so nothing has to be
// embedded. What it lacks becomes "?": Greek, "≤", arrows, pictographs. Spaces
// and hyphens that only differ in how they break become the plain ones.
#pragma once

#include <string>
#include <string_view>

namespace waymark::paper {

// UTF-8 to code page 1252. "\n" stays; other controls and zero-width characters go.
std::string to_ansi(std::string_view utf8);

}  // namespace waymark::paper
