// The database's schema, brought up to date in numbered steps that only go
// forward. A released step never changes; a new one is a new file.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "storage/connection.h"

namespace waymark::storage {

struct Migration {
    std::int64_t number = 0;
    std::string_view name{};  // "0001_directory"
    std::string_view sql{};   // In the words of SQLite's STRICT tables (connection.h).
};

// Those of this program, src/storage/migrations/NNNN_name.sql, in order.
std::vector<Migration> migrations();

// Applies what is missing, each step in a transaction of its own, whoever else
// tries at the same moment. Fails with conflict, changing nothing, when the
// database has steps that `known` lacks: a newer program wrote it.
Result<> migrate(Connection& connection, std::span<const Migration> known);

}  // namespace waymark::storage
