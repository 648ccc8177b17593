// For tests: a PostgreSQL server that only this process uses, started when it
// is first asked for and gone when the process ends, however it ends.
#pragma once

#include <string>

namespace waymark::storage {

// Why there is none on this machine; empty when there can be one.
std::string why_no_postgres();

// The address of a new, empty database.
std::string new_postgres_database();

}  // namespace waymark::storage
