// The meetings that stand beside one: of the same group, in the same building.
#pragma once

#include "directory/meeting.h"
#include "html/data.h"
#include "web/site.h"

namespace waymark::web {

// For the template parts/others.html, soonest first, a dozen at most; false
// when there are none.
html::Data others_of_group(const Visit& visit, const directory::Meeting& meeting);
// Without those of the same group, which have their own list.
html::Data others_here(const Visit& visit, const directory::Meeting& meeting);

}  // namespace waymark::web
