#include "storage/sqlite/statement.h"

#include <string>

#include "storage/failure.h"

namespace waymark::storage::sqlite {
namespace {

FailureKind kind_of(int result) {
    switch (result & 0xff) {
        case SQLITE_FULL:
            return FailureKind::full;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return FailureKind::busy;
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return FailureKind::read_only;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return FailureKind::damaged;
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN:
        case SQLITE_NOMEM:
            return FailureKind::lost;
        default:
            return FailureKind::refused;
    }
}

}  // namespace

void Handle::throw_failure() {
    const int result = sqlite3_extended_errcode(db);
    const auto kind = kind_of(result);
    is_lost |= kind == FailureKind::lost;
    throw Failure(kind, std::to_string(result));
}

SqliteStatement::SqliteStatement(Handle& handle, const char* sql) : handle_(handle) {
    check(sqlite3_prepare_v3(handle.db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr));
    const int count = sqlite3_bind_parameter_count(statement_);
    for (int n = 1; n <= count; ++n) {
        const std::string name = "$" + std::to_string(n);
        slots_.push_back(sqlite3_bind_parameter_index(statement_, name.c_str()));
    }
}

SqliteStatement::~SqliteStatement() {
    sqlite3_finalize(statement_);
}

void SqliteStatement::bind(int parameter, std::int64_t number) {
    check(sqlite3_bind_int64(statement_, slot_of(parameter), number));
}

void SqliteStatement::bind(int parameter, double number) {
    check(sqlite3_bind_double(statement_, slot_of(parameter), number));
}

void SqliteStatement::bind(int parameter, std::string_view text) {
    const char* begin = text.data() == nullptr ? "" : text.data();  // Null would bind NULL.
    check(sqlite3_bind_text64(statement_, slot_of(parameter), begin, text.size(), SQLITE_TRANSIENT,
                              SQLITE_UTF8));
}

void SqliteStatement::bind(int parameter, Blob blob) {
    const char* begin = blob.bytes.data() == nullptr ? "" : blob.bytes.data();
    check(sqlite3_bind_blob64(statement_, slot_of(parameter), begin, blob.bytes.size(),
                              SQLITE_TRANSIENT));
}

void SqliteStatement::bind_null(int parameter) {
    check(sqlite3_bind_null(statement_, slot_of(parameter)));
}

bool SqliteStatement::step() {
    const int result = sqlite3_step(statement_);
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    handle_.throw_failure();
}

void SqliteStatement::run() {
    while (step()) {
    }
}

void SqliteStatement::reset() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

bool SqliteStatement::is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t SqliteStatement::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

double SqliteStatement::real(int column) const {
    return sqlite3_column_double(statement_, column);
}

std::string_view SqliteStatement::text(int column) const {
    const auto* begin = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    if (begin == nullptr) return {};
    return {begin, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view SqliteStatement::blob(int column) const {
    const auto* begin = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    if (begin == nullptr) return {};
    return {begin, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

// 0, which SQLite refuses, for a parameter that the statement does not have.
int SqliteStatement::slot_of(int parameter) const {
    const auto index = static_cast<std::size_t>(parameter) - 1;
    return index < slots_.size() ? slots_[index] : 0;
}

void SqliteStatement::check(int result) const {
    if (result != SQLITE_OK) handle_.throw_failure();
}

}  // namespace waymark::storage::sqlite
