// A handler's Response to the bytes that go out: headers, 304, gzip, HEAD.
#pragma once

#include <string>
#include <string_view>

#include "core/time.h"
#include "http/encoding.h"
#include "http/headers.h"
#include "http/message.h"

namespace waymark::http {

enum class After { keep_open, close };

struct Answer {
    std::string head{};  // Status line and headers, with the empty line.
    std::string body{};  // Already compressed; empty for HEAD and 304.
    // In place of `body`: bytes of one that many answers share, and what keeps them.
    std::string_view shared{};
    std::shared_ptr<const MadeBody> made{};
    int status = 0;
    std::string route{};  // The response's label.
    std::string_view bytes() const { return made ? shared : std::string_view{body}; }
};

// Throws what append_headers does.
Answer answer_with(Response response, const Request& request, Transport transport, After after,
                   std::string_view date, KeptBodies& kept);

// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110 §5.6.7).
std::string http_date(Instant instant);

}  // namespace waymark::http
