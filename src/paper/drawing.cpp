#include "paper/drawing.h"

#include <expat.h>

#include <algorithm>
#include <array>
#include <exception>
#include <map>
#include <memory>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include "core/number.h"
#include "core/text.h"
#include "paper/ansi.h"

namespace waymark::paper {
namespace {

constexpr std::size_t kDepthMax = 32;
constexpr std::size_t kBytesMax = std::size_t{1} << 20;

using Attributes = std::map<std::string, std::string, std::less<>>;

struct Look {
    std::optional<Colour> fill = kInk, stroke{};
    double width = 1;
    bool is_dashed = false;
    double text_size = 15;
    bool is_bold = false;
};

struct NamedColour {
    std::string_view name;
    std::optional<Colour> colour;
};

constexpr std::array<NamedColour, 14> kColours{{{"paper", kPaper},
                                                {"sheet", kWhite},
                                                {"teal", kTeal},
                                                {"tint", kTint},
                                                {"amber", kAmber},
                                                {"amber-tint", kAmberTint},
                                                {"alarm", kAlarm},
                                                {"alarm-tint", kAlarmTint},
                                                {"ink", kInk},
                                                {"soft", kSoft},
                                                {"line", kLine},
                                                {"on-teal", kWhite},
                                                {"on-alarm", kWhite},
                                                {"none", std::nullopt}}};

void set_colour(std::optional<Colour>& colour, std::string_view name) {
    const auto* found = std::ranges::find(kColours, name, &NamedColour::name);
    if (found != kColours.end()) colour = found->colour;
}

void apply(Look& look, std::string_view name) {
    if (name.starts_with("f-")) set_colour(look.fill, name.substr(2));
    if (name.starts_with("s-")) set_colour(look.stroke, name.substr(2));
    if (name.size() == 2 && name[0] == 'w' && name[1] >= '1' && name[1] <= '9')
        look.width = name[1] - '0';
    if (name == "dash") look.is_dashed = true;
    if (name == "t1") look.text_size = 15;
    if (name == "t2") look.text_size = 17;
    if (name == "t3") {
        look.text_size = 20;
        look.is_bold = true;
    }
}

double number_in(const Attributes& attributes, std::string_view name) {
    const auto found = attributes.find(name);
    if (found == attributes.end()) return 0;
    return std::clamp(parse_number<double>(trimmed(found->second)).value_or(0), -kDrawingReach,
                      kDrawingReach);
}

std::string_view text_in(const Attributes& attributes, std::string_view name) {
    const auto found = attributes.find(name);
    return found == attributes.end() ? std::string_view{} : std::string_view{found->second};
}

Outline outline_of(std::string_view name, const Attributes& given) {
    const auto at = [&](std::string_view attribute) { return number_in(given, attribute); };
    if (name == "rect") {
        const Box box{at("x"), at("y"), at("width"), at("height")};
        return box.width > 0 && box.height > 0 ? rounded_box(box, at("rx")) : Outline{};
    }
    if (name == "circle") return ellipse({at("cx"), at("cy")}, at("r"), at("r"));
    if (name == "ellipse") return ellipse({at("cx"), at("cy")}, at("rx"), at("ry"));
    if (name == "path") return path_outline(text_in(given, "d"));
    if (name == "line") {
        return {{Step::Kind::move, {at("x1"), at("y1")}}, {Step::Kind::line, {at("x2"), at("y2")}}};
    }
    if (name != "polyline" && name != "polygon") return {};
    auto outline = path_outline("M" + std::string{text_in(given, "points")});
    if (name == "polygon" && !outline.empty()) outline.push_back({.kind = Step::Kind::close});
    return outline;
}

std::string one_spaced(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!is_space) out += c;
        if (is_space && !out.empty() && out.back() != ' ') out += ' ';
    }
    return std::string{trimmed(out)};
}

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

class Reading {
  public:
    Reading() : parser_(XML_ParserCreate("UTF-8")) {
        if (parser_ == nullptr) throw std::runtime_error("No memory for reading a drawing.");
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(parser_.get(), on_open, on_close);
        XML_SetCharacterDataHandler(parser_.get(), on_text);
        XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
    }

    std::optional<Drawing> run(std::string_view svg) {
        if (svg.size() > kBytesMax) return std::nullopt;
        const auto status = XML_Parse(parser_.get(), svg.data(), static_cast<int>(svg.size()), 1);
        if (thrown_) std::rethrow_exception(thrown_);
        const auto& size = drawing_.size;
        const bool has_size = size.width > 0 && size.height > 0 && size.width <= kDrawingReach &&
                              size.height <= kDrawingReach;
        if (status != XML_STATUS_OK || is_refused_ || !has_size) return std::nullopt;
        return std::move(drawing_);
    }

  private:
    // Nothing may be thrown through the C library.
    template <class Act>
    static void guarded(void* self, Act act) {
        auto& reading = *static_cast<Reading*>(self);
        try {
            act(reading);
        } catch (...) {
            reading.thrown_ = std::current_exception();
            reading.refuse();
        }
    }
    void refuse() {
        is_refused_ = true;
        XML_StopParser(parser_.get(), XML_FALSE);
    }

    static void on_open(void* self, const XML_Char* name, const XML_Char** pairs) {
        guarded(self, [&](Reading& reading) { reading.open(name, pairs); });
    }
    static void on_close(void* self, const XML_Char* name) {
        guarded(self, [&](Reading& reading) { reading.close(name); });
    }
    static void on_text(void* self, const XML_Char* text, int length) {
        guarded(self, [&](Reading& reading) {
            if (reading.written_) reading.words_.append(text, static_cast<std::size_t>(length));
        });
    }
    static void on_doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        guarded(self, [](Reading& reading) { reading.refuse(); });
    }

    void open(std::string_view name, const XML_Char** pairs) {
        Attributes given;
        for (; *pairs != nullptr; pairs += 2)
            given.emplace(pairs[0], pairs[1]);
        looks_.push_back(looks_.back());
        if (looks_.size() > kDepthMax) return refuse();
        for (const auto word : split(text_in(given, "class"), ' '))
            apply(looks_.back(), word);
        if (name == "svg") take_size(text_in(given, "viewBox"));
        if (name == "text") return begin_text(given);
        add(outline_of(name, given));
    }

    void take_size(std::string_view view_box) {
        std::vector<double> numbers;
        for (const auto word : split(view_box, ' '))
            numbers.push_back(parse_number<double>(word).value_or(0));
        if (numbers.size() == 4) drawing_.size = {numbers[2], numbers[3]};
    }

    void add(Outline outline) {
        if (outline.empty()) return;
        steps_ += outline.size();
        if (steps_ > kDrawingStepsMax) return refuse();
        const auto& look = looks_.back();
        drawing_.parts.emplace_back(
            DrawnShape{std::move(outline), {look.fill, look.stroke, look.width, look.is_dashed}});
    }

    void begin_text(const Attributes& given) {
        const auto& look = looks_.back();
        const auto anchor = text_in(given, "text-anchor");
        written_ = DrawnText{.at = {number_in(given, "x"), number_in(given, "y")},
                             .anchor = anchor == "middle" ? 0.5
                                       : anchor == "end"  ? 1.0
                                                          : 0.0,
                             .lettering = {.face = look.is_bold ? Face::sans_bold : Face::sans,
                                           .size = look.text_size,
                                           .colour = look.fill.value_or(kInk)}};
        words_.clear();
    }

    void close(std::string_view name) {
        looks_.pop_back();
        if (name != "text" || !written_) return;
        written_->ansi = to_ansi(one_spaced(words_));
        if (++steps_ > kDrawingStepsMax) return refuse();
        drawing_.parts.emplace_back(std::move(*written_));
        written_.reset();
    }

    Parser parser_;
    Drawing drawing_{};
    std::vector<Look> looks_{Look{}};
    std::optional<DrawnText> written_{};
    std::string words_{};
    std::size_t steps_ = 0;
    bool is_refused_ = false;
    std::exception_ptr thrown_{};
};

Point placed(Point point, Point at, double scale) {
    return {at.x + point.x * scale, at.y + point.y * scale};
}

void draw_part(Pdf& pdf, const DrawnShape& part, Point at, double scale) {
    Outline outline = part.outline;
    for (auto& step : outline) {
        step.to = placed(step.to, at, scale);
        step.first = placed(step.first, at, scale);
        step.second = placed(step.second, at, scale);
    }
    Ink ink = part.ink;
    ink.stroke_width *= scale;
    pdf.shape(outline, ink);
}

void draw_part(Pdf& pdf, const DrawnText& part, Point at, double scale) {
    Lettering lettering = part.lettering;
    lettering.size *= scale;
    const double back = part.anchor * width_of(lettering, part.ansi);
    const Point from = placed(part.at, at, scale);
    pdf.text({from.x - back, from.y}, lettering, part.ansi);
}

}  // namespace

std::optional<Drawing> read_drawing(std::string_view svg) {
    return Reading{}.run(svg);
}

void draw(Pdf& pdf, const Drawing& drawing, Point at, double scale) {
    for (const auto& part : drawing.parts)
        std::visit([&](const auto& drawn) { draw_part(pdf, drawn, at, scale); }, part);
}

}  // namespace waymark::paper
