// QR codes: an address on paper that a telephone can open. Level M, so that a
// crease or a stain does not matter; UTF-8.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "html/safe.h"
#include "paper/drawing.h"
#include "paper/pdf.h"

namespace waymark::paper {

inline constexpr int kQuietModules = 4;           // The empty margin that readers need.
inline constexpr std::size_t kQrBytesMax = 2331;  // Of version 40 at level M.

struct QrCode {
    int size = 0;  // Modules along one side, 21 to 177.
    std::vector<bool> dark{};

    bool is_dark(int x, int y) const {
        return dark.at(static_cast<std::size_t>(y) * static_cast<std::size_t>(size) +
                       static_cast<std::size_t>(x));
    }
};

// Fails with invalid_input on an empty text and on more than kQrBytesMax.
Result<QrCode> qr_code(std::string_view text);

// One path, black on white with its quiet margin, to be sized by its container.
html::Safe qr_svg(const QrCode& code, std::string_view title);

// On the current page, its quiet margin within the box's width.
void draw(Pdf& pdf, const QrCode& code, Point at, double width);

}  // namespace waymark::paper
