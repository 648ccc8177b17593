// The header lines of every response: what keeps a page from being framed,
// sniffed, scripted by others, remembered or traced back (docs/limits.md).
#pragma once

#include <string>
#include <string_view>

#include "http/message.h"

namespace waymark::http {

enum class Transport { plain, tls };

// Content-Type, the security headers, Cache-Control and the response's own
// headers, each "Name: value\r\n". A header that the response names itself
// takes the place of the standing one. Throws std::logic_error on a name or
// value that would break out of its line.
void append_headers(std::string& out, const Response& response, Transport transport);

}  // namespace waymark::http
