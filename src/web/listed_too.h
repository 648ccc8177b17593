// One meeting that several lists hold (finder/same_meeting.h), as its page tells it.
#pragma once

#include "html/data.h"
#include "web/site.h"

namespace waymark::web {

// For a listing that stands behind another one: who lists it too, and the way
// there. False for any other.
html::Data shown_instead(const Visit& visit, const directory::Meeting& meeting);

// The other lists that it stands in. False when there are none.
html::Data also_in(const Visit& visit, const directory::Meeting& meeting);

// Whether they are two listings of one meeting, one of which stands for the other.
bool is_same_meeting(const Visit& visit, const directory::Meeting& a, const directory::Meeting& b);

}  // namespace waymark::web
