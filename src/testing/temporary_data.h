// A data folder of a test's own with a real database in it, gone with the value.
#pragma once

#include <filesystem>
#include <memory>

#include "directory/source_book.h"
#include "directory/store.h"
#include "storage/open.h"
#include "testing/temporary_folder.h"

namespace waymark::testing {

class TemporaryData {
  public:
    TemporaryData() : database_(storage::open_database(folder_.path().string()).value()) {}

    const std::filesystem::path& path() const { return folder_.path(); }
    directory::Store& store() { return database_->directory(); }
    directory::SourceBook& book() { return database_->source_book(); }

  private:
    TemporaryFolder folder_{};
    std::unique_ptr<storage::Database> database_;
};

}  // namespace waymark::testing
