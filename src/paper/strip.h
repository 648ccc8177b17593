// What a page is built of: strips, each as high as what stands on it, that no
// page break cuts. Text, lists and tables become strips; pages take them in
// order.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "paper/drawing.h"
#include "paper/ink.h"
#include "paper/qr.h"
#include "paper/type.h"

namespace waymark::paper {

// All places are from the strip's upper left corner.
struct TextMark {
    double x = 0, baseline = 0;
    SetText text{};
};

struct BoxMark {
    Box box{};
    Colour colour{};
};

struct DrawingMark {
    Point at{};
    double scale = 1;
    std::shared_ptr<const Drawing> drawing{};
};

struct CodeMark {
    Point at{};
    double width = 0;
    QrCode code{};
};

struct Strip {
    double space_before = 0;  // Left out at the top of a page.
    double height = 0;
    bool is_kept_with_next = false;
    std::vector<std::variant<BoxMark, DrawingMark, CodeMark, TextMark>> marks{};
    std::shared_ptr<const Strip> head{};  // Of a table's row: stands again on top of a new page.
};

using Strips = std::vector<Strip>;

struct PlacedStrip {
    double y = 0;  // From the top of the text.
    Strip strip{};
};
using PagesOfStrips = std::vector<std::vector<PlacedStrip>>;

// Fills pages of that height, one after the other. Strips kept with their next
// stay on one page as long as they fit on one at all. No strips, no pages.
PagesOfStrips paginate(Strips strips, double height);

// One strip a line, from `x` on. Neither the first line of a paragraph nor its
// last one stands alone on a page.
struct Setting {
    double x = 0, width = 0;
    double leading = 14;
    double space_before = 0;
};
Strips strips_of(const std::vector<TextSpan>& spans, const Setting& setting);

}  // namespace waymark::paper
