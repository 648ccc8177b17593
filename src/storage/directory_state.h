// The directory's counters: how often it has changed, and the ids given so far.
#pragma once

#include <cstdint>

#include "storage/connection.h"

namespace waymark::storage {

struct DirectoryState {
    std::int64_t revision = 0;
    std::int64_t last_source_id = 0;
    std::int64_t last_meeting_id = 0;
    std::int64_t last_facility_id = 0;
    std::int64_t last_report_id = 0;
};

DirectoryState directory_state(Connection& connection);

// Only inside a transaction that also read it.
void save_directory_state(Connection& connection, const DirectoryState& state);

}  // namespace waymark::storage
