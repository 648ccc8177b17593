// The rows of the table `source_reading`: the log in a source's book.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "directory/source_book.h"
#include "storage/connection.h"

namespace waymark::storage {

// Newest first, with `can_go_back_here` set.
std::vector<directory::Reading> readings_of(Connection& connection, directory::SourceId source);

std::optional<directory::Reading> last_reading(Connection& connection, directory::SourceId source);

// Whether any reading of it has been published; otherwise the next is its first.
bool has_published_reading(Connection& connection, directory::SourceId source);

// Only inside a transaction. Forgets what is no longer kept: logged readings,
// and how listings were before older ones.
void write_reading(Connection& connection, const directory::Reading& reading);

}  // namespace waymark::storage
