// When a place of help is open, and how many beds it said it had, in lines.
#pragma once

#include <string>
#include <vector>

#include "directory/facility.h"
#include "web/site.h"

namespace waymark::web {

// "Monday, Tuesday: 8 AM to 5 PM (walk-in)"; else as the list writes its hours.
std::vector<std::string> hours_lines(const locale::Speaker& speak, const directory::Hours& hours);

// "3 of 12 beds free on November 20, 2026": never without its age.
std::vector<std::string> capacity_lines(const Visit& visit, const directory::Facility& facility);

}  // namespace waymark::web
