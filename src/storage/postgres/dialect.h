// Migrations are written in the words of SQLite's STRICT tables. PostgreSQL
// has other words for four of them; nothing else differs.
#pragma once

#include <string>
#include <string_view>

namespace waymark::storage::postgres {

// INTEGER (64 bits), REAL (a double), BLOB and STRICT, in capitals, outside
// comments and quotes.
std::string in_postgres_words(std::string_view sqlite_sql);

}  // namespace waymark::storage::postgres
