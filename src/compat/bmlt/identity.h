// Under which ids a meeting stands on this server, seen as a BMLT server: those of
// its own server when it came from one (table.h), else made ones.
#pragma once

#include <cstdint>
#include <vector>

#include "compat/bmlt/bodies.h"
#include "directory/meeting.h"
#include "finder/snapshot.h"

namespace waymark::compat::bmlt {

inline constexpr std::int64_t kForeignIds = 1'000'000'000;
// Bodies of other sources begin here: far above any server's own.
inline constexpr BodyId kForeignBodies = 1'000'000;

// The source that keeps its ids; null when none is of that format.
const directory::Source* home_of(const finder::Snapshot& snapshot);

struct Identity {
    bool is_home = false;
    bool has_own_body = false;  // Its source says which; else it has one of its source's.
    BodyId body = 0;
    std::vector<std::int64_t> ids{};  // One a day: those of exchange::one_a_day, in its order.
};
Identity identity_of(const directory::Meeting& meeting, const directory::Source* home);

}  // namespace waymark::compat::bmlt
