// Names of groups and venues that nobody has, out of word lists of ours.
#pragma once

#include <string>
#include <string_view>

#include "core/random.h"

namespace waymark::sample {

// "Steady Path", "Paso Firme": in Spanish where the meeting is ("S"), else English.
std::string group_name(std::string_view language_code, Random& random);

// "Cedar Community Hall, room 2".
std::string venue_name(Random& random);

// "Cedar", "Old Town".
std::string proper_name(Random& random);

// "214 Cedar Street".
std::string street_address(Random& random);

// One or two sentences; the first says that the listing is fictional.
std::string notes(Random& random);

// "+12025550142": from the numbers kept for fiction.
std::string phone_number(Random& random);

}  // namespace waymark::sample
