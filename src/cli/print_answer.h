// The answer of a search, for a person at a terminal.
#pragma once

#include <iosfwd>

#include "finder/request.h"
#include "finder/search.h"

namespace waymark::cli {

void print_answer(std::ostream& out, const finder::Snapshot& snapshot,
                  const finder::ParsedRequest& asked, const finder::Answer& answer, Instant now);

}  // namespace waymark::cli
