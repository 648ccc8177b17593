// What is told of a listing to programs that keep a copy of the directory: all
// of it that may leave, and nothing that depends on who asks or when. The keys
// are those of answer_json.h and facility_json.h.
#pragma once

#include "directory/facility.h"
#include "directory/meeting.h"
#include "finder/snapshot.h"
#include "json/write.h"

namespace waymark::finder {

// One object. The listing must be of that snapshot.
void write_meeting(json::Writer& out, const Snapshot& snapshot, const directory::Meeting& meeting);
void write_facility(json::Writer& out, const Snapshot& snapshot,
                    const directory::Facility& facility);

// The members that a meeting and a match of it share.
void write_meeting_facts(json::Writer& out, const directory::Meeting& meeting);

}  // namespace waymark::finder
