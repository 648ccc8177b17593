// /main_server/client_interface/: the directory to programs made for BMLT, the
// server of Narcotics Anonymous's meeting lists. Behaves as its version 4.2; what
// differs, and what does from older ones, is told in README.md beside this file.
#pragma once

#include <functional>
#include <vector>

#include "finder/snapshot.h"
#include "http/router.h"

namespace waymark::compat::bmlt {

// Each request reads the snapshot that `snapshot` gives at that moment.
std::vector<http::Route> routes(std::function<finder::SnapshotPtr()> snapshot);

}  // namespace waymark::compat::bmlt
