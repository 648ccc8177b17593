// The first pages of a book: its cover and its contents.
#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "paper/ansi.h"
#include "paper/chapter.h"
#include "paper/pdf.h"

namespace waymark::paper {
namespace {

constexpr Lettering kCoverTitle{.face = Face::serif_bold, .size = 38};
constexpr Lettering kCoverSubtitle{.face = Face::serif, .size = 17, .colour = kSoft};
constexpr Lettering kCoverSite{.face = Face::sans_bold, .size = 13, .colour = kTeal};
constexpr Lettering kCoverAddress{.face = Face::sans, .size = 10, .colour = kSoft};
constexpr double kCodeWidth = 92;
constexpr Lettering kAlarmNote{.face = Face::sans_bold, .size = 12, .colour = kAlarm};
constexpr Lettering kNote{.face = Face::serif, .size = 12};
constexpr Lettering kContentsTitle{.face = Face::sans_bold, .size = 22};
constexpr Lettering kContentsPart{.face = Face::sans_bold, .size = 11, .colour = kTeal};
constexpr Lettering kEntry{.face = Face::serif, .size = 12};
constexpr double kNumberWidth = 30, kDotStep = 5, kDot = 0.8;

void append(Strips& strips, Strips more) {
    strips.insert(strips.end(), std::make_move_iterator(more.begin()),
                  std::make_move_iterator(more.end()));
}

double height_of(const Strips& strips) {
    double height = 0;
    for (const auto& strip : strips)
        height += strip.space_before + strip.height;
    return height;
}

// The sign of a trail: a lozenge and the edge of the one below it.
Strip sign() {
    auto drawing = std::make_shared<Drawing>();
    drawing->size = {24, 24};
    const Ink full{.fill = kTeal, .stroke = kTeal, .stroke_width = 2.4};
    const Ink edge{.stroke = kTeal, .stroke_width = 2.4};
    drawing->parts.emplace_back(
        DrawnShape{path_outline("M12 2.5 L19 8.1 L12 13.7 L5 8.1 Z"), full});
    drawing->parts.emplace_back(DrawnShape{path_outline("M5 14.6 L12 20.2 L19 14.6"), edge});
    Strip strip{.height = 60};
    strip.marks.emplace_back(DrawingMark{{-8, 0}, 2.5, std::move(drawing)});
    return strip;
}

Strips entry_strips(const Chapter& chapter, const BookSetting& setting) {
    const auto known = setting.pages.find(chapter.address);
    const auto number =
        known == setting.pages.end() ? std::string{"000"} : std::to_string(known->second);
    const double wide = width_of(kEntry, number);
    auto strips = strips_of({{to_ansi(chapter.title), kEntry, chapter.address}},
                            {14, setting.width - 60, 16.5, 2.5});
    if (strips.empty()) return strips;
    for (auto& strip : strips)
        strip.is_kept_with_next = true;
    strips.back().is_kept_with_next = false;
    auto& last = strips.back();
    const auto words = std::get<TextMark>(last.marks.back());
    const double baseline = words.baseline;
    // Drawn, so that nobody has to hear them read aloud; in columns down the page.
    const double from = words.x + words.text.width + 6;
    for (double x = setting.width - kNumberWidth; x > from; x -= kDotStep)
        last.marks.emplace_back(BoxMark{{x, baseline - kDot, kDot, kDot}, kSoft});
    last.marks.emplace_back(
        TextMark{setting.width - wide, baseline, {0, wide, {number, kEntry, chapter.address}}});
    return strips;
}

}  // namespace

Strips cover_strips(const BookSetting& setting, double height) {
    const auto& book = setting.book;
    const double width = setting.width;
    Strips top{{.height = 120}};
    top.push_back(sign());
    append(top, strips_of({{to_ansi(book.title), kCoverTitle, ""}}, {0, width, 44, 14}));
    append(top, strips_of({{to_ansi(book.subtitle), kCoverSubtitle, ""}}, {0, width, 23, 12}));
    const double beside = book.code ? width - kCodeWidth - 16 : width;
    Strips low;
    for (const auto& note : book.notes) {
        const auto& lettering = &note == &book.notes.front() ? kAlarmNote : kNote;
        append(low, strips_of({{to_ansi(note), lettering, ""}}, {0, beside, 16.5, 6}));
    }
    append(low, strips_of({{to_ansi(book.site), kCoverSite, ""}}, {0, beside, 16, 24}));
    append(low, strips_of({{to_ansi(setting.site_address("/")), kCoverAddress, book.origin}},
                          {0, beside, 13}));
    if (book.code && !low.empty()) {
        auto& last = low.back();
        const Point at{width - kCodeWidth, last.height - kCodeWidth};
        last.marks.emplace_back(CodeMark{at, kCodeWidth, *book.code});
    }
    const double gap = height - height_of(top) - height_of(low) - 1;
    if (!low.empty()) low.front().space_before += std::max(0.0, gap);
    append(top, std::move(low));
    return top;
}

Strips contents_strips(const BookSetting& setting) {
    Strips strips = strips_of({{to_ansi(setting.book.words.contents), kContentsTitle, ""}},
                              {0, setting.width, 27});
    for (const auto& part : setting.book.parts) {
        if (part.chapters.empty()) continue;
        auto title =
            strips_of({{to_ansi(part.title), kContentsPart, ""}}, {0, setting.width, 16, 14});
        for (auto& strip : title)
            strip.is_kept_with_next = true;
        append(strips, std::move(title));
        const auto first = strips.size();
        for (const auto& chapter : part.chapters)
            append(strips, entry_strips(chapter, setting));
        // No entry alone at the bottom or the top of a page.
        if (strips.size() - first > 2) {
            strips[first].is_kept_with_next = true;
            strips[strips.size() - 2].is_kept_with_next = true;
        }
    }
    return strips;
}

}  // namespace waymark::paper
