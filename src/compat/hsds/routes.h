// /hsds/: the places of help to whoever harvests or shows them, as the Human
// Services Data Specification 3.1 (Open Referral) has them. docs/hsds.md tells
// what goes beyond it; openapi.json, beside this file, describes all of it.
#pragma once

#include <functional>
#include <vector>

#include "core/clock.h"
#include "finder/snapshot.h"
#include "http/router.h"

namespace waymark::compat::hsds {

// Each request reads what may be handed on (finder::for_others) of the snapshot
// that `snapshot` gives at that moment, without what is old (directory/age.h) at
// the beginning of the day. The clock must outlive the routes.
std::vector<http::Route> routes(std::function<finder::SnapshotPtr()> snapshot, const Clock& clock);

}  // namespace waymark::compat::hsds
