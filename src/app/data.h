// The data folder, and the directory in it.
#pragma once

#include <memory>
#include <string>

#include "core/result.h"
#include "directory/store.h"
#include "finder/snapshot.h"
#include "storage/open.h"

namespace waymark::app {

struct DataOptions {
    std::string dir = "data";
    std::string db{};  // "postgres://…"; empty: SQLite in `dir`.
};

// Creates the folder and the tables where they are missing.
Result<std::unique_ptr<storage::Database>> open_data(const DataOptions& options);

// Reads the whole directory into a new snapshot.
finder::SnapshotPtr load_snapshot(const directory::Store& store);

}  // namespace waymark::app
