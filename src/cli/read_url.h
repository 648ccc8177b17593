// A list fetched from the internet and imported: asked politely (ETag), the
// last good copy kept, a failure noted on its source.
#pragma once

#include <string>

#include "core/result.h"
#include "directory/store.h"
#include "importers/import.h"

namespace waymark::cli {

// Addresses of this machine itself are allowed: whoever types here may read
// them anyway. A copy that has not changed since is reported as unchanged.
Result<importers::ImportReport> read_url(const std::string& url, const std::string& data_dir,
                                         importers::ImportOptions options, directory::Store& store);

}  // namespace waymark::cli
