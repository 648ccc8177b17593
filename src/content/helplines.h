// The numbers that come with the program, and what a host adds to them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "directory/helpline.h"

namespace waymark::content {

// Every emergency number compiled in, ordered by country code.
std::span<const directory::EmergencyNumber> emergency_numbers();

class Helplines {
  public:
    // The lines compiled in. Throws ContentError when our own data is wrong.
    Helplines();

    // As the host has it: {"add": [line…], "off": ["id"…], "emergency": [number…]},
    // each may be missing, in the words of content/helplines/lines.json and
    // emergency.json; an emergency number stands in the place of ours. Fails
    // with unreadable, naming the line, on a mistake; a number that is not
    // checked is never said to be.
    static Result<Helplines> with_local(std::string_view json);

    // With the host's own, ordered by country code.
    std::span<const directory::EmergencyNumber> emergency_numbers() const { return emergency_; }
    // Null for a country we have no number for.
    const directory::EmergencyNumber* emergency_number(std::string_view country) const;

    std::span<const directory::Helpline> all() const { return lines_; }
    // Nationwide lines first, then those of regions; crisis lines first in each.
    std::vector<const directory::Helpline*> of_country(std::string_view country) const;
    // Those of one kind that anybody in the country may call: of no region, not
    // for the young alone.
    std::vector<const directory::Helpline*> for_everybody(std::string_view country,
                                                          std::string_view kind) const;
    const directory::Helpline* line(std::string_view id) const;
    // Nobody has called these yet, as far as we know.
    std::vector<const directory::Helpline*> unchecked() const;

  private:
    std::vector<directory::EmergencyNumber> emergency_;
    std::vector<directory::Helpline> lines_;
};

}  // namespace waymark::content
