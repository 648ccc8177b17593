#include "storage/sqlite/connection.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <string>

#include "storage/failure.h"
#include "storage/sqlite/statement.h"

namespace waymark::storage::sqlite {
namespace {

constexpr int kBusyMilliseconds = 5000;

// Durable at every commit; deleted rows are overwritten; a hostile file can
// make SQLite neither run code nor read beyond a page.
constexpr auto kSettings = R"(
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA mmap_size = 0;
    PRAGMA wal_autocheckpoint = 1000;
    PRAGMA journal_size_limit = 67108864;
)";
constexpr auto kBegin = "BEGIN IMMEDIATE";
constexpr auto kCommit = "COMMIT";
constexpr auto kRollBack = "ROLLBACK";

class SqliteConnection final : public Connection {
  public:
    explicit SqliteConnection(const std::filesystem::path& file) {
        const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
        if (sqlite3_open_v2(file.c_str(), &db_, flags, nullptr) != SQLITE_OK) fail_to_open();
        sqlite3_busy_timeout(db_, kBusyMilliseconds);
        sqlite3_db_config(db_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        if (sqlite3_exec(db_, kSettings, nullptr, nullptr, nullptr) != SQLITE_OK) fail_to_open();
    }

    ~SqliteConnection() override {
        drop_statements();
        sqlite3_close(db_);
    }

    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    void run_script(std::string_view sql) override { execute(std::string{sql}.c_str()); }
    void begin_writing() override { execute(kBegin); }
    void commit() override { execute(kCommit); }

    void roll_back() noexcept override {
        // SQLite has rolled back by itself after some failures: then this is refused, rightly.
        sqlite3_exec(db_, kRollBack, nullptr, nullptr, nullptr);
    }

    // After a failed read or write of the file, SQLite's view of it cannot be trusted.
    bool is_usable() const override { return (sqlite3_errcode(db_) & 0xff) != SQLITE_IOERR; }

  protected:
    std::unique_ptr<Statement> prepare(const char* sql) override {
        return std::make_unique<SqliteStatement>(db_, sql);
    }

  private:
    void execute(const char* sql) {
        if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) throw_failure(db_);
    }

    [[noreturn]] void fail_to_open() {
        try {
            throw_failure(db_);
        } catch (...) {
            sqlite3_close(db_);
            throw;
        }
    }

    sqlite3* db_ = nullptr;
};

// SQLite would make it readable by everybody; its WAL gets the same rights.
void make_private_file(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor >= 0) ::close(descriptor);
}

}  // namespace

std::unique_ptr<Connection> connect(const std::filesystem::path& file) {
    make_private_file(file);
    return std::make_unique<SqliteConnection>(file);
}

}  // namespace waymark::storage::sqlite
