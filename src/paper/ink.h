// What a sheet of paper is printed with: sizes in points (1/72 inch), letters
// and colours (the light ones of the site). x grows to the right, y downwards.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace waymark::paper {

enum class Sheet : std::uint8_t { a4, letter };

struct Size {
    double width = 0, height = 0;
};

constexpr Size size_of(Sheet sheet) {
    return sheet == Sheet::a4 ? Size{595.276, 841.89} : Size{612, 792};
}

enum class Turn : std::uint8_t { upright, across };

constexpr Size size_of(Sheet sheet, Turn turn) {
    const Size upright = size_of(sheet);
    return turn == Turn::upright ? upright : Size{upright.height, upright.width};
}

constexpr double points_of_mm(double mm) {
    return mm * 72 / 25.4;
}

struct Point {
    double x = 0, y = 0;
};

struct Box {
    double x = 0, y = 0, width = 0, height = 0;
};

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
    bool operator==(const Colour&) const = default;
};

inline constexpr Colour kPaper{0xfb, 0xf8, 0xf2}, kWhite{0xff, 0xff, 0xff};
inline constexpr Colour kInk{0x17, 0x26, 0x2a}, kSoft{0x3c, 0x4f, 0x53}, kLine{0xdd, 0xd6, 0xc9};
inline constexpr Colour kTeal{0x0a, 0x54, 0x50}, kTint{0xe2, 0xef, 0xec};
inline constexpr Colour kAmber{0x76, 0x3f, 0x00}, kAmberTint{0xfb, 0xee, 0xd8};
inline constexpr Colour kAlarm{0x8f, 0x14, 0x14}, kAlarmTint{0xfb, 0xe9, 0xe6};

enum class Face : std::uint8_t {
    serif,
    serif_bold,
    serif_italic,
    serif_both,
    sans,
    sans_bold,
    mono
};
inline constexpr int kFaces = 7;

struct Lettering {
    Face face = Face::serif;
    double size = 11;
    Colour colour = kInk;
    double rise = 0;  // Above the line, of a reference.
    bool operator==(const Lettering&) const = default;
};

struct Step {
    enum class Kind : std::uint8_t { move, line, curve, close };
    Kind kind = Kind::move;
    Point to{};
    Point first{}, second{};  // The handles of a curve.
};
using Outline = std::vector<Step>;

struct Ink {
    std::optional<Colour> fill{}, stroke{};
    double stroke_width = 1;
    bool is_dashed = false;
};

}  // namespace waymark::paper
