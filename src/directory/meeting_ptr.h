// A meeting held by whoever looks at it: a directory keeps its meetings packed,
// and unpacks one for each who asks. Null: there is none.
#pragma once

#include <memory>

#include "directory/meeting.h"

namespace waymark::directory {

using MeetingPtr = std::shared_ptr<const Meeting>;

}  // namespace waymark::directory
