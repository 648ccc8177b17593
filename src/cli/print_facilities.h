// Places of help, for people to read on a terminal.
#pragma once

#include <iosfwd>

#include "finder/facility_request.h"
#include "finder/facility_search.h"

namespace waymark::cli {

void print_facilities(std::ostream& out, const finder::Snapshot& snapshot,
                      const finder::ParsedFacilityRequest& asked,
                      const finder::FacilityAnswer& answer);

}  // namespace waymark::cli
