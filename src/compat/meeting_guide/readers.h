// What readers of Meeting Guide feeds cannot take, told in a way they can: the
// rules by which tsml-ui and the Meeting Guide app leave out a row, a link or a
// number, or take it for something it is not.
#pragma once

#include <vector>

#include "directory/meeting.h"
#include "json/value.h"

namespace waymark::compat::meeting_guide {

// One meeting a day: readers take lists of days apart wrongly. Each has the day
// after its slug ("home-3"), unless there is but one.
std::vector<directory::Meeting> one_a_day(const directory::Meeting& meeting);

// Changes a record of the feed:
// - A row without any address has one: its regions, or "Online".
// - Whether its point is a door is always said; of a meeting that is held only
//   online it never is, so that nobody walks there.
// - An address of a video meeting that readers do not know is its website, or else
//   stands in the notes; so does what is no telephone number.
// - Ways to give that readers refuse are left out.
void make_readable(json::Value& record, const directory::Meeting& meeting);

}  // namespace waymark::compat::meeting_guide
