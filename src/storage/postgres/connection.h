// PostgreSQL behind storage's connection, over libpq.
//
// Writes that give no rows are sent without waiting for each answer (libpq's
// pipeline), so that an import costs one round trip for hundreds of meetings.
// One writer at a time, as on SQLite: begin_writing() takes an advisory lock.
#pragma once

#include <memory>
#include <string>

#include "storage/connection.h"

namespace waymark::storage::postgres {

// `url` as libpq takes it: "postgres://user@host/database?sslmode=…". Throws
// Failure when there is no answer, or when the database is not in UTF-8.
std::unique_ptr<Connection> connect(const std::string& url);

}  // namespace waymark::storage::postgres
