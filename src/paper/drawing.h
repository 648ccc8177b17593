// Our own drawings (content/learn/drawings) as shapes for paper. They keep to a
// small part of SVG: g, rect, line, circle, ellipse, polyline, polygon, path
// (absolute M L H V C Q Z) and text, coloured by classes alone:
//
//   f-… s-…     fill and stroke, by the names of the site's colours
//   w1 w2 w3 w5 width of the stroke;  dash
//   t1 t2 t3    size of a text: 15, 17, 20 bold
//
// Whatever else stands there is left out. Any bytes may be passed in.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "paper/ink.h"
#include "paper/pdf.h"

namespace waymark::paper {

inline constexpr std::size_t kDrawingStepsMax = 20'000;
inline constexpr double kDrawingReach = 20'000;  // No number of a drawing lies further out.

struct DrawnShape {
    Outline outline{};
    Ink ink{};
};

struct DrawnText {
    Point at{};
    double anchor = 0;  // How much of its width lies left of `at`: 0, 0.5 or 1.
    Lettering lettering{};
    std::string ansi{};
};

struct Drawing {
    Size size{};
    std::vector<std::variant<DrawnShape, DrawnText>> parts{};  // From the back to the front.
};

// Nothing when it is not such a drawing: no XML, no size, or too much of it.
std::optional<Drawing> read_drawing(std::string_view svg);

// The outline of a path's "d"; what follows the first thing that is wrong is left out.
Outline path_outline(std::string_view d);
Outline rounded_box(const Box& box, double radius);
Outline ellipse(Point centre, double across, double down);  // The radii.

// On the current page, its upper left corner at `at`, everything times `scale`.
void draw(Pdf& pdf, const Drawing& drawing, Point at, double scale);

}  // namespace waymark::paper
