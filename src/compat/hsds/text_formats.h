// Whether a text of a list keeps to the format that HSDS asks of its field. What
// does not is left out: a harvester that validates would refuse the whole page.
#pragma once

#include <string_view>

namespace waymark::compat::hsds {

// An http(s) address as RFC 3986 writes it.
bool is_link(std::string_view text);

// "name@example.org" with ASCII letters.
bool is_email(std::string_view text);

}  // namespace waymark::compat::hsds
