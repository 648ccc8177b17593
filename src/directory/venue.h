// How one takes part: in a room, on a screen, or both, and until when.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/time.h"

namespace waymark::directory {

enum class VenueKind : std::uint8_t {
    in_person,
    online,
    hybrid,
    temporarily_online,  // Its building is closed; it meets online meanwhile.
    by_appointment,
    suspended,  // Not meeting.
    unknown,    // Neither an exact place nor a way in online is given.
};

std::string_view code_of(VenueKind kind);  // "in-person", "temporarily-online" …
std::optional<VenueKind> venue_of_code(std::string_view code);

bool can_walk_in(VenueKind kind);      // in_person, hybrid
bool can_join_online(VenueKind kind);  // online, hybrid, temporarily_online

// A change for a while: both days are in; a missing one is open-ended.
struct VenueSpell {
    VenueKind kind{};
    std::optional<Date> from{};
    std::optional<Date> until{};
    friend bool operator==(const VenueSpell&, const VenueSpell&) = default;
};

struct Venue {
    VenueKind usual = VenueKind::unknown;
    std::vector<VenueSpell> spells{};  // The last that covers a day holds.

    // Reopens by itself: after a spell's last day it is the usual kind again.
    VenueKind on(Date date) const;
    friend bool operator==(const Venue&, const Venue&) = default;
};

}  // namespace waymark::directory
