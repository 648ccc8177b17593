// The formats that are tables: NAWS exchange files, TSML spreadsheets, and any
// other CSV by a column map. Each is a line of formats.cpp.
#pragma once

#include "core/result.h"
#include "importers/formats.h"
#include "importers/import.h"

namespace waymark::importers {

// Fail with unreadable on what is no table, or on one without the columns that
// the format cannot do without.
Result<Feed> open_naws(const OpenBytes& bytes, const ImportOptions& options);
Result<Feed> open_tsml_csv(const OpenBytes& bytes, const ImportOptions& options);

// Also fails with invalid_input (field "map") on a column map that cannot be.
Result<Feed> open_mapped_csv(const OpenBytes& bytes, const ImportOptions& options);

}  // namespace waymark::importers
