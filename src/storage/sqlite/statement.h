// SQLite's handle of a file, and its prepared statements.
#pragma once

#include <sqlite3.h>

#include <vector>

#include "storage/connection.h"

namespace waymark::storage::sqlite {

struct Handle {
    sqlite3* db = nullptr;
    bool is_lost = false;  // A read or write of the file failed: what SQLite holds may be wrong.

    // Throws the Failure that the last result stands for.
    [[noreturn]] void throw_failure();
};

class SqliteStatement final : public Statement {
  public:
    SqliteStatement(Handle& handle, const char* sql);
    ~SqliteStatement() override;
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;

    void bind(int parameter, std::int64_t number) override;
    void bind(int parameter, double number) override;
    void bind(int parameter, std::string_view text) override;
    void bind(int parameter, Blob blob) override;
    void bind_null(int parameter) override;
    bool step() override;
    void run() override;
    void reset() override;
    bool is_null(int column) const override;
    std::int64_t integer(int column) const override;
    double real(int column) const override;
    std::string_view text(int column) const override;
    std::string_view blob(int column) const override;

  private:
    int slot_of(int parameter) const;
    void check(int result) const;

    Handle& handle_;
    sqlite3_stmt* statement_ = nullptr;
    // SQLite numbers `$2, $1` in the order they stand; this is by their names.
    std::vector<int> slots_{};
};

}  // namespace waymark::storage::sqlite
