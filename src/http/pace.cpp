#include "http/pace.h"

#include <algorithm>

namespace waymark::http {

Moment body_deadline(Moment begun, std::size_t received, const Timeouts& timeouts) {
    const std::chrono::milliseconds earned{1000 * received / kBodyBytesPerSecondMin};
    return std::min<Moment>(begun + timeouts.body, begun + timeouts.body_grace + earned);
}

}  // namespace waymark::http
