// One place of help found, as a card: name, where, what medication it gives,
// who pays, the number to call, what to ask, why it is shown, source and age.
#pragma once

#include <string>

#include "finder/facility_search.h"
#include "html/data.h"
#include "web/site.h"

namespace waymark::web {

struct PlaceCard {
    std::string anchor{};  // The card's id on its page; empty: "p" and the place's number.
    std::string mark{};    // Its number on the sketch; "" for none.
    std::string back{};    // Where "Keep" leads back to; empty: this page.
};

// For the template parts/place_card.html.
html::Data place_card(const Visit& visit, const finder::FacilityMatch& match,
                      const PlaceCard& options = {});

// "Keep" or "Remove": for parts/keep.html.
html::Data keep_button(const Visit& visit, const directory::Facility& facility,
                       const std::string& back);

}  // namespace waymark::web
