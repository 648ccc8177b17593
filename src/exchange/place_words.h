// The words of lists of places: which heading means which of our fields, and
// which words mean which kind of place.
#pragma once

#include <string_view>

#include "core/result.h"
#include "directory/trait_set.h"

namespace waymark::exchange {

// Our field for a heading, whatever its capitals, spaces and underscores: "Zip
// Code" is "postcode". Empty for one that we do not know.
std::string_view place_field(std::string_view heading);

// "naloxone", "Vending machine", "SSP", "naloxone, harm-reduction": kinds, and
// what the word says besides. Empty when nothing is understood.
directory::TraitSet kinds_in(std::string_view text);

}  // namespace waymark::exchange
