// Listings as their rows hold them: columns id, source_id, source_key, record,
// modified_at, in this order.
#pragma once

#include "directory/facility.h"
#include "directory/meeting.h"
#include "storage/connection.h"

namespace waymark::storage {

// Each throws Failure (damaged) on what storage cannot have written.
directory::Meeting meeting_in(const Query& row);
directory::Facility facility_in(const Query& row);
Instant instant_in(const Query& row, int column);

}  // namespace waymark::storage
