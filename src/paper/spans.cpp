#include <utility>

#include "paper/ansi.h"
#include "paper/body.h"

namespace waymark::paper {
namespace {

using html::Inline;

Lettering strong(Lettering lettering) {
    if (lettering.face == Face::serif) lettering.face = Face::serif_bold;
    if (lettering.face == Face::serif_italic) lettering.face = Face::serif_both;
    if (lettering.face == Face::sans) lettering.face = Face::sans_bold;
    return lettering;
}

Lettering emphasised(Lettering lettering) {
    if (lettering.face == Face::serif) lettering.face = Face::serif_italic;
    if (lettering.face == Face::serif_bold) lettering.face = Face::serif_both;
    return lettering;
}

Lettering raised(const Lettering& lettering) {
    return {.face = Face::sans,
            .size = lettering.size * 0.62,
            .colour = kSoft,
            .rise = lettering.size * 0.36};
}

class Spans {
  public:
    Spans(const Lettering& plain, const BodyStyle& style) : plain_(plain), style_(style) {}

    void add(const std::vector<Inline>& text, const Lettering& lettering, const std::string& href) {
        for (const auto& part : text)
            add(part, lettering, href);
    }
    std::vector<TextSpan> take() { return std::move(all_); }

  private:
    void put(std::string_view utf8, const Lettering& lettering, const std::string& href) {
        all_.push_back({to_ansi(utf8), lettering, href});
    }

    // A reference belongs to the word before it, whatever space the text has there.
    void refer(const Inline& mark) {
        if (!all_.empty()) {
            auto& before = all_.back().ansi;
            while (!before.empty() && before.back() == ' ')
                before.pop_back();
        }
        const auto doubt = mark.is_certain ? std::string{} : style_.unconfirmed;
        put("[" + std::to_string(mark.number) + doubt + "]", raised(plain_), "");
    }

    void add_link(const Inline& part, Lettering lettering) {
        lettering.colour = kTeal;
        const auto href = style_.link ? style_.link(part.href) : part.href;
        add(part.inside, lettering, href);
        const auto after = style_.after_link ? style_.after_link(part.href) : std::string{};
        if (!after.empty()) put(" " + after, lettering, href);
    }

    void add(const Inline& part, const Lettering& lettering, const std::string& href) {
        using enum Inline::Kind;
        switch (part.kind) {
            case text:
                return put(part.text, lettering, href);
            case strong:
                return add(part.inside, paper::strong(lettering), href);
            case emphasis:
                return add(part.inside, emphasised(lettering), href);
            case code: {
                Lettering typed = lettering;
                typed.face = Face::mono;
                typed.size *= 0.9;
                return put(part.text, typed, href);
            }
            case link:
                return add_link(part, lettering);
            case image:
                return put(part.text, lettering, href);
            case line_break:
                return put("\n", lettering, href);
            case reference:
                return refer(part);
        }
    }

    Lettering plain_;
    const BodyStyle& style_;
    std::vector<TextSpan> all_{};
};

}  // namespace

std::vector<TextSpan> spans_of(const std::vector<Inline>& text, const Lettering& lettering,
                               const BodyStyle& style) {
    Spans spans{lettering, style};
    spans.add(text, lettering, "");
    return spans.take();
}

}  // namespace waymark::paper
