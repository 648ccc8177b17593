// Where a request came from, and where it went: our own pages, our own name.
#pragma once

#include <string>

#include "http/message.h"

namespace waymark::http {

// GET and HEAD always. A POST when Sec-Fetch-Site, if the browser sends it,
// says same-origin or none, and Origin, if there, is the Host asked. Origin
// "null" counts only with Sec-Fetch-Site: our pages send no referrer, for
// which browsers write "null" even to ourselves.
bool is_sent_by_us(const Request& request);

// "https://waymark.example": where the client sees this server, by the name it
// asked for; "localhost" for a Host that is none, which is never repeated.
std::string own_origin(const Request& request);

}  // namespace waymark::http
