#include "storage/postgres/dialect.h"

#include <algorithm>
#include <array>

namespace waymark::storage::postgres {
namespace {

struct Word {
    std::string_view sqlite{};
    std::string_view postgres{};
};

constexpr std::array<Word, 4> kWords{{
    {"INTEGER", "BIGINT"},
    {"REAL", "DOUBLE PRECISION"},
    {"BLOB", "BYTEA"},
    {"STRICT", ""},
}};

bool is_of_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::string_view in_postgres(std::string_view word) {
    const auto found = std::ranges::find(kWords, word, &Word::sqlite);
    return found == kWords.end() ? word : found->postgres;
}

// How many bytes from the start belong together: a comment, a quoted text, a
// word, or one other character.
std::size_t length_of_piece(std::string_view sql) {
    if (sql.starts_with("--")) return std::min(sql.find('\n'), sql.size());
    if (sql.front() == '\'' || sql.front() == '"') {
        const auto end = sql.find(sql.front(), 1);
        return end == std::string_view::npos ? sql.size() : end + 1;
    }
    const auto end = std::ranges::find_if_not(sql, is_of_word);
    return std::max<std::size_t>(1, static_cast<std::size_t>(end - sql.begin()));
}

}  // namespace

std::string in_postgres_words(std::string_view sqlite_sql) {
    std::string sql;
    while (!sqlite_sql.empty()) {
        const auto length = length_of_piece(sqlite_sql);
        sql += in_postgres(sqlite_sql.substr(0, length));
        sqlite_sql.remove_prefix(length);
    }
    return sql;
}

}  // namespace waymark::storage::postgres
