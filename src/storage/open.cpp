#include "storage/open.h"

#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <utility>

#include "storage/directory_store.h"
#include "storage/failure.h"
#include "storage/migrations.h"
#include "storage/mistake_report_store.h"
#include "storage/pool.h"
#include "storage/postgres/connection.h"
#include "storage/source_book_store.h"
#include "storage/sqlite/connection.h"

namespace waymark::storage {
namespace {

constexpr mode_t kOwnerOnly = 0700;

class PooledDatabase final : public Database {
  public:
    explicit PooledDatabase(Pool::Connect connect) : pool_(std::move(connect)) {}

    Pool& pool() { return pool_; }
    directory::Store& directory() override { return directory_; }
    directory::SourceBook& source_book() override { return source_book_; }
    directory::MistakeReports& mistake_reports() override { return mistake_reports_; }

  private:
    Pool pool_;
    DirectoryStore directory_{pool_};
    SourceBookStore source_book_{pool_};
    MistakeReportStore mistake_reports_{pool_};
};

Result<std::unique_ptr<Database>> opened(Pool::Connect connect) {
    auto database = std::make_unique<PooledDatabase>(std::move(connect));
    const auto lease = database->pool().lease();
    TRY(migrate(*lease, migrations()));
    return database;
}

Result<> make_folder(const std::filesystem::path& folder) {
    std::error_code error;
    if (std::filesystem::is_directory(folder, error)) return {};
    const auto parent = std::filesystem::absolute(folder, error).parent_path();
    std::filesystem::create_directories(parent, error);
    if (::mkdir(folder.c_str(), kOwnerOnly) == 0) return {};
    if (std::filesystem::is_directory(folder, error)) return {};
    return fail(ErrorKind::unavailable,
                "The data folder cannot be made. Check its path and who may write there.", "data");
}

Result<std::unique_ptr<Database>> open_folder(std::filesystem::path folder) {
    if (!folder.has_filename()) folder = folder.parent_path();  // "data/"
    TRY(make_folder(folder));
    const auto file = folder / "waymark.db";
    try {
        return opened([file] { return sqlite::connect(file); });
    } catch (const Failure& failure) {
        return fail(ErrorKind::unavailable, failure.what(), "data");
    }
}

Result<std::unique_ptr<Database>> open_url(const std::string& url) {
    try {
        return opened([url] { return postgres::connect(url); });
    } catch (const Failure& failure) {
        if (failure.kind() != FailureKind::lost) {
            return fail(ErrorKind::unavailable, failure.what(), "db");
        }
        return fail(ErrorKind::unavailable,
                    "PostgreSQL did not let us in. Check its address, and that it is running.",
                    "db");
    }
}

}  // namespace

Result<std::unique_ptr<Database>> open_database(std::string_view where) {
    const bool is_url = where.starts_with("postgres://") || where.starts_with("postgresql://");
    if (is_url) return open_url(std::string{where});
    return open_folder(std::filesystem::path{where});
}

}  // namespace waymark::storage
