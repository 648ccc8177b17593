#include "paper/chapter.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "paper/ansi.h"
#include "paper/pdf.h"

namespace waymark::paper {
namespace {

constexpr Lettering kPartName{.face = Face::sans_bold, .size = 9.5, .colour = kTeal};
constexpr Lettering kTitle{.face = Face::sans_bold, .size = 22};
constexpr Lettering kLead{.face = Face::serif_italic, .size = 14, .colour = kSoft};
constexpr Lettering kBlockTitle{.face = Face::sans_bold, .size = 11, .colour = kTeal};
constexpr Lettering kNext{.face = Face::serif, .size = kBodySize};
constexpr Lettering kSmall{.face = Face::serif, .size = 9.5};
constexpr Lettering kSmallSoft{.face = Face::serif, .size = 9.5, .colour = kSoft};
constexpr std::string_view kDrawing = "drawing:";

void append(Strips& strips, Strips more) {
    strips.insert(strips.end(), std::make_move_iterator(more.begin()),
                  std::make_move_iterator(more.end()));
}

void keep_together(Strips& strips) {
    for (auto& strip : strips)
        strip.is_kept_with_next = true;
}

Strip bar(double width, double height, Colour colour, double space_before) {
    Strip strip{.space_before = space_before, .height = height};
    strip.marks.emplace_back(BoxMark{{0, 0, width, height}, colour});
    return strip;
}

bool has_doubt(const std::vector<html::Inline>& text) {
    return std::ranges::any_of(text, [](const html::Inline& part) {
        return (part.kind == html::Inline::Kind::reference && !part.is_certain) ||
               has_doubt(part.inside);
    });
}

bool has_doubt(const std::vector<html::Block>& blocks) {
    return std::ranges::any_of(blocks, [](const html::Block& block) {
        return has_doubt(block.text) || has_doubt(block.inside);
    });
}

Strips head_of(const Chapter& chapter, std::string_view part, double width) {
    Strips strips = strips_of({{to_ansi(part), kPartName, ""}}, {0, width, 13});
    append(strips, strips_of({{to_ansi(chapter.title), kTitle, ""}}, {0, width, 27, 3}));
    strips.push_back(bar(36, 3, kTeal, 8));
    append(strips, strips_of({{to_ansi(chapter.lead), kLead, ""}}, {0, width, 19, 10}));
    keep_together(strips);
    if (!strips.empty()) strips.back().height += 4;
    return strips;
}

// On the right, in the first of the strips.
void set_right(Strip& strip, const TextSpan& span, double width) {
    const double wide = width_of(span.lettering, span.ansi);
    double baseline = 0;
    for (const auto& mark : strip.marks) {
        if (const auto* text = std::get_if<TextMark>(&mark)) baseline = text->baseline;
    }
    strip.marks.emplace_back(TextMark{width - wide, baseline, {0, wide, span}});
}

Strips next_line(const PrintedNext& next, const BookSetting& setting) {
    const auto page = setting.page_of(next.address);
    const auto where = to_ansi(page.empty() ? setting.site_address(next.address) : page);
    const auto href = setting.link_of(next.address);
    const double beside = setting.width - width_of(kSmallSoft, where) - 16;
    const bool is_narrow = beside < setting.width / 2;
    auto line = strips_of({{to_ansi(next.text), kNext, href}},
                          {0, is_narrow ? setting.width : beside, 16.5, 3});
    if (line.empty() || where.empty()) return line;
    if (is_narrow) {
        append(line, strips_of({{where, kSmallSoft, href}}, {0, setting.width, 13}));
    } else {
        set_right(line.back(), {where, kSmallSoft, href}, setting.width);
    }
    return line;
}

Strips next_of(const Chapter& chapter, const BookSetting& setting) {
    const auto& words = setting.book.words;
    if (chapter.next.empty()) return {};
    Strips strips{bar(setting.width, 0.75, kTeal, 20)};
    append(strips, strips_of({{to_ansi(words.next), kBlockTitle, ""}}, {0, setting.width, 15, 8}));
    for (const auto& next : chapter.next)
        append(strips, next_line(next, setting));
    keep_together(strips);
    strips.back().is_kept_with_next = false;
    return strips;
}

Strips source_of(const PrintedSource& source, int number, double width) {
    constexpr double kIndent = 22;
    std::vector<TextSpan> spans{{to_ansi(source.text) + " ", kSmall, source.url}};
    if (!source.url.empty()) {
        const Lettering address{.face = Face::sans, .size = 8, .colour = kTeal};
        spans.push_back({to_ansi(source.url), address, source.url});
    }
    auto strips = strips_of(spans, {kIndent, width - kIndent, 12, 3});
    if (strips.empty()) return strips;
    keep_together(strips);
    strips.back().is_kept_with_next = false;
    const auto label = std::to_string(number) + ".";
    const double wide = width_of(kSmall, label);
    strips.front().marks.emplace_back(
        TextMark{kIndent - 6 - wide, 12 * 0.76, {0, wide, {label, kSmall, ""}}});
    return strips;
}

Strips sources_of(const Chapter& chapter, const BookSetting& setting) {
    if (chapter.sources.empty()) return {};
    const auto& words = setting.book.words;
    const double width = setting.width;
    Strips strips{bar(width, 0.75, kLine, 16)};
    append(strips, strips_of({{to_ansi(words.sources), kBlockTitle, ""}}, {0, width, 15, 8}));
    keep_together(strips);
    int number = 0;
    for (const auto& source : chapter.sources)
        append(strips, source_of(source, ++number, width));
    const bool is_doubtful = chapter.body != nullptr && has_doubt(chapter.body->blocks);
    if (is_doubtful) {
        strips.back().is_kept_with_next = true;
        append(strips,
               strips_of({{to_ansi(words.unconfirmed), kSmallSoft, ""}}, {0, width, 12, 8}));
    }
    return strips;
}

}  // namespace

std::string BookSetting::page_of(std::string_view address) const {
    for (const auto& part : book.parts) {
        for (const auto& chapter : part.chapters) {
            if (address.empty() || chapter.address != address) continue;
            const auto known = pages.find(address);
            const auto number = known == pages.end() ? "000" : std::to_string(known->second);
            std::string words = book.words.page;
            constexpr std::string_view kHole = "{number}";
            const auto hole = words.find(kHole);
            return hole == words.npos ? number : words.replace(hole, kHole.size(), number);
        }
    }
    return {};
}

std::string BookSetting::site_address(std::string_view address) const {
    if (book.origin.empty() || !address.starts_with('/')) return {};
    const auto host = book.origin.find("://");
    auto whole = host == book.origin.npos ? book.origin : book.origin.substr(host + 3);
    return whole.append(address.substr(0, address.find_first_of("?#")));
}

std::string BookSetting::link_of(std::string_view address) const {
    if (!page_of(address).empty() || !address.starts_with('/')) return std::string{address};
    return book.origin.empty() ? std::string{} : book.origin + std::string{address};
}

BodyStyle BookSetting::style() const {
    return {.width = width,
            .unconfirmed = "?",
            .drawing = [this](std::string_view href) -> std::shared_ptr<const Drawing> {
                if (!href.starts_with(kDrawing) || !book.drawing) return nullptr;
                const std::string name{href.substr(kDrawing.size())};
                if (const auto found = drawings.find(name); found != drawings.end())
                    return found->second;
                auto read = read_drawing(book.drawing(name));
                auto kept = read ? std::make_shared<const Drawing>(*std::move(read)) : nullptr;
                return drawings.emplace(name, std::move(kept)).first->second;
            },
            .link = [this](std::string_view href) { return link_of(href); },
            .after_link =
                [this](std::string_view href) {
                    const auto page = page_of(href);
                    const auto where = page.empty() ? site_address(href) : page;
                    return where.empty() ? where : "(" + where + ")";
                }};
}

Strips chapter_strips(const Chapter& chapter, std::string_view part, const BookSetting& setting) {
    Strips strips = head_of(chapter, part, setting.width);
    const BodyStyle style = setting.style();
    if (chapter.body != nullptr) append(strips, body_strips(*chapter.body, style));
    append(strips, next_of(chapter, setting));
    append(strips, sources_of(chapter, setting));
    if (!strips.empty()) strips.back().is_kept_with_next = true;  // No page for one small note.
    append(strips,
           strips_of({{to_ansi(chapter.reviewed), kSmallSoft, ""}}, {0, setting.width, 12, 10}));
    if (!strips.empty()) strips.back().is_kept_with_next = false;
    return strips;
}

}  // namespace waymark::paper
