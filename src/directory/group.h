// What several meetings share: the group that holds them, and the building that
// they are held in. Neither is a row of any feed; a snapshot of the directory
// finds them in its meetings (finder/roster.h, docs/decisions/0006).
#pragma once

#include <string>
#include <vector>

#include "core/ids.h"
#include "directory/meeting.h"

namespace waymark::directory {

// Both are counted from 1 in one snapshot, and mean nothing in the next.
using GroupId = Id<struct GroupTag>;
using BuildingId = Id<struct BuildingTag>;

struct Group {
    GroupId id{};
    SourceId source{};   // A group is of one source: nobody else can say who belongs.
    std::string name{};  // As its first meeting has it.
    std::vector<MeetingId> meetings{};  // In order.
};

struct Building {
    BuildingId id{};
    Place place{};                      // As its first meeting has it.
    std::vector<MeetingId> meetings{};  // In order; of every source.
};

}  // namespace waymark::directory
