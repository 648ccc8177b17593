// SQLite behind storage's connection: one file, written ahead (WAL), so that
// readers go on reading while one writer writes.
#pragma once

#include <filesystem>
#include <memory>

#include "storage/connection.h"

namespace waymark::storage::sqlite {

// Opens the file, and makes it when there is none, readable by its owner only.
// Throws Failure.
std::unique_ptr<Connection> connect(const std::filesystem::path& file);

}  // namespace waymark::storage::sqlite
