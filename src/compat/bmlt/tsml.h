// The tsml format of GetSearchResults: found meetings for programs that read
// Meeting Guide feeds. Beyond BMLT it tells the time zone, when a meeting was last
// changed, and whether it is in person, online or both.
#pragma once

#include <string>

#include "compat/bmlt/switchers.h"
#include "core/result.h"

namespace waymark::compat::bmlt {

Result<std::string> get_tsml(const Question& question);

}  // namespace waymark::compat::bmlt
