// Numbers that cost the caller more than a call: nobody who looks for help may
// be sent to one, whatever a list says.
#pragma once

#include <string>
#include <string_view>

#include "core/zone.h"
#include "directory/meeting.h"

namespace waymark::directory {

// Where a number of that place is dialled (ISO 3166-1), as far as read_phone_number
// knows how that country dials: from its country, its ZIP code, its zone. Empty:
// not known.
std::string country_dialled_in(const Place& place, const Zone* zone);

// `key` is PhoneNumber::key. Whether the countries' own plans give it to services
// that are billed above a usual call: 900 numbers and their kin.
bool is_premium_number(std::string_view key);

// Whether its country code, and in North America its area code, is one that
// ITU-T E.164 and the North American plan give out. So is any number that is
// dialled within one country only.
bool has_known_prefix(std::string_view key);

}  // namespace waymark::directory
