// A list read from its address because a person asked for it: what comes is
// published, as it is from a file.
#pragma once

#include <string>

#include "core/result.h"
#include "importers/import.h"
#include "importers/poll/desk.h"

namespace waymark::importers {

// Reads `url` into the source that `options` name. A copy that has not changed
// since is reported as unchanged, unless the options ask to read it differently.
// How it was read (kind, column map) is kept for its polls; a failure is noted
// on a source that is known at that address.
Result<ImportReport> read_by_hand(const std::string& url, ImportOptions options, const Desk& desk,
                                  const Progress& progress = {});

}  // namespace waymark::importers
