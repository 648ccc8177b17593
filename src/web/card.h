// One meeting found, as a card: when, name, kind, where, why, source and age.
#pragma once

#include <optional>
#include <string>

#include "core/zone.h"
#include "finder/search.h"
#include "html/data.h"
#include "web/site.h"

namespace waymark::web {

struct CardPlace {
    std::string anchor{};        // The card's id on its page.
    std::string mark{};          // Its number on the sketch; "" for none.
    std::optional<Zone> here{};  // The clock of the place searched; none: every zone is named.
};

html::Data card(const Visit& visit, const finder::Match& match, const CardPlace& place);

}  // namespace waymark::web
