#include "paper/pocket.h"

#include <iterator>
#include <utility>

#include "paper/ansi.h"
#include "paper/pdf.h"
#include "paper/strip.h"

namespace waymark::paper {
namespace {

constexpr double kMargin = 18;  // Printers reach no further out.
constexpr double kGutter = 16;  // Half on each side of a fold.
constexpr double kCodeWidth = 84;

constexpr Lettering kTitle{.face = Face::sans_bold, .size = 14, .colour = kInk};
constexpr Lettering kDay{.face = Face::sans_bold, .size = 10.5, .colour = kTeal};
constexpr Lettering kTime{.face = Face::sans_bold, .size = 8.5};
constexpr Lettering kText{.face = Face::sans, .size = 8.5};
constexpr Lettering kNote{.face = Face::sans, .size = 7.5, .colour = kSoft};
constexpr Lettering kDanger{.face = Face::sans_bold, .size = 9, .colour = kAlarm};
constexpr double kLeading = 10.4;

class Column {
  public:
    explicit Column(double width) : width_(width) {}

    void add(std::string_view text, const Lettering& lettering, double before = 0) {
        if (text.empty()) return;
        add(std::vector<TextSpan>{{to_ansi(text), lettering, ""}}, lettering, before);
    }
    void add(const std::vector<TextSpan>& spans, const Lettering& lettering, double before) {
        auto more = strips_of(spans, {0, width_, lettering.size * kLeading / kText.size, before});
        std::move(more.begin(), more.end(), std::back_inserter(strips_));
    }
    // What was added since stays on one panel, and with what follows when asked.
    std::size_t mark() const { return strips_.size(); }
    void keep_from(std::size_t mark, bool is_with_next) {
        for (std::size_t i = mark; i + 1 < strips_.size(); ++i)
            strips_[i].is_kept_with_next = true;
        if (is_with_next && mark < strips_.size()) strips_.back().is_kept_with_next = true;
    }
    void add(const QrCode& code) {
        Strip strip{.space_before = 8, .height = kCodeWidth};
        strip.marks.emplace_back(CodeMark{{0, 0}, kCodeWidth, code});
        strips_.push_back(std::move(strip));
    }
    Strips take() { return std::move(strips_); }

  private:
    double width_;
    Strips strips_{};
};

void add_entry(Column& column, const PocketEntry& entry) {
    const auto begin = column.mark();
    column.add({{to_ansi(entry.time + "  "), kTime, ""}, {to_ansi(entry.title), kTime, ""}}, kTime,
               4);
    for (const auto& line : entry.lines)
        column.add(line, kText);
    column.keep_from(begin, false);
}

Strips strips_of(const PocketList& list, double width) {
    Column column{width};
    column.add(list.title, kTitle);
    column.add(list.subtitle, kNote, 2);
    column.add(list.alarm, kDanger, 4);
    for (const auto& section : list.sections) {
        const auto begin = column.mark();
        column.add(section.title, kDay, 9);
        column.keep_from(begin, true);
        for (const auto& entry : section.entries)
            add_entry(column, entry);
    }
    const auto begin = column.mark();
    column.add(list.legend_title, kDay, 10);
    for (const auto& line : list.legend)
        column.add(line, kText);
    for (const auto& note : list.notes)
        column.add(note, kNote, 4);
    if (list.code) column.add(*list.code);
    column.add(list.code_words, kNote, 2);
    column.keep_from(begin, false);
    return column.take();
}

void put(Pdf& pdf, const PlacedStrip& placed, Point corner) {
    for (const auto& mark : placed.strip.marks) {
        const Point at{corner.x, corner.y + placed.y};
        if (const auto* text = std::get_if<TextMark>(&mark)) {
            pdf.text({at.x + text->x, at.y + text->baseline}, text->text.span.lettering,
                     text->text.span.ansi);
        } else if (const auto* code = std::get_if<CodeMark>(&mark)) {
            draw(pdf, code->code, {at.x + code->at.x, at.y + code->at.y}, code->width);
        }
    }
}

// Short marks at the edges, where to fold.
void put_folds(Pdf& pdf) {
    constexpr double kLength = 9;
    const Ink hair{.stroke = kSoft, .stroke_width = 0.5, .is_dashed = true};
    const auto size = pdf.size();
    const auto line = [&](Point from, Point to) {
        pdf.shape({{Step::Kind::move, from}, {Step::Kind::line, to}}, hair);
    };
    for (std::size_t fold = 1; fold < kPocketColumns; ++fold) {
        const double x = size.width * static_cast<double>(fold) / kPocketColumns;
        line({x, kMargin - kLength}, {x, kMargin});
        line({x, size.height - kMargin}, {x, size.height - kMargin + kLength});
    }
}

}  // namespace

std::string pocket_pdf(const PocketList& list, Sheet sheet, std::string_view window) {
    Pdf pdf{sheet, window, Turn::across};
    const auto size = pdf.size();
    const double panel = size.width / kPocketColumns;
    const double width = panel - kGutter - (kMargin - kGutter / 2);
    const auto panels = paginate(strips_of(list, width), size.height - 2 * kMargin - 12);
    for (std::size_t i = 0; i < panels.size(); ++i) {
        const auto column = i % kPocketColumns;
        if (column == 0) {
            pdf.add_page();
            put_folds(pdf);
        }
        const double x =
            static_cast<double>(column) * panel + (column == 0 ? kMargin : kGutter / 2);
        for (const auto& placed : panels[i])
            put(pdf, placed, {x, kMargin + 6});
    }
    return pdf.bytes();
}

}  // namespace waymark::paper
