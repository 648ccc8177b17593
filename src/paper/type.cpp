#include "paper/type.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "paper/pdf.h"

namespace waymark::paper {
namespace {

// A word may be of several spans: "**word**[1]".
struct Piece {
    std::size_t span = 0;
    std::string_view ansi{};
    double width = 0;
};

struct Word {
    std::vector<Piece> pieces{};
    double width = 0;
    double space_before = 0;
    bool starts_line = false;
};

class Words {
  public:
    explicit Words(const std::vector<TextSpan>& spans) {
        for (std::size_t i = 0; i < spans.size(); ++i)
            add(spans[i], i);
        finish();
    }
    std::vector<Word> take() { return std::move(all_); }

  private:
    void add(const TextSpan& span, std::size_t index) {
        std::string_view rest = span.ansi;
        while (!rest.empty()) {
            const auto length = std::min(rest.find_first_of(" \n"), rest.size());
            if (length > 0) put(span, index, rest.substr(0, length));
            rest.remove_prefix(length);
            if (rest.empty()) return;
            finish();
            if (rest.front() == '\n') {
                breaks_ = true;
            } else {
                space_ = width_of(span.lettering, " ");
            }
            rest.remove_prefix(1);
        }
    }
    void put(const TextSpan& span, std::size_t index, std::string_view ansi) {
        const double width = width_of(span.lettering, ansi);
        word_.pieces.push_back({index, ansi, width});
        word_.width += width;
    }
    void finish() {
        if (word_.pieces.empty()) return;
        word_.space_before = space_;
        word_.starts_line = breaks_;
        all_.push_back(std::move(word_));
        word_ = {};
        space_ = 0;
        breaks_ = false;
    }

    std::vector<Word> all_{};
    Word word_{};
    double space_ = 0;
    bool breaks_ = false;
};

class Setting {
  public:
    Setting(const std::vector<TextSpan>& spans, double width) : spans_(spans), measure_(width) {}

    std::vector<SetLine> run() {
        for (const auto& word : Words{spans_}.take())
            put(word);
        return std::move(lines_);
    }

  private:
    void put(const Word& word) {
        const bool fits = !lines_.empty() && !word.starts_line &&
                          lines_.back().width + word.space_before + word.width <= measure_;
        if (fits) return append(word.pieces, word.space_before);
        lines_.emplace_back();
        if (word.width <= measure_) return append(word.pieces, 0);
        for (const auto& piece : word.pieces)
            put_broken(piece);
    }

    void put_broken(Piece piece) {
        while (!piece.ansi.empty()) {
            const double room = measure_ - lines_.back().width;
            auto length = fitting(piece, room);
            if (length == 0 && !lines_.back().texts.empty()) {
                lines_.emplace_back();
                continue;
            }
            length = std::max<std::size_t>(length, 1);
            const auto part = piece.ansi.substr(0, length);
            append({{piece.span, part, width_of(lettering(piece), part)}}, 0);
            piece.ansi.remove_prefix(length);
            if (!piece.ansi.empty()) lines_.emplace_back();
        }
    }

    // How many letters go into `room`, preferring to end after a mark.
    std::size_t fitting(const Piece& piece, double room) const {
        std::size_t length = 0;
        double width = 0;
        while (length < piece.ansi.size()) {
            width += width_of(lettering(piece), piece.ansi.substr(length, 1));
            if (width > room) break;
            ++length;
        }
        if (length == piece.ansi.size()) return length;
        const auto mark = piece.ansi.substr(0, length).find_last_of("/.-_=&?");
        return mark == std::string_view::npos ? length : mark + 1;
    }

    void append(const std::vector<Piece>& pieces, double space) {
        auto& line = lines_.back();
        for (const auto& piece : pieces) {
            const bool goes_on = !line.texts.empty() && last_span_ == piece.span;
            line.width += space;
            if (goes_on) {
                auto& text = line.texts.back();
                if (space > 0) text.span.ansi += ' ';
                text.span.ansi += piece.ansi;
                text.width += space + piece.width;
            } else {
                const auto& span = spans_[piece.span];
                line.texts.push_back({line.width,
                                      piece.width,
                                      {std::string{piece.ansi}, span.lettering, span.href}});
            }
            line.width += piece.width;
            last_span_ = piece.span;
            space = 0;
        }
    }

    const Lettering& lettering(const Piece& piece) const { return spans_[piece.span].lettering; }

    const std::vector<TextSpan>& spans_;
    double measure_;
    std::vector<SetLine> lines_{};
    std::size_t last_span_ = 0;
};

}  // namespace

std::vector<SetLine> set_lines(const std::vector<TextSpan>& spans, double width) {
    return Setting{spans, width}.run();
}

TextWidths widths_of(const std::vector<TextSpan>& spans) {
    TextWidths widths;
    double line = 0;
    for (const auto& word : Words{spans}.take()) {
        line = word.starts_line ? word.width : line + word.space_before + word.width;
        widths.narrowest = std::max(widths.narrowest, word.width);
        widths.widest = std::max(widths.widest, line);
    }
    return widths;
}

}  // namespace waymark::paper
