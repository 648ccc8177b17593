// The member `waymark` of records that we write: what neither Meeting Guide nor
// BMLT has a word for, so that a meeting that goes from one Waymark to another
// arrives whole.
#pragma once

#include <string_view>

#include "directory/meeting.h"
#include "json/value.h"

namespace waymark::exchange {

inline constexpr std::string_view kExtension = "waymark";

// `said` is what the record's own fields would be read back as. Null when that
// is everything.
json::Value extension_of(const directory::Meeting& meeting, const directory::Meeting& said);

// Takes what it can; a member that makes no sense is passed over.
void read_extension(const json::Value& extension, directory::Meeting& meeting);

}  // namespace waymark::exchange
