// How slowly a body may come.
#pragma once

#include <cstddef>

#include "http/limits.h"
#include "http/watch.h"

namespace waymark::http {

// Until when the next bytes of a body must have come: those so far buy time at
// the least rate, after a grace for a slow start; never past the body's own end.
Moment body_deadline(Moment begun, std::size_t received, const Timeouts& timeouts);

}  // namespace waymark::http
