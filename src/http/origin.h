// Whether a request that changes something was sent by one of our own pages.
#pragma once

#include "http/message.h"

namespace waymark::http {

// GET and HEAD always. A POST when Sec-Fetch-Site, if the browser sends it,
// says same-origin or none, and Origin, if there, is the Host asked. Origin
// "null" counts only with Sec-Fetch-Site: our pages send no referrer, for
// which browsers write "null" even to ourselves.
bool is_sent_by_us(const Request& request);

}  // namespace waymark::http
