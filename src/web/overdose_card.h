// The steps of /now for an overdose, drawn as a card for a wallet: 85.6 × 54 mm,
// two sides, all text real text. The words are those of /now, one for one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "html/safe.h"
#include "locale/speak.h"

namespace waymark::web {

enum class CardSide : std::uint8_t { front, back };

struct CardParagraph {
    std::string number{};  // "1"; empty: no step.
    std::string title{};   // In bold, before the rest.
    std::string text{};
};
std::vector<CardParagraph> overdose_words(const locale::Speaker& speak,
                                          const std::string& emergency_number, CardSide side);

// One <svg>. Its colours are its own (black on white) unless a style sheet gives
// the classes of site.css others.
html::Safe overdose_card(const locale::Speaker& speak, const std::string& emergency_number,
                         CardSide side);

}  // namespace waymark::web
