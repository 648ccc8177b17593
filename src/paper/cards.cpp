#include "paper/cards.h"

#include <array>
#include <cstddef>
#include <utility>

#include "paper/ansi.h"
#include "paper/pdf.h"
#include "paper/strip.h"

namespace waymark::paper {
namespace {

constexpr std::size_t kColumns = 2, kRows = kCardsOnSheet / kColumns;
constexpr double kPad = 11, kTopPad = 9;
constexpr double kBand = 4;
constexpr double kCodeWidth = 58;
constexpr std::array kScales{1.0, 0.92, 0.84, 0.76, 0.7};

Colour colour_of(const Card& card) {
    return card.is_alarm ? kAlarm : kTeal;
}

Strips lines_of(const Card& card, double width, double scale) {
    const Lettering title{.face = Face::sans_bold, .size = 11 * scale, .colour = colour_of(card)};
    Strips all = strips_of({{to_ansi(card.title), title, ""}}, {0, width, 13.5 * scale});
    for (const auto& line : card.lines) {
        const Lettering strong{.face = Face::sans_bold, .size = 8.6 * scale};
        const Lettering usual{.face = Face::sans, .size = 8.6 * scale};
        std::vector<TextSpan> spans{{to_ansi(line.text), line.is_strong ? strong : usual, ""}};
        if (!line.lead.empty()) spans.insert(spans.begin(), {to_ansi(line.lead + " "), strong, ""});
        for (auto& strip : strips_of(spans, {0, width, 10.8 * scale, 3 * scale}))
            all.push_back(std::move(strip));
    }
    return all;
}

double height_of(const Strips& strips) {
    double height = 0;
    for (const auto& strip : strips)
        height += strip.space_before + strip.height;
    return height;
}

Strips fitted(const Card& card, double width, double height) {
    Strips strips;
    for (const double scale : kScales) {
        strips = lines_of(card, width, scale);
        if (height_of(strips) <= height) return strips;
    }
    while (height_of(strips) > height)
        strips.pop_back();
    return strips;
}

void put_card(Pdf& pdf, const Card& card, Point at) {
    pdf.fill({at.x, at.y, kCardWidth, kBand}, colour_of(card));
    const double width = kCardWidth - 2 * kPad - (card.code ? kCodeWidth : 0);
    double y = at.y + kBand + kTopPad;
    for (const auto& strip : fitted(card, width, kCardHeight - kBand - 2 * kTopPad)) {
        y += strip.space_before;
        for (const auto& mark : strip.marks) {
            const auto& text = std::get<TextMark>(mark);
            pdf.text({at.x + kPad + text.x, y + text.baseline}, text.text.span.lettering,
                     text.text.span.ansi);
        }
        y += strip.height;
    }
    if (!card.code) return;
    const Point corner{at.x + kCardWidth - kCodeWidth - 6, at.y + kCardHeight - kCodeWidth - 6};
    draw(pdf, *card.code, corner, kCodeWidth);
}

// Short marks outside the cards, so that no line is left on one after cutting.
void put_cut_marks(Pdf& pdf, Point corner) {
    constexpr double kAway = 4, kLength = 12;
    const Ink hair{.stroke = kSoft, .stroke_width = 0.5};
    const auto line = [&](Point from, Point to) {
        pdf.shape({{Step::Kind::move, from}, {Step::Kind::line, to}}, hair);
    };
    const double right = corner.x + kColumns * kCardWidth, low = corner.y + kRows * kCardHeight;
    for (std::size_t column = 0; column <= kColumns; ++column) {
        const double x = corner.x + static_cast<double>(column) * kCardWidth;
        line({x, corner.y - kAway}, {x, corner.y - kAway - kLength});
        line({x, low + kAway}, {x, low + kAway + kLength});
    }
    for (std::size_t row = 0; row <= kRows; ++row) {
        const double y = corner.y + static_cast<double>(row) * kCardHeight;
        line({corner.x - kAway, y}, {corner.x - kAway - kLength, y});
        line({right + kAway, y}, {right + kAway + kLength, y});
    }
}

}  // namespace

std::string cards_pdf(const std::vector<Card>& cards, Sheet sheet, std::string_view title) {
    Pdf pdf{sheet, title};
    const Size size = pdf.size();
    const Point corner{(size.width - kColumns * kCardWidth) / 2,
                       (size.height - kRows * kCardHeight) / 2};
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const std::size_t place = i % kCardsOnSheet;
        if (place == 0) {
            pdf.add_page();
            put_cut_marks(pdf, corner);
        }
        put_card(pdf, cards[i],
                 {corner.x + static_cast<double>(place % kColumns) * kCardWidth,
                  corner.y + static_cast<double>(place / kColumns) * kCardHeight});
    }
    return pdf.bytes();
}

}  // namespace waymark::paper
