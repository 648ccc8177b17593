// Sets text: spans of lettering into lines of a width, left-aligned, never
// hyphenated. Pure: the same spans and width give the same lines.
#pragma once

#include <string>
#include <vector>

#include "paper/ink.h"

namespace waymark::paper {

struct TextSpan {
    std::string ansi{};  // "\n" ends a line.
    Lettering lettering{};
    std::string href{};  // Where it links to; "" for nowhere.
};

struct SetText {
    double x = 0;
    double width = 0;
    TextSpan span{};
};

struct SetLine {
    std::vector<SetText> texts{};
    double width = 0;
};

// Lines break at spaces. A word wider than `width` breaks wherever it must,
// after "/" "." "-" "_" "=" "&" "?" where it can. No spans, no lines.
std::vector<SetLine> set_lines(const std::vector<TextSpan>& spans, double width);

// Of the longest word, and of all of it on one line.
struct TextWidths {
    double narrowest = 0, widest = 0;
};
TextWidths widths_of(const std::vector<TextSpan>& spans);

}  // namespace waymark::paper
