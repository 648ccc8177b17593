// /hsds/: the places of help to whoever harvests or shows them, as the Human
// Services Data Specification 3.1 (Open Referral) has them. docs/hsds.md tells
// what goes beyond it; openapi.json, beside this file, describes all of it.
#pragma once

#include <functional>
#include <vector>

#include "finder/snapshot.h"
#include "http/router.h"

namespace waymark::compat::hsds {

// Each request reads the snapshot that `snapshot` gives at that moment.
std::vector<http::Route> routes(std::function<finder::SnapshotPtr()> snapshot);

}  // namespace waymark::compat::hsds
