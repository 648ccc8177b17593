#include "paper/qr.h"

#include <qrencode.h>

#include <cerrno>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "html/escape.h"

namespace waymark::paper {
namespace {

struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

// Calls `each(x, y, length)` for every run of dark modules in a row.
template <class Each>
void each_run(const QrCode& code, Each each) {
    for (int y = 0; y < code.size; ++y) {
        for (int x = 0; x < code.size; ++x) {
            const int start = x;
            while (x < code.size && code.is_dark(x, y))
                ++x;
            if (x > start) each(start, y, x - start);
        }
    }
}

}  // namespace

Result<QrCode> qr_code(std::string_view text) {
    if (text.empty()) return invalid_input("text", "There is nothing to put into this code.");
    const auto too_long = [] {
        return invalid_input("text", "This is too long for a code. Leave something out.");
    };
    if (text.size() > kQrBytesMax) return too_long();
    // The library's interface wants bytes without a sign; it reads them only.
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    errno = 0;
    const std::unique_ptr<QRcode, FreeCode> made{
        QRcode_encodeData(static_cast<int>(text.size()), bytes, 0, QR_ECLEVEL_M)};
    if (made == nullptr && errno == ERANGE) return too_long();
    if (made == nullptr) throw std::runtime_error("libqrencode made no code.");
    QrCode code{.size = made->width};
    const auto count =
        static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width);
    code.dark.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        code.dark.push_back((made->data[i] & 1U) != 0);
    return code;
}

html::Safe qr_svg(const QrCode& code, std::string_view title) {
    const auto side = std::to_string(code.size + 2 * kQuietModules);
    std::string path;
    each_run(code, [&](int x, int y, int length) {
        const auto run = std::to_string(length);
        path += 'M' + std::to_string(x + kQuietModules) + ' ' + std::to_string(y + kQuietModules);
        path += 'h' + run + "v1h-" + run + 'z';
    });
    std::string svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + ' ' + side;
    svg += "\" role=\"img\" class=\"qr\" shape-rendering=\"crispEdges\"><title>";
    html::append_escaped(svg, title);
    svg += "</title><rect width=\"" + side + "\" height=\"" + side + "\" fill=\"#fff\"/>";
    svg += "<path fill=\"#000\" d=\"" + path + "\"/></svg>";
    return html::Safe::built(std::move(svg));
}

void draw(Pdf& pdf, const QrCode& code, Point at, double width) {
    constexpr Colour kBlack{};
    const double module = width / (code.size + 2 * kQuietModules);
    pdf.fill({at.x, at.y, width, width}, kWhite);
    Outline all;  // One path: seams between rows would show on a screen.
    each_run(code, [&](int x, int y, int length) {
        const Box run{at.x + (x + kQuietModules) * module, at.y + (y + kQuietModules) * module,
                      length * module, module};
        for (const auto& step : rounded_box(run, 0))
            all.push_back(step);
    });
    pdf.shape(all, {.fill = kBlack});
}

}  // namespace waymark::paper
