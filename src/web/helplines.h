// Numbers to call, as pages show them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/time.h"
#include "core/zone.h"
#include "directory/helpline.h"
#include "html/data.h"
#include "web/site.h"

namespace waymark::web {

// For the template parts/helpline.html.
html::Data helpline_data(const Visit& visit, const directory::Helpline& line);
// With all we know of it: whether it is open, on that clock; languages; the web; TTY.
html::Data helpline_in_full(const Visit& visit, const directory::Helpline& line, const Zone& clock);
html::Data helpline_list(const Visit& visit, const std::vector<const directory::Helpline*>& lines);

// Honest about how we know a number: no person has called it, until one has;
// a host's own may have been seen nowhere.
std::string seen_words(const Visit& visit, const std::optional<Date>& seen_on,
                       const std::optional<Date>& checked_on);

// Whether we have an emergency number for it.
bool is_known_country(const Visit& visit, std::string_view country);

// The country whose numbers every page shows this reader: the one they chose
// (pages/country.cpp), else the host's. Never guessed from where a request comes from.
std::string usual_country(const Visit& visit);
// The country that this page is asked to show (?country=GB), else the usual one.
std::string country_of(const Visit& visit);

// Of a country; the host's where we have none for it. Throws when the host's
// own country has none: serve refuses to start so.
const directory::EmergencyNumber& emergency_of(const Visit& visit, const std::string& country);

}  // namespace waymark::web
