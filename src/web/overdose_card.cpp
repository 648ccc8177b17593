#include "web/overdose_card.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/phrase.h"
#include "core/text.h"
#include "html/escape.h"

namespace waymark::web {
namespace {

using locale::Speaker;

// Tenths of a millimetre, as the viewBox has them.
constexpr double kWidth = 856;
constexpr double kHeight = 540;
constexpr double kMargin = 30;
constexpr double kLargest = 34;
constexpr double kSmallest = 16;
constexpr double kLineHeight = 1.22;  // Of the size of the letters, like all that follow.
constexpr double kParagraphGap = 0.32;
constexpr double kIndent = 1.5;
constexpr double kTitle = 1.3;
constexpr double kBold = 1.1;

using Paragraph = CardParagraph;

std::vector<Paragraph> front(const Speaker& speak, const std::string& number) {
    const auto call = speak.say(phrase("Call {number}", {{"number", number}}));
    return {
        {{},
         {},
         speak.say("Signs of an overdose: they cannot be woken; slow breathing, or none; gurgling "
                   "or heavy snoring; blue or grey lips or nails; very small pupils; cold, damp "
                   "skin.")},
        {"1", speak.say("Try to wake them"),
         speak.say("Shout their name. Rub your knuckles hard on the middle of their chest.")},
        {"2", call,
         speak.say("Say: “Someone is not breathing.” You do not have to say why. Turn the "
                   "loudspeaker on.")},
        {"3", speak.say("Give naloxone, if you have it"),
         speak.say("Nose spray: tilt the head back, put the tip into one nostril, press once. "
                   "Injection: one dose into the muscle of the thigh or upper arm. It does no harm "
                   "if the cause is something else.")}};
}

std::vector<Paragraph> back(const Speaker& speak) {
    return {
        {"4", speak.say("Breathe for them"),
         speak.say("Lay them on their back. Clear the mouth, tilt the head back, lift the chin, "
                   "pinch the nose. One breath every five seconds; watch the chest rise. If there "
                   "is no pulse and you are trained, or the operator tells you to: press hard and "
                   "fast on the middle of the chest.")},
        {"5", speak.say("Not awake after 2 to 3 minutes? Give a second dose"),
         speak.say("Use the other nostril. Keep breathing for them.")},
        {"6", speak.say("Breathing again? Roll them on their side"),
         speak.say("Top knee bent, a hand under the cheek, so that they cannot choke. This is the "
                   "recovery position.")},
        {"7", speak.say("Stay until help comes"),
         speak.say("Naloxone wears off after 30 to 90 minutes. The overdose can come back.")},
        {{},
         {},
         speak.say("Do not put them in a cold bath, make them walk, inject anything else such as "
                   "salt water or milk, or leave them to sleep it off.")}};
}

// How wide a letter is, in sizes: a little wider than in the usual sans-serif
// faces, so that no line runs over the edge in any of them.
double width_of(char c) {
    const auto is_in = [c](std::string_view some) { return some.find(c) != some.npos; };
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) return 0;  // Of a letter counted already.
    if (is_in("ijl.,:;'|!I ")) return 0.32;
    if (is_in("frt()-/")) return 0.42;
    if (is_in("mwMW")) return 0.9;
    if (c >= 'A' && c <= 'Z') return 0.7;
    return 0.61;
}

double width_of(std::string_view word, bool is_bold) {
    double width = 0;
    for (const char c : word)
        width += width_of(c);
    return is_bold ? width * kBold : width;
}

struct Line {
    std::string bold{};
    std::string plain{};
};

// The words of a paragraph in lines of at most `width` sizes.
std::vector<Line> lines_of(const Paragraph& paragraph, double width) {
    std::vector<Line> lines(1);
    double used = 0;
    const auto add = [&](std::string_view word, bool is_bold) {
        const double wide = width_of(word, is_bold) + width_of(' ');
        if (used > 0 && used + wide > width) {
            lines.emplace_back();
            used = 0;
        }
        std::string& run = is_bold ? lines.back().bold : lines.back().plain;
        if (!run.empty()) run += ' ';
        run += word;
        used += wide;
    };
    for (const auto word : split(paragraph.title, ' ')) {
        if (!word.empty()) add(word, true);
    }
    for (const auto word : split(paragraph.text, ' ')) {
        if (!word.empty()) add(word, false);
    }
    // A step's title is a sentence without its stop.
    const bool has_both = !paragraph.title.empty() && !paragraph.text.empty();
    const char last = paragraph.title.empty() ? '?' : paragraph.title.back();
    if (has_both && last != '?' && last != '.') {
        auto with_title = std::find_if(lines.rbegin(), lines.rend(),
                                       [](const Line& line) { return !line.bold.empty(); });
        with_title->bold += '.';
    }
    return lines;
}

double indent_of(const Paragraph& paragraph) {
    return paragraph.number.empty() ? 0 : kIndent;
}

double lines_width(const Paragraph& paragraph, double size) {
    return (kWidth - 2 * kMargin) / size - indent_of(paragraph);
}

double height_of(const std::vector<Paragraph>& paragraphs, double size, bool has_title) {
    double height = has_title ? kTitle * kLineHeight + kParagraphGap : 0;
    for (const auto& paragraph : paragraphs) {
        const auto count = lines_of(paragraph, lines_width(paragraph, size)).size();
        height += static_cast<double>(count) * kLineHeight + kParagraphGap;
    }
    return (height - kParagraphGap) * size;
}

// Both sides are written in the largest letters in which both fit.
double size_for(const Speaker& speak, const std::string& number) {
    const auto fits = [&](double size) {
        const double space = kHeight - 2 * kMargin;
        return height_of(front(speak, number), size, true) <= space &&
               height_of(back(speak), size, false) <= space;
    };
    double size = kLargest;
    while (size > kSmallest && !fits(size))
        size -= 0.5;
    return size;
}

std::string number_text(double value) {
    const auto tenths = static_cast<std::int64_t>(value * 10 + 0.5);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

class Drawing {
  public:
    Drawing(double size, std::string_view language) : size_(size), y_(kMargin) {
        svg_ =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"wallet\" viewBox=\"0 0 856 540\" "
            "width=\"85.6mm\" height=\"54mm\" lang=\"" +
            html::escape(language) +
            "\" font-family=\"Arial, Helvetica, 'Liberation Sans', sans-serif\" font-size=\"" +
            number_text(size_) +
            "\"><rect class=\"ground\" x=\"1.5\" y=\"1.5\" width=\"853\" height=\"537\" "
            "rx=\"30\" fill=\"#ffffff\" stroke=\"#3c4f53\" stroke-width=\"3\"/>";
    }

    void title(std::string_view words) {
        y_ += kTitle * size_;
        svg_ += "<text class=\"head\" fill=\"#8f1414\" font-weight=\"700\" font-size=\"" +
                number_text(kTitle * size_) + "\" x=\"" + number_text(kMargin) + "\" y=\"" +
                number_text(y_) + "\">" + html::escape(words) + "</text>";
        y_ += ((kLineHeight - 1) * kTitle + kParagraphGap) * size_;
    }

    void paragraph(const Paragraph& paragraph) {
        const double left = kMargin + indent_of(paragraph) * size_;
        bool is_first = true;
        for (const auto& line : lines_of(paragraph, lines_width(paragraph, size_))) {
            y_ += size_;
            if (is_first && !paragraph.number.empty())
                text(kMargin, "head", "#8f1414", {.bold = paragraph.number});
            text(left, "words", "#17262a", line);
            y_ += (kLineHeight - 1) * size_;
            is_first = false;
        }
        y_ += kParagraphGap * size_;
    }

    html::Safe done() && {
        svg_ += "</svg>";
        return html::Safe::built(std::move(svg_));
    }

  private:
    void text(double x, std::string_view name, std::string_view fill, const Line& line) {
        svg_ += "<text class=\"" + std::string{name} + "\" fill=\"" + std::string{fill} +
                "\" x=\"" + number_text(x) + "\" y=\"" + number_text(y_) + "\">";
        if (!line.bold.empty())
            svg_ += "<tspan font-weight=\"700\">" + html::escape(line.bold) + "</tspan>";
        if (!line.bold.empty() && !line.plain.empty()) svg_ += " ";
        svg_ += html::escape(line.plain) + "</text>";
    }

    double size_;
    double y_;
    std::string svg_{};
};

}  // namespace

std::vector<CardParagraph> overdose_words(const Speaker& speak, const std::string& emergency_number,
                                          CardSide side) {
    return side == CardSide::front ? front(speak, emergency_number) : back(speak);
}

html::Safe overdose_card(const Speaker& speak, const std::string& emergency_number, CardSide side) {
    Drawing drawing{size_for(speak, emergency_number), locale::code_of(speak.language())};
    if (side == CardSide::front) drawing.title(speak.say("Someone will not wake up"));
    for (const auto& paragraph : overdose_words(speak, emergency_number, side))
        drawing.paragraph(paragraph);
    return std::move(drawing).done();
}

}  // namespace waymark::web
