// Numbers to call, as pages show them.
#pragma once

#include <vector>

#include "directory/helpline.h"
#include "html/data.h"
#include "web/site.h"

namespace waymark::web {

// For the template parts/helpline.html.
html::Data helpline_data(const Visit& visit, const directory::Helpline& line);
html::Data helpline_list(const Visit& visit, const std::vector<const directory::Helpline*>& lines);

// The country asked for (?country=GB), else the host's. Never guessed from
// where a request comes from.
std::string country_of(const Visit& visit);

// Of a country; the host's where we have none for it. Throws when the host's
// own country has none: serve refuses to start so.
const directory::EmergencyNumber& emergency_of(const Visit& visit, const std::string& country);

}  // namespace waymark::web
