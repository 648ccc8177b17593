// Cards for a wallet, 85 × 54 mm each (the size of a bank card), several on a
// sheet with marks where to cut. Values in, bytes out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "paper/ink.h"
#include "paper/qr.h"

namespace waymark::paper {

inline constexpr double kCardWidth = points_of_mm(85), kCardHeight = points_of_mm(54);
inline constexpr std::size_t kCardsOnSheet = 8;  // Two beside each other, four rows.

struct CardLine {
    std::string text{};  // UTF-8
    bool is_strong = false;
    std::string lead{};  // In strong letters, before the text on its line.
};

struct Card {
    std::string title{};
    std::vector<CardLine> lines{};
    std::optional<QrCode> code{};  // Stands in the lower right corner.
    bool is_alarm = false;         // Red: danger to life, and nothing else.
};

// As many sheets as the cards need. What a card has no room for is set smaller,
// down to 6 points, and left out after that. `title` is the window's.
std::string cards_pdf(const std::vector<Card>& cards, Sheet sheet, std::string_view title);

}  // namespace waymark::paper
