// Which helplines a reader asks for, and on which clock their hours are told.
// All of it stands in the address; nothing is guessed from where a request comes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/zone.h"
#include "directory/helpline.h"
#include "web/site.h"

namespace waymark::web {

struct HelplineChoice {
    std::string need{};      // "crisis", "alone" …; empty: any.
    std::string language{};  // BCP 47; empty: any.
    bool by_text = false;    // Without speaking: by text or chat.
    bool open_now = false;

    bool is_any() const { return need.empty() && language.empty() && !by_text && !open_now; }
    // A line whose hours are not known is not "open now".
    bool fits(const directory::Helpline& line, Instant now) const;
};

// What the address asks; what it names and we do not know is left out.
HelplineChoice helpline_choice(const Visit& visit);

struct NamedNeed {
    std::string_view code{};
    std::string label{};
};
std::vector<NamedNeed> helpline_needs(const Visit& visit);

// ?zone=America/Chicago, else the usual one of the country, else of the host's.
Zone zone_of(const Visit& visit, std::string_view country);

}  // namespace waymark::web
