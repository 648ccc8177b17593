// What is said of getting naloxone in a state the reader chooses, for the
// template parts/naloxone_access.html:
//
//   {{#access}}{{> parts/naloxone_access}}{{/access}}
#pragma once

#include <string_view>

#include "html/data.h"
#include "http/message.h"
#include "web/site.h"

namespace waymark::web {

// The state comes from ?state=PA; without one only the choice is shown. `action`
// is the page the choice leads back to, `keep` what else stands in its address.
html::Data naloxone_access(const Visit& visit, std::string_view action,
                           const http::Fields& keep = {});

}  // namespace waymark::web
