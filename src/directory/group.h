// What several meetings share: the group that holds them, and the building that
// they are held in. Neither is a row of any feed; a snapshot of the directory
// finds them in its meetings (finder/roster.h, docs/decisions/0006).
#pragma once

#include <span>
#include <string_view>

#include "core/ids.h"
#include "directory/meeting.h"

namespace waymark::directory {

// Both are counted from 1 in one snapshot, and mean nothing in the next.
using GroupId = Id<struct GroupTag>;
using BuildingId = Id<struct BuildingTag>;

// Views into the snapshot that made it; the meetings stand in the order of their ids.
struct Group {
    GroupId id{};
    SourceId source{};        // A group is of one source: nobody else can say who belongs.
    std::string_view name{};  // As its first meeting has it.
    std::span<const Meeting* const> meetings{};
};

struct Building {
    BuildingId id{};
    const Place* place = nullptr;                // As its first meeting has it; never null.
    std::span<const Meeting* const> meetings{};  // Of every source.
};

}  // namespace waymark::directory
