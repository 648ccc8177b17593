// A list from its address, with a line on the terminal while it is read.
#pragma once

#include <string>

#include "cli/sources/open_sources.h"
#include "cli/sources/source_terms.h"
#include "core/result.h"
#include "importers/import.h"

namespace waymark::cli {

// As importers::read_by_hand; the terms are in force from the first row on.
Result<importers::ImportReport> read_list(const std::string& url, importers::ImportOptions options,
                                          const Terms& terms, const importers::Desk& desk);

}  // namespace waymark::cli
