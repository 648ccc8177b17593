// The words of the cards to cut out and fill in by hand: the same on the page
// and in the PDF. Blanks stay blank: nothing is typed in, so nothing is kept.
#pragma once

#include <string>
#include <vector>

#include "paper/cards.h"
#include "web/site.h"

namespace waymark::web {

struct WalletLine {
    std::string text{};
    bool is_strong = false;
    bool has_blank = false;  // A line to write on follows the text.
};

struct WalletCard {
    std::string title{};
    std::vector<WalletLine> lines{};
};

// Numbers, somebody to call, a plan for an urge, and what to show to staff.
std::vector<WalletCard> wallet_cards(const Visit& visit);

// For print: the two sides of the overdose steps, then all of the above.
std::vector<paper::Card> cards_on_paper(const Visit& visit);

}  // namespace waymark::web
