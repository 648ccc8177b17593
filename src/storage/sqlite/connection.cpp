#include "storage/sqlite/connection.h"

#include <sqlite3.h>
#include <sys/stat.h>

#include <string>

#include "storage/failure.h"
#include "storage/sqlite/statement.h"

namespace waymark::storage::sqlite {
namespace {

constexpr int kBusyMilliseconds = 5000;
constexpr int kBetweenTriesMilliseconds = 5;

constexpr auto kUseWal = "PRAGMA journal_mode = WAL";

// Durable at every commit; deleted rows are overwritten; a hostile file can
// make SQLite neither run code nor read beyond a page.
constexpr auto kSettings = R"(
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
// A large change writes pages of its indexes in no order: with the 2 MB that do for
// reading, each would go to the disk again and again.
constexpr auto kBegin = "PRAGMA cache_size = -32768; BEGIN IMMEDIATE";
constexpr auto kCommit = "COMMIT";
constexpr auto kRollBack = "ROLLBACK";
constexpr auto kRest = "PRAGMA cache_size = -2000; PRAGMA shrink_memory";
constexpr auto kHasTable = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = $1";

class SqliteConnection final : public Connection {
  public:
    explicit SqliteConnection(const std::filesystem::path& file) : file_(file) {
        const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
        if (sqlite3_open_v2(file.c_str(), &handle_.db, flags, nullptr) != SQLITE_OK) fail_to_open();
        sqlite3_busy_timeout(handle_.db, kBusyMilliseconds);
        sqlite3_db_config(handle_.db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        if (!uses_wal() || !runs(kSettings)) fail_to_open();
    }

    ~SqliteConnection() override {
        drop_statements();
        sqlite3_close(handle_.db);
    }

    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    void run_script(std::string_view sql) override { execute(std::string{sql}.c_str()); }
    void begin_writing() override { execute(kBegin); }

    void commit() override {
        execute(kCommit);
        runs(kRest);
    }

    void roll_back() noexcept override {
        // SQLite has rolled back by itself after some failures: then this is refused, rightly.
        runs(kRollBack);
        runs(kRest);
    }

    bool has_table(std::string_view name) override {
        Query query(*this, kHasTable, name);
        return query.next();
    }

    bool is_usable() const override { return !handle_.is_lost; }

    std::filesystem::path scratch_folder() const override {
        return std::filesystem::absolute(file_).parent_path();
    }

  protected:
    std::unique_ptr<Statement> prepare(const char* sql) override {
        return std::make_unique<SqliteStatement>(handle_, sql);
    }

  private:
    bool runs(const char* sql) noexcept {
        return sqlite3_exec(handle_.db, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    }

    // Two programs that turn a new file to WAL at once would wait for each other,
    // so SQLite refuses one of them at once, whatever the busy timeout says.
    bool uses_wal() noexcept {
        for (int waited = 0; !runs(kUseWal); waited += kBetweenTriesMilliseconds) {
            const bool is_busy = (sqlite3_errcode(handle_.db) & 0xff) == SQLITE_BUSY;
            if (!is_busy || waited >= kBusyMilliseconds) return false;
            sqlite3_sleep(kBetweenTriesMilliseconds);
        }
        return true;
    }

    void execute(const char* sql) {
        if (!runs(sql)) handle_.throw_failure();
    }

    [[noreturn]] void fail_to_open() {
        try {
            handle_.throw_failure();
        } catch (...) {
            sqlite3_close(handle_.db);
            throw;
        }
    }

    std::filesystem::path file_;
    Handle handle_{};
};

// SQLite would make it readable by everybody; its WAL gets the same rights. It is made
// without being opened: closing any descriptor of it would give up every lock that
// this process's other connections hold, and the next program to close the database
// would throw away the WAL under them (https://www.sqlite.org/howtocorrupt.html, 2.2).
void make_private_file(const std::filesystem::path& file) {
    ::mknod(file.c_str(), S_IFREG | 0600, 0);  // Fails when it is there: nothing to do.
}

}  // namespace

std::unique_ptr<Connection> connect(const std::filesystem::path& file) {
    make_private_file(file);
    return std::make_unique<SqliteConnection>(file);
}

}  // namespace waymark::storage::sqlite
