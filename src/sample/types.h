// Which type codes of the Meeting Guide specification a sample meeting carries.
#pragma once

#include <string_view>
#include <vector>

#include "core/random.h"
#include "directory/fellowship.h"
#include "directory/venue.h"

namespace waymark::sample {

// The code of the language spoken there; "" where the specification has none.
std::string_view language_spoken(std::string_view country, std::string_view region, Random& random);

struct TypeDraw {
    directory::Fellowship fellowship{};
    directory::VenueKind venue{};
    std::string_view language{};
};

// What holds for all meetings of a group: language, door, audience, access.
std::vector<std::string_view> lasting_types(const TypeDraw& draw, Random& random);

// What one meeting is like: discussion, speaker, step study …
void add_form_types(std::vector<std::string_view>& types, const TypeDraw& draw, Random& random);

}  // namespace waymark::sample
