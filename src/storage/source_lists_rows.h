// The rows of the table `source_lists`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "directory/source_lists.h"
#include "storage/connection.h"

namespace waymark::storage {

std::vector<directory::SourceLists> all_source_lists(Connection& connection);  // By source.

// Whether that changed anything. Only inside a transaction.
bool save_source_lists(Connection& connection, std::int64_t source_id,
                       const directory::SourceLists& lists);

}  // namespace waymark::storage
