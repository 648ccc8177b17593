// /main_server/client_interface/: the directory to programs made for BMLT, the
// server of Narcotics Anonymous's meeting lists. Behaves as its version 4.2; what
// differs, and what does from older ones, is told in README.md beside this file.
// And /feeds/naws.csv, its exchange file for any part of the directory.
#pragma once

#include <functional>
#include <vector>

#include "core/clock.h"
#include "finder/snapshot.h"
#include "http/router.h"

namespace waymark::compat::bmlt {

// Each request reads what may be handed on (finder::for_others) of the snapshot
// that `snapshot` gives at that moment, without what is old (directory/age.h) at
// the beginning of the day. The clock must outlive the routes.
std::vector<http::Route> routes(std::function<finder::SnapshotPtr()> snapshot, const Clock& clock);

}  // namespace waymark::compat::bmlt
