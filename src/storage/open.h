// Opens the data of a Waymark: a folder of its own, or a PostgreSQL database.
#pragma once

#include <memory>
#include <string_view>

#include "core/result.h"
#include "directory/mistake_report.h"
#include "directory/source_book.h"
#include "directory/store.h"

namespace waymark::storage {

// Every store of the domain, over one database. May be used by any number of
// threads at once.
class Database {
  public:
    virtual ~Database() = default;
    virtual directory::Store& directory() = 0;
    virtual directory::SourceBook& source_book() = 0;
    virtual directory::MistakeReports& mistake_reports() = 0;
};

// `where` is a folder, made (for its owner only) when it is missing, with
// SQLite's waymark.db in it; or the address of a PostgreSQL database,
// "postgres://…" or "postgresql://…". Brings the schema up to date.
//
// Fails with unavailable when it cannot be opened, and with conflict when a
// newer Waymark wrote it; the field is "data" or "db".
Result<std::unique_ptr<Database>> open_database(std::string_view where);

}  // namespace waymark::storage
