// An HSDS tabular package (a zip of CSV files) as the nested records that an
// HSDS API would give: the tables joined by their ids. Packages of HSDS 1 and 2
// have other names for some tables; those are taken too.
#pragma once

#include <memory>

#include "core/result.h"
#include "importers/records.h"

namespace waymark::importers {

// Fails with unreadable on what is no zip archive, or has no table of services.
Result<std::unique_ptr<RecordReader>> hsds_tables(const ByteSource& bytes);

}  // namespace waymark::importers
