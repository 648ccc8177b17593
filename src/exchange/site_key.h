// What a place is known by when its list gives it no id: the UUID of its name
// and address, written alike however the list writes them. The same site under
// several headings of one list ("SA", "MH", "OTP") so becomes one.
#pragma once

#include <string>
#include <string_view>

#include "directory/facility.h"

namespace waymark::exchange {

// "Tan Bark Plaza" and "Tanbark Plz." are one street; of a ZIP code the first
// five digits count. Nothing else is guessed: a misspelt name is another site.
std::string site_key(std::string_view name, const directory::Place& place,
                     std::string_view apart = {});

// Fills source_key, when it is empty, and the ids that are still empty, from
// the facility's name, place, phones and website; of a confidential place, from
// what is not secret. Organizations of one name and one website are one; without
// a website, those of one name and phone. `source` is the name of its source,
// within which alone a key that is no UUID is unique.
void settle_ids(directory::Facility& facility, std::string_view source);

// The list's own id where that is a UUID; else one made of it and of the source,
// within which alone it is unique. Empty for an empty id.
std::string lasting_id(std::string_view own_id, std::string_view what, std::string_view source);

}  // namespace waymark::exchange
