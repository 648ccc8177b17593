// Any bytes as a drawing: read or refused, and what was read can be printed.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "paper/drawing.h"
#include "paper/pdf.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view svg{reinterpret_cast<const char*>(data), size};
    const auto drawing = waymark::paper::read_drawing(svg);
    if (!drawing) return 0;
    if (drawing->size.width <= 0 || drawing->size.height <= 0) std::abort();
    waymark::paper::Pdf pdf{waymark::paper::Sheet::a4, "Drawing"};
    pdf.add_page();
    draw(pdf, *drawing, {50, 50}, 400 / drawing->size.width);
    if (!pdf.bytes().starts_with("%PDF-")) std::abort();
    return 0;
}
