#include "paper/body.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "paper/ansi.h"
#include "paper/pdf.h"

namespace waymark::paper {
namespace {

using html::Block;
using html::Inline;

constexpr Lettering kBody{.face = Face::serif, .size = kBodySize};
constexpr double kParagraphSpace = 8;
constexpr double kItemSpace = 3.5;
constexpr double kListIndent = 18;
constexpr double kQuoteIndent = 16;
constexpr double kDrawingWidth = 252;  // Keeps the letters of a drawing near those of the text.

void append(Strips& strips, Strips more) {
    strips.insert(strips.end(), std::make_move_iterator(more.begin()),
                  std::make_move_iterator(more.end()));
}

const Inline* lone_image(const Block& block) {
    const bool is_one = block.kind == Block::Kind::paragraph && block.text.size() == 1 &&
                        block.text.front().kind == Inline::Kind::image;
    return is_one ? &block.text.front() : nullptr;
}

class Body {
  public:
    explicit Body(const BodyStyle& style) : style_(style) {}

    Strips of(const std::vector<Block>& blocks, double x, double width) const {
        Strips all;
        for (const auto& block : blocks)
            append(all, of(block, x, width));
        return all;
    }

  private:
    Strips of(const Block& block, double x, double width) const {
        using enum Block::Kind;
        switch (block.kind) {
            case paragraph:
                return paragraph_of(block, x, width);
            case heading:
                return heading_of(block, x, width);
            case list:
                return list_of(block, x, width);
            case quote:
                return quote_of(block, x, width);
            case table:
                return table_strips(block, x, width, style_);
            case code:
                return code_of(block, x, width);
            case rule:
                return rule_of(x, width);
            default:
                return of(block.inside, x, width);
        }
    }

    Strips paragraph_of(const Block& block, double x, double width) const {
        if (const auto* image = lone_image(block)) {
            if (auto drawn = drawing_of(*image, x, width); !drawn.empty()) return drawn;
        }
        auto strips = strips_of(spans_of(block.text, kBody, style_),
                                {x, width, kBodyLeading, kParagraphSpace});
        const bool is_strong =
            block.text.size() == 1 && block.text.front().kind == Inline::Kind::strong;
        const bool leads_on = is_strong || html::words_in(block.text).ends_with(':');
        if (!strips.empty() && leads_on) strips.back().is_kept_with_next = true;
        return strips;
    }

    Strips drawing_of(const Inline& image, double x, double width) const {
        const auto drawing = style_.drawing ? style_.drawing(image.href) : nullptr;
        if (!drawing) return {};
        const double scale = std::min(width, kDrawingWidth) / drawing->size.width;
        const double drawn_width = drawing->size.width * scale;
        const double left = x + (width - drawn_width) / 2;
        Strips strips{{.space_before = 12, .height = drawing->size.height * scale}};
        strips.back().marks.emplace_back(DrawingMark{{left, 0}, scale, drawing});
        const Lettering small{.face = Face::sans, .size = 9, .colour = kSoft};
        auto caption = strips_of({{to_ansi(image.text), small, ""}}, {left, drawn_width, 12, 5});
        strips.back().is_kept_with_next = !caption.empty();
        for (auto& strip : caption)
            strip.is_kept_with_next = true;
        append(strips, std::move(caption));
        strips.back().is_kept_with_next = false;
        strips.back().height += 6;
        return strips;
    }

    Strips heading_of(const Block& block, double x, double width) const {
        const bool is_large = block.level <= 2;
        const Lettering bold{.face = Face::sans_bold, .size = is_large ? 14.0 : 12.0};
        auto strips = strips_of(spans_of(block.text, bold, style_),
                                {x, width, is_large ? 18.0 : 16.0, is_large ? 18.0 : 13.0});
        for (auto& strip : strips)
            strip.is_kept_with_next = true;
        return strips;
    }

    Strips list_of(const Block& list, double x, double width) const {
        Strips all;
        int number = list.start;
        for (const auto& item : list.inside) {
            auto strips = of(item.inside, x + kListIndent, width - kListIndent);
            if (strips.empty()) continue;
            strips.front().space_before = all.empty() ? kParagraphSpace : kItemSpace;
            const auto marker = list.is_ordered ? std::to_string(number) + "." : to_ansi("•");
            mark(strips.front(), marker, x);
            append(all, std::move(strips));
            ++number;
        }
        if (all.size() > 1) all.front().is_kept_with_next = true;
        return all;
    }

    // Beside the first line of an item; numbers end where bullets would.
    static void mark(Strip& strip, const std::string& marker, double x) {
        const double width = width_of(kBody, marker);
        const double left = x + kListIndent - 6 - width;
        strip.marks.emplace_back(
            TextMark{left, kBodyLeading * 0.76, {0, width, {marker, kBody, ""}}});
    }

    Strips quote_of(const Block& quote, double x, double width) const {
        auto strips = of(quote.inside, x + kQuoteIndent, width - kQuoteIndent);
        for (auto& strip : strips) {
            const bool is_first = &strip == &strips.front();
            if (!is_first) {  // The bar goes on through the space between paragraphs.
                lower(strip, strip.space_before);
                strip.space_before = 0;
            }
            strip.marks.insert(strip.marks.begin(), BoxMark{{x + 2, 0, 3, strip.height}, kTeal});
        }
        if (!strips.empty()) strips.front().space_before = kParagraphSpace + 2;
        return strips;
    }

    static void lower(Strip& strip, double by) {
        strip.height += by;
        for (auto& mark : strip.marks) {
            if (auto* text = std::get_if<TextMark>(&mark)) text->baseline += by;
            if (auto* box = std::get_if<BoxMark>(&mark)) box->box.y += by;
            if (auto* drawing = std::get_if<DrawingMark>(&mark)) drawing->at.y += by;
        }
    }

    Strips code_of(const Block& block, double x, double width) const {
        const Lettering typed{.face = Face::mono, .size = 10};
        return strips_of(spans_of(block.text, typed, style_), {x + 8, width - 8, 14, 8});
    }

    static Strips rule_of(double x, double width) {
        Strips strips{{.space_before = 12, .height = 8}};
        strips.back().marks.emplace_back(BoxMark{{x, 0, width, 0.75}, kLine});
        return strips;
    }

    const BodyStyle& style_;
};

}  // namespace

Strips body_strips(const html::Markdown& body, const BodyStyle& style) {
    auto strips = Body{style}.of(body.blocks, 0, style.width);
    if (!strips.empty()) strips.back().is_kept_with_next = false;
    return strips;
}

}  // namespace waymark::paper
