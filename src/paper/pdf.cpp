#include "paper/pdf.h"

#include <hpdf.h>

#include <array>
#include <cstddef>
#include <stdexcept>
#include <utility>
#include <vector>

#include "paper/ansi.h"

namespace waymark::paper {
namespace {

constexpr const char* kEncoding = "WinAnsiEncoding";
constexpr std::array<const char*, kFaces> kFontNames{
    "Times-Roman", "Times-Bold",     "Times-Italic", "Times-BoldItalic",
    "Helvetica",   "Helvetica-Bold", "Courier"};

constexpr double kSizeMin = 0.1;  // What is smaller nobody sees, and libharu may refuse.

// libharu is C: nothing may be thrown through it, so the first error is kept.
void keep_error(HPDF_STATUS error, HPDF_STATUS, void* kept) {
    auto& first = *static_cast<HPDF_STATUS*>(kept);
    if (first == 0) first = error;
}

struct FreeDocument {
    void operator()(HPDF_Doc document) const { HPDF_Free(document); }
};
using Handle = std::unique_ptr<std::remove_pointer_t<HPDF_Doc>, FreeDocument>;

Handle new_document(HPDF_STATUS& error) {
    Handle handle{HPDF_New(keep_error, &error)};
    if (handle == nullptr) throw std::runtime_error("No memory for a PDF.");
    return handle;
}

void throw_if(HPDF_STATUS error) {
    if (error != 0) throw std::runtime_error("libharu refused, with " + std::to_string(error));
}

using Widths = std::array<std::array<double, 256>, kFaces>;  // Of size 1.

Widths measure() {
    HPDF_STATUS error = 0;
    const auto document = new_document(error);
    Widths widths{};
    for (std::size_t face = 0; face < widths.size(); ++face) {
        const auto font = HPDF_GetFont(document.get(), kFontNames.at(face), kEncoding);
        for (std::size_t letter = 0x20; letter < 0x100; ++letter) {
            const auto byte = static_cast<HPDF_BYTE>(letter);
            widths.at(face).at(letter) = HPDF_Font_TextWidth(font, &byte, 1).width / 1000.0;
        }
    }
    throw_if(error);
    return widths;
}

float real(double value) {
    return static_cast<float>(value);
}

}  // namespace

double width_of(const Lettering& lettering, std::string_view ansi) {
    static const Widths widths = measure();
    const auto& face = widths.at(static_cast<std::size_t>(lettering.face));
    double width = 0;
    for (const char letter : ansi)
        width += face.at(static_cast<unsigned char>(letter));
    return width * lettering.size;
}

struct Pdf::Document {
    struct Link {
        HPDF_Page from = nullptr;
        HPDF_Rect box{};
        int to_page = 0;
        double to_y = 0;
    };

    Document(Size of, std::string_view title) : size(of), handle(new_document(error)) {
        for (std::size_t face = 0; face < fonts.size(); ++face)
            fonts.at(face) = HPDF_GetFont(handle.get(), kFontNames.at(face), kEncoding);
        HPDF_SetCompressionMode(handle.get(), HPDF_COMP_ALL);
        HPDF_SetCurrentEncoder(handle.get(), kEncoding);
        HPDF_SetInfoAttr(handle.get(), HPDF_INFO_TITLE, to_ansi(title).c_str());
    }

    HPDF_Page page() const { return pages.empty() ? nullptr : pages.back(); }
    float from_bottom(double y) const { return real(size.height - y); }
    HPDF_Rect rect(const Box& box) const {
        return {real(box.x), from_bottom(box.y + box.height), real(box.x + box.width),
                from_bottom(box.y)};
    }
    HPDF_Destination destination(int number, double y) {
        const auto at = static_cast<std::size_t>(number) - 1;
        const auto made = HPDF_Page_CreateDestination(pages.at(at));
        HPDF_Destination_SetFitH(made, from_bottom(y));
        return made;
    }
    static void paint(HPDF_Page page, Colour colour, bool is_stroke) {
        const auto part = [](std::uint8_t value) { return real(value / 255.0); };
        const auto set = is_stroke ? HPDF_Page_SetRGBStroke : HPDF_Page_SetRGBFill;
        set(page, part(colour.red), part(colour.green), part(colour.blue));
    }
    void trace(const Outline& outline) const;
    void finish_links();

    HPDF_STATUS error = 0;
    Size size;
    Handle handle;
    std::array<HPDF_Font, kFaces> fonts{};
    std::vector<HPDF_Page> pages{};
    std::vector<Link> links{};  // Made at the end, since they may point to later pages.
    HPDF_Outline last_top = nullptr;
};

void Pdf::Document::trace(const Outline& outline) const {
    const auto on = page();
    for (const auto& step : outline) {
        const float x = real(step.to.x);
        const float y = from_bottom(step.to.y);
        if (step.kind == Step::Kind::move) HPDF_Page_MoveTo(on, x, y);
        if (step.kind == Step::Kind::line) HPDF_Page_LineTo(on, x, y);
        if (step.kind == Step::Kind::close) HPDF_Page_ClosePath(on);
        if (step.kind == Step::Kind::curve) {
            HPDF_Page_CurveTo(on, real(step.first.x), from_bottom(step.first.y),
                              real(step.second.x), from_bottom(step.second.y), x, y);
        }
    }
}

void Pdf::Document::finish_links() {
    for (const auto& link : links) {
        const auto note =
            HPDF_Page_CreateLinkAnnot(link.from, link.box, destination(link.to_page, link.to_y));
        HPDF_LinkAnnot_SetBorderStyle(note, 0, 0, 0);
    }
    links.clear();
}

Pdf::Pdf(Sheet sheet, std::string_view title, Turn turn)
    : document_(std::make_unique<Document>(size_of(sheet, turn), title)) {}
Pdf::~Pdf() = default;
Pdf::Pdf(Pdf&&) noexcept = default;
Pdf& Pdf::operator=(Pdf&&) noexcept = default;

Size Pdf::size() const {
    return document_->size;
}

int Pdf::page() const {
    return static_cast<int>(document_->pages.size());
}

void Pdf::add_page() {
    const auto page = HPDF_AddPage(document_->handle.get());
    throw_if(document_->error);
    document_->pages.push_back(page);
    HPDF_Page_SetWidth(page, real(size().width));
    HPDF_Page_SetHeight(page, real(size().height));
    HPDF_Page_SetLineJoin(page, HPDF_ROUND_JOIN);
}

void Pdf::text(Point baseline, const Lettering& lettering, std::string_view ansi) {
    if (ansi.empty() || lettering.size < kSizeMin || lettering.size > HPDF_MAX_FONTSIZE) return;
    const auto page = document_->page();
    const auto font = document_->fonts.at(static_cast<std::size_t>(lettering.face));
    HPDF_Page_BeginText(page);
    HPDF_Page_SetFontAndSize(page, font, real(lettering.size));
    Document::paint(page, lettering.colour, false);
    HPDF_Page_MoveTextPos(page, real(baseline.x),
                          document_->from_bottom(baseline.y - lettering.rise));
    HPDF_Page_ShowText(page, std::string{ansi}.c_str());
    HPDF_Page_EndText(page);
}

void Pdf::shape(const Outline& outline, const Ink& ink) {
    if (outline.empty() || outline.front().kind != Step::Kind::move) return;
    if (!ink.fill && !ink.stroke) return;
    const auto page = document_->page();
    if (ink.fill) Document::paint(page, *ink.fill, false);
    if (ink.stroke) {
        Document::paint(page, *ink.stroke, true);
        const HPDF_UINT16 dash[]{static_cast<HPDF_UINT16>(4), 3};
        HPDF_Page_SetDash(page, ink.is_dashed ? dash : nullptr, ink.is_dashed ? 2 : 0, 0);
        HPDF_Page_SetLineWidth(page, real(ink.stroke_width));
    }
    document_->trace(outline);
    if (ink.fill && ink.stroke) HPDF_Page_FillStroke(page);
    if (ink.fill && !ink.stroke) HPDF_Page_Fill(page);
    if (!ink.fill) HPDF_Page_Stroke(page);
}

void Pdf::fill(const Box& box, Colour colour) {
    const auto page = document_->page();
    Document::paint(page, colour, false);
    HPDF_Page_Rectangle(page, real(box.x), document_->from_bottom(box.y + box.height),
                        real(box.width), real(box.height));
    HPDF_Page_Fill(page);
}

void Pdf::link(const Box& from, int to_page, double to_y) {
    document_->links.push_back({document_->page(), document_->rect(from), to_page, to_y});
}

void Pdf::link(const Box& from, std::string_view url) {
    const auto note = HPDF_Page_CreateURILinkAnnot(document_->page(), document_->rect(from),
                                                   std::string{url}.c_str());
    HPDF_LinkAnnot_SetBorderStyle(note, 0, 0, 0);
}

void Pdf::bookmark(std::string_view title, int level, int to_page, double to_y) {
    const auto encoder = HPDF_GetEncoder(document_->handle.get(), kEncoding);
    const auto parent = level == 0 ? nullptr : document_->last_top;
    const auto made =
        HPDF_CreateOutline(document_->handle.get(), parent, to_ansi(title).c_str(), encoder);
    HPDF_Outline_SetDestination(made, document_->destination(to_page, to_y));
    if (level == 0) document_->last_top = made;
}

std::string Pdf::bytes() {
    document_->finish_links();
    const auto handle = document_->handle.get();
    HPDF_SaveToStream(handle);
    throw_if(document_->error);
    std::string out(HPDF_GetStreamSize(handle), '\0');
    auto size = static_cast<HPDF_UINT32>(out.size());
    HPDF_ReadFromStream(handle, reinterpret_cast<HPDF_BYTE*>(out.data()), &size);
    throw_if(document_->error);
    out.resize(size);
    return out;
}

}  // namespace waymark::paper
