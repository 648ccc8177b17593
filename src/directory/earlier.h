// How meetings were, for programs that follow the directory's changes.
#pragma once

#include <cstdint>
#include <optional>

#include "directory/meeting.h"

namespace waymark::directory {

// One that its source no longer holds. Its id is never given to another; it
// comes back under it when the source lists it again.
struct MeetingTombstone {
    MeetingId id{};
    SourceId source{};
    Instant removed_at{};
    friend bool operator==(const MeetingTombstone&, const MeetingTombstone&) = default;
};

// One change of a meeting.
struct EarlierMeeting {
    MeetingId id{};
    SourceId source{};
    std::int64_t reading = 0;         // That changed it: Reading::number.
    Instant at{};                     // When that reading was.
    std::optional<Meeting> before{};  // Nothing: it was not there.
    bool is_rollback = false;         // A person went back to how it was earlier.
};

}  // namespace waymark::directory
